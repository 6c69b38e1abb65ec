import { TextDocuments, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The open documents. A client's selector cannot leave a scheme out, so that is done here. */
export class OpenDocuments {
  readonly #documents = new TextDocuments(TextDocument);

  listen(connection: Connection): void {
    this.#documents.listen(connection);
  }

  /** The newest text; undefined where the document is not open, or is an old version that git shows for comparison. */
  get(uri: string): TextDocument | undefined {
    return uri.startsWith('git:') ? undefined : this.#documents.get(uri);
  }

  all(): TextDocument[] {
    return this.#documents.all().filter(document => !document.uri.startsWith('git:'));
  }

  /** Calls back when a document was opened or edited. */
  onChange(listener: (uri: string) => void): void {
    this.#documents.onDidChangeContent(({ document }) => listener(document.uri));
  }

  onClose(listener: (uri: string) => void): void {
    this.#documents.onDidClose(({ document }) => listener(document.uri));
  }
}
