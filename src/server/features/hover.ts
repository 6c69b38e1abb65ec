import { MarkupKind, type Hover } from 'vscode-languageserver';
import type { Prediction } from '../../core/gateway/prediction.js';
import { say } from '../../core/messages/message.js';
import { render } from '../../core/messages/render.js';
import type { ServerParts } from '../server-parts.js';
import { toRange } from '../to-lsp.js';

/** What the names and values in a token policy mean; on a token policy's own name, what it answers to the token in force, too. */
export function answerHover({ connection, documents, judgement, diagnoser, log }: ServerParts): void {
  connection.onHover(async ({ textDocument, position }, cancellation): Promise<Hover | null> => {
    try {
      const document = documents.get(textDocument.uri);
      const text = document?.getText() ?? '';
      if (document === undefined || !judgement.mayHoldPolicy(text)) return null;
      const facts = await diagnoser.factsFor(document);
      const hover = judgement.hover(judgement.readPolicies(text), document.offsetAt(position), facts);
      if (hover === null) return null;
      const prediction = hover.whole && facts.token !== undefined ? await judgement.predictDocument(text, facts.token, facts) : null;
      if (cancellation.isCancellationRequested) return null;
      const answer = prediction?.predictions[hover.policy];
      const value = answer === undefined ? hover.markdown : `${hover.markdown}\n\n---\n\n${headline(answer)}`;
      return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(document, hover) };
    } catch (error) {
      log.failure('The hover failed', error);
      return null;
    }
  });
}

function headline({ outcome, status, reports }: Prediction): string {
  return render(say('policy-answer', { outcome, status, check: reports?.check ?? null }));
}
