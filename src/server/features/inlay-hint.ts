import type { InlayHint } from 'vscode-languageserver';
import type { Diagnosis } from '../readings.js';
import type { ServerParts } from '../server-parts.js';

/** At the end of a line the cause of its first error or warning, where the user has switched that on. */
export function answerInlayHints(parts: ServerParts): void {
  const { connection, readings, grounds, facts, log, client } = parts;
  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }, cancellation): Promise<InlayHint[] | null> => {
    try {
      if (!(await grounds.linesFor(uri)).causes) return null;
      const diagnoses = (await readings.diagnoseAll(uri, cancellation)) ?? [];
      return diagnoses.flatMap(listHints).filter(({ position: { line } }) => range.start.line <= line && line <= range.end.line);
    } catch (error) {
      log.failure(words => words.causesFailed(), error);
      return null;
    }
  });
  facts.onChange(() => {
    if (client().workspace?.inlayHint?.refreshSupport === true) connection.languages.inlayHint.refresh().catch(() => undefined);
  });
}

/** Errors come before warnings; one line says one thing. */
function listHints({ text, findings }: Diagnosis): InlayHint[] {
  const byLine = new Map<number, string>();
  for (const wanted of ['error', 'warning'] as const) {
    for (const finding of findings) {
      const { line } = text.rangeOf(finding).start;
      if (finding.severity === wanted && !byLine.has(line)) byLine.set(line, finding.title);
    }
  }
  return [...byLine].map(([line, label]) => ({ position: endOfLine(text, line), label, paddingLeft: true }));
}

function endOfLine({ document }: Diagnosis['text'], line: number): InlayHint['position'] {
  return document.positionAt(document.offsetAt({ line, character: Number.MAX_SAFE_INTEGER }));
}
