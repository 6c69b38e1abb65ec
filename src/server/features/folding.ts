import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import type { ServerParts } from '../server-parts.js';

/** The foldings of a policy document. Null for other texts, so that the client folds them as it would without this server. */
export function answerFoldings({ connection, documents, judgement, log, client }: ServerParts): void {
  connection.onFoldingRanges(({ textDocument }): FoldingRange[] | null => {
    try {
      const text = documents.get(textDocument.uri)?.getText() ?? '';
      if (!judgement.mayHoldPolicy(text)) return null;
      const foldings = judgement.foldings(judgement.readPolicies(text));
      const most = client().textDocument?.foldingRange?.rangeLimit;
      return (
        foldings?.slice(0, most).map(({ firstLine, lastLine, kind }) => ({
          startLine: firstLine - 1,
          endLine: lastLine - 1,
          ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}),
        })) ?? null
      );
    } catch (error) {
      log.failure('The foldings failed', error);
      return null;
    }
  });
}
