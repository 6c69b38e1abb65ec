import { MarkupKind, type Hover } from 'vscode-languageserver';
import { hover as describe, render, say, type Prediction } from '../../core/index.js';
import type { ServerParts } from '../server-parts.js';
import { toRange } from '../to-lsp.js';

/** What the names and values in a token policy mean; on a token policy's own name, what it answers to the token in force, too. */
export function answerHover({ connection, readings, log }: ServerParts): void {
  connection.onHover(async ({ textDocument, position }, cancellation): Promise<Hover | null> => {
    try {
      const reading = await readings.judge(textDocument.uri);
      if (reading === null || cancellation.isCancellationRequested) return null;
      const { text, document, judged } = reading;
      const hover = describe(document, text.offsetAt(position), judged.facts);
      if (hover === null) return null;
      const answer = hover.whole ? (judged.policies[hover.policy]?.prediction ?? null) : null;
      const value = answer === null ? hover.markdown : `${hover.markdown}\n\n---\n\n${headline(answer)}`;
      return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(text, hover) };
    } catch (error) {
      log.failure(words => words.hoverFailed(), error);
      return null;
    }
  });
}

function headline({ outcome, status, reports }: Prediction): string {
  return render(say('policy-answer', { outcome, status, check: reports?.check ?? null }));
}
