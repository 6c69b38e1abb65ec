import { TextDocuments, type Connection, type TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** A document without an address or a text would stay, and whoever goes through all of them would stumble over it. The library logs what is thrown. */
function create(uri: unknown, languageId: string, version: number, text: unknown): TextDocument {
  if (typeof uri !== 'string' || typeof text !== 'string') throw new TypeError('A document has an address and a text.');
  return TextDocument.create(uri, languageId, version, text);
}

/** One change of a text: of a range of it, or of all. */
export type TextChange = TextDocumentContentChangeEvent;

/** The open documents. A client's selector cannot leave a scheme out, so that is done here. */
export class OpenDocuments {
  readonly #editListeners: ((uri: string, changes: readonly TextChange[]) => void)[] = [];
  readonly #documents = new TextDocuments<TextDocument>({
    create,
    update: (document, changes, version) => {
      for (const listener of this.#editListeners) listener(document.uri, changes);
      return TextDocument.update(document, changes, version);
    },
  });

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

  /** Calls back before a document is edited, with its changes in their order. */
  onEdit(listener: (uri: string, changes: readonly TextChange[]) => void): void {
    this.#editListeners.push(listener);
  }

  onSave(listener: (uri: string) => void): void {
    this.#documents.onDidSave(({ document }) => listener(document.uri));
  }

  onClose(listener: (uri: string) => void): void {
    this.#documents.onDidClose(({ document }) => listener(document.uri));
  }
}
