import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import { foldings } from '../../core/index.js';
import type { ServerParts } from '../server-parts.js';

/** The foldings of a policy document. Null for other texts and for hosts, so that the client folds them as it would without this server. */
export function answerFoldings({ connection, readings, log, client }: ServerParts): void {
  connection.onFoldingRanges(async ({ textDocument }): Promise<FoldingRange[] | null> => {
    try {
      const isHost = readings.serve(textDocument.uri)?.host != null;
      const reading = isHost ? null : await readings.read(textDocument.uri);
      const found = reading && foldings(reading.document);
      const most = client().textDocument?.foldingRange?.rangeLimit;
      return (
        found?.slice(0, most).map(({ firstLine, lastLine, kind }) => ({
          startLine: firstLine - 1,
          endLine: lastLine - 1,
          ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}),
        })) ?? null
      );
    } catch (error) {
      log.failure(words => words.foldingsFailed(), error);
      return null;
    }
  });
}
