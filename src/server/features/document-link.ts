import type { DocumentLink } from 'vscode-languageserver';
import { listLoadedFiles } from '../loaded-file.js';
import type { ServerParts } from '../server-parts.js';
import { toDocumentRange } from '../to-lsp.js';

/** From the call of a host file that loads a policy to its file. The client says where there is none. */
export function answerDocumentLinks({ connection, readings, documents, log }: ServerParts): void {
  connection.onDocumentLinks(({ textDocument: { uri } }): DocumentLink[] | null => {
    try {
      const document = documents.get(uri);
      const served = readings.serve(uri);
      if (document === undefined || served === null) return null;
      const links = listLoadedFiles(uri, served);
      return links.map(link => ({ range: toDocumentRange(document, link.loader.pathSpan), target: link.uri }));
    } catch (error) {
      log.failure(words => words.linksFailed(), error);
      return null;
    }
  });
}
