import { TextDocuments, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** A document without an address or a text would stay, and whoever goes through all of them would stumble over it. The library logs what is thrown. */
function create(uri: unknown, languageId: string, version: number, text: unknown): TextDocument {
  if (typeof uri !== 'string' || typeof text !== 'string') throw new TypeError('A document has an address and a text.');
  return TextDocument.create(uri, languageId, version, text);
}

/** The open documents. A client's selector cannot leave a scheme out, so that is done here. */
export class OpenDocuments {
  readonly #documents = new TextDocuments({ create, update: TextDocument.update });

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

  onSave(listener: (uri: string) => void): void {
    this.#documents.onDidSave(({ document }) => listener(document.uri));
  }

  onClose(listener: (uri: string) => void): void {
    this.#documents.onDidClose(({ document }) => listener(document.uri));
  }
}
