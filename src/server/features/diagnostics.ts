import {
  CancellationTokenSource,
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type Diagnostic,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { LineMap, runHostRules } from '../../core/index.js';
import { pullsDiagnostics } from '../capabilities.js';
import { toSignal } from '../grounds.js';
import { toDiagnostic } from '../to-lsp.js';
import type { Diagnosis } from '../readings.js';
import { SentDiagnostics } from '../sent-diagnostics.js';
import { ServedText } from '../served-text.js';
import type { ServerParts } from '../server-parts.js';

/** How long typing must rest before findings are pushed (milliseconds). Clients that pull have their own delay. */
const restBeforePush = 300;

/**
 * Findings go to the client when it asks, where it can ask; else they are pushed. One that could ask, but has not yet, is told, too: CodeMirror's client
 * (6.3.0) says that it can ask for diagnostics and waits for them to be pushed.
 */
export function answerDiagnostics(parts: ServerParts): void {
  const state = { asks: false };
  const { takeBack } = pushDiagnostics(parts, () => pullsDiagnostics(parts.client()) && (state.asks || parts.announced().ownMessages));
  answerPulls(parts, () => {
    if (!state.asks) takeBack();
    state.asks = true;
  });
}

/** What there is to say of a host beside its policies: one in a form that is not read must not be passed over in silence. */
async function diagnoseHost(
  { readings, grounds, client, language }: ServerParts,
  uri: string,
  cancellation: CancellationToken,
): Promise<Diagnostic[]> {
  const served = readings.serve(uri);
  if (served?.host == null || served.host.notRead.length === 0) return [];
  const options = await grounds.optionsFor(uri, toSignal(cancellation));
  const { document, host } = served;
  const whole = new ServedText(document);
  return runHostRules(host, new LineMap(document.getText()), language.core, options).map(finding =>
    toDiagnostic(whole, finding, client(), language.core),
  );
}

/** Null where nobody waits any more. */
async function toDiagnostics(
  { client, pause }: ServerParts,
  diagnoses: readonly Diagnosis[],
  cancellation: CancellationToken,
): Promise<Diagnostic[] | null> {
  const diagnostics: Diagnostic[] = [];
  for (const { text, judged, findings } of diagnoses) {
    for (const finding of findings) {
      await pause();
      if (cancellation.isCancellationRequested) return null;
      diagnostics.push(toDiagnostic(text, finding, client(), judged.discretion.catalogue));
    }
  }
  return diagnostics;
}

function answerPulls(parts: ServerParts, asked: () => void): void {
  const { connection, documents, facts, readings, client } = parts;
  const sent = new SentDiagnostics(documents);
  facts.onChange(() => sent.drop());
  connection.languages.diagnostics.on(async (params, cancellation): Promise<DocumentDiagnosticReport> => {
    asked();
    const diagnoses = await readings.diagnoseAll(params.textDocument.uri, cancellation);
    // The answer is always a report: after a rejected request some clients never ask for that document again.
    const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
    if (diagnoses === null) return nothing;
    const ofHost = await diagnoseHost(parts, params.textDocument.uri, cancellation);
    const ofTexts = await toDiagnostics(parts, diagnoses, cancellation);
    if (ofTexts === null) return nothing;
    const items = [...ofHost, ...ofTexts];
    const [first] = diagnoses;
    if (first === undefined) return { kind: DocumentDiagnosticReportKind.Full, items };
    return sent.report(params.textDocument.uri, { id: first.id, items }, params.previousResultId);
  });
  facts.onChange(() => {
    if (!pullsDiagnostics(client()) || client().workspace?.diagnostics?.refreshSupport !== true) return;
    connection.languages.diagnostics.refresh().catch(() => undefined);
  });
}

/** `asks`: whether the client asks for findings itself. Gives what takes back all that was pushed. */
function pushDiagnostics(parts: ServerParts, asks: () => boolean): { readonly takeBack: () => void } {
  const { connection, documents, facts, scopes, readings } = parts;
  /** What was pushed last of each document, and for which version: to a client that waits for a version's findings they come, though they are the same. */
  const pushed = new Map<string, string>();
  const waiting = new Map<string, { readonly timer: ReturnType<typeof setTimeout>; readonly cancellation: CancellationTokenSource }>();

  const forget = (uri: string): void => {
    const known = waiting.get(uri);
    if (known === undefined) return;
    clearTimeout(known.timer);
    known.cancellation.cancel();
    waiting.delete(uri);
  };

  const push = async (uri: string, cancellation: CancellationTokenSource): Promise<void> => {
    const diagnoses = await readings.diagnoseAll(uri, cancellation.token);
    const version = diagnoses?.[0]?.text.version ?? documents.get(uri)?.version;
    const ofHost = await diagnoseHost(parts, uri, cancellation.token);
    const ofTexts = diagnoses && (await toDiagnostics(parts, diagnoses, cancellation.token));
    // Whoever typed meanwhile, or closed the document, has asked for another diagnosis, or for none.
    if (asks() || ofTexts === null || version === undefined || documents.get(uri)?.version !== version) return;
    const message = { uri, version, diagnostics: [...ofHost, ...ofTexts] };
    const written = JSON.stringify(message);
    if (pushed.get(uri) === written) return;
    pushed.set(uri, written);
    await connection.sendDiagnostics(message);
  };

  const schedule = (uri: string): void => {
    if (asks()) return;
    forget(uri);
    const cancellation = new CancellationTokenSource();
    const timer = setTimeout(() => {
      push(uri, cancellation).catch(() => undefined);
    }, restBeforePush);
    waiting.set(uri, { timer, cancellation });
  };

  documents.onChange(schedule);
  facts.onChange(() => {
    for (const uri of pushed.keys()) pushed.set(uri, '');
    documents.all().forEach(document => schedule(document.uri));
  });
  scopes.onChange(() => {
    for (const { uri } of documents.all()) if (scopes.pathOf(uri) !== undefined) schedule(uri);
  });
  const clear = (uri: string): void => {
    pushed.delete(uri);
    forget(uri);
    connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => undefined);
  };
  documents.onClose(uri => {
    if (!asks()) clear(uri);
  });
  return { takeBack: () => [...pushed.keys()].forEach(clear) };
}
