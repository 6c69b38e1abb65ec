import {
  CancellationTokenSource,
  DocumentDiagnosticReportKind,
  type ClientCapabilities,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { diagnosticSource, toDiagnostic } from '../to-lsp.js';
import type { Diagnosis } from '../readings.js';
import type { ServerParts } from '../server-parts.js';

/** How long typing must rest before findings are pushed (milliseconds). Clients that pull have their own delay. */
const restBeforePush = 300;

function pulls(client: ClientCapabilities): boolean {
  return client.textDocument?.diagnostic !== undefined;
}

export function diagnosticCapability(client: ClientCapabilities): Pick<ServerCapabilities, 'diagnosticProvider'> {
  if (!pulls(client)) return {};
  return { diagnosticProvider: { identifier: diagnosticSource, interFileDependencies: false, workspaceDiagnostics: false } };
}

/** Findings go to the client when it asks, where it can ask; else they are pushed. */
export function answerDiagnostics(parts: ServerParts): void {
  answerPulls(parts);
  pushDiagnostics(parts);
}

function toDiagnostics(diagnoses: readonly Diagnosis[], client: ClientCapabilities): Diagnostic[] {
  return diagnoses.flatMap(({ text, findings }) => findings.map(finding => toDiagnostic(text, finding, client)));
}

function answerPulls({ connection, facts, readings, client }: ServerParts): void {
  connection.languages.diagnostics.on(async (params, cancellation): Promise<DocumentDiagnosticReport> => {
    const diagnoses = await readings.diagnoseAll(params.textDocument.uri, cancellation);
    // The answer is always a report: after a rejected request some clients never ask for that document again.
    const resultId = diagnoses?.[0]?.id;
    if (diagnoses === null || resultId === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    if (resultId === params.previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: toDiagnostics(diagnoses, client()) };
  });
  facts.onChange(() => {
    if (!pulls(client()) || client().workspace?.diagnostics?.refreshSupport !== true) return;
    connection.languages.diagnostics.refresh().catch(() => undefined);
  });
}

function pushDiagnostics({ connection, documents, facts, readings, client }: ServerParts): void {
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
    // Whoever typed meanwhile, or closed the document, has asked for another diagnosis, or for none.
    if (diagnoses === null || version === undefined || documents.get(uri)?.version !== version) return;
    await connection.sendDiagnostics({ uri, version, diagnostics: toDiagnostics(diagnoses, client()) });
  };

  const schedule = (uri: string): void => {
    if (pulls(client())) return;
    forget(uri);
    const cancellation = new CancellationTokenSource();
    const timer = setTimeout(() => {
      push(uri, cancellation).catch(() => undefined);
    }, restBeforePush);
    waiting.set(uri, { timer, cancellation });
  };

  documents.onChange(schedule);
  facts.onChange(() => documents.all().forEach(document => schedule(document.uri)));
  documents.onClose(uri => {
    if (pulls(client())) return;
    forget(uri);
    connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => undefined);
  });
}
