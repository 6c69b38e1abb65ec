import type { Position, Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  encodeEdit,
  hostKindOf,
  LineMap,
  linesInHost,
  literalsOf,
  noLiterals,
  readHost,
  writeEdits,
  type Edit,
  type EmbeddedPolicy,
  type HostFile,
  type Literals,
  type Span,
  type WrittenBack,
} from '../core/index.js';

/**
 * A policy text of an open document: all of it, or one of those that stand in a host file. Offsets are those of the text, positions those of
 * the document, and this is the one place where one becomes the other.
 */
export class ServedText {
  /** This version of the document that it stands in: it stays as it is, whatever is typed meanwhile. */
  readonly document: TextDocument;
  /** Which of the document's texts it is, from 0. */
  readonly index: number;
  readonly #embedded: EmbeddedPolicy | null;

  /** @param embedded null where the text is all of the document */
  constructor(document: TextDocument, index = 0, embedded: EmbeddedPolicy | null = null) {
    this.document = document;
    this.index = index;
    this.#embedded = embedded;
  }

  get uri(): string {
    return this.document.uri;
  }

  get version(): number {
    return this.document.version;
  }

  getText(): string {
    return this.#embedded?.text ?? this.document.getText();
  }

  /** Whether it stands in another file than one of its own. */
  get isEmbedded(): boolean {
    return this.#embedded !== null;
  }

  /** Where in it a `${` or `%{` means itself. */
  get literals(): Literals {
    return this.#embedded === null ? noLiterals : literalsOf(this.#embedded);
  }

  /** Whether a stretch of the document touches the text. */
  touches({ start, end }: Range): boolean {
    if (this.#embedded === null) return true;
    const { content } = this.#embedded;
    return this.document.offsetAt(start) <= content.end && content.start <= this.document.offsetAt(end);
  }

  /** The offset that a position of the document stands for; that of the beginning or the end where it stands outside. */
  offsetAt(position: Position): number {
    const offset = this.document.offsetAt(position);
    if (this.#embedded === null) return offset;
    const { map } = this.#embedded;
    return map.offsetInPolicy(offset) ?? (offset <= map.startInHost(0) ? 0 : map.length);
  }

  /** Where a span of the text stands, in offsets of the document. */
  spanInDocument(span: Span): Span {
    return this.#embedded?.map.spanInHost(span) ?? span;
  }

  rangeOf(span: Span): Range {
    const { start, end } = this.spanInDocument(span);
    return { start: this.document.positionAt(start), end: this.document.positionAt(end) };
  }

  /** The lines of the document for offsets of the text. `own`: those of the text. */
  linesOf(own: LineMap): LineMap {
    return this.#embedded === null ? own : linesInHost(new LineMap(this.document.getText()), this.#embedded);
  }

  /** The number of the line (from 1) of the document in which an offset of the text stands. */
  lineOf(offset: number): number {
    return this.rangeOf({ start: offset, end: offset }).start.line + 1;
  }

  /** Edits of the text as edits of the document, escaped and indented as a host wants them; or why they are not to be written. */
  write(edits: readonly Edit[]): WrittenBack {
    return writeEdits({ text: this.document.getText(), name: nameOf(this.document), ...everywhere }, this.#embedded, edits);
  }

  /** One edit that is only proposed, written in the same way; null where the host cannot hold it. */
  propose(edit: Edit): Edit | null {
    return this.#embedded === null ? edit : (encodeEdit(this.document.getText(), this.#embedded, edit)?.edit ?? null);
  }
}

/** Which files are read at all is the client's choice: what it sends is to be served. */
const everywhere = { all: true };

/** A document at one version and the policy texts in it. */
export interface ServedDocument {
  readonly document: TextDocument;
  readonly texts: readonly ServedText[];
  /** What else a host file has for us; null where the document is no host. */
  readonly host: HostFile | null;
}

/** The policy texts of a document: of a host file those that stand in it, else all of it, policy or not. */
export function serve(document: TextDocument): ServedDocument {
  const name = nameOf(document);
  const host = hostKindOf(name) === null ? null : readHost(document.getText(), name, everywhere);
  if (host === null) return { document, texts: [new ServedText(document)], host };
  return { document, texts: host.policies.map((policy, index) => new ServedText(document, index, policy)), host };
}

/** Names for documents that were not saved yet, by language: the name tells the kind of a host. */
const unsaved: Readonly<Record<string, string>> = {
  terraform: 'main.tf',
  opentofu: 'main.tf',
  'terraform-vars': 'main.tfvars',
  bicep: 'main.bicep',
  'bicep-params': 'main.bicepparam',
  json: 'main.json',
  jsonc: 'main.jsonc',
  'arm-template': 'main.json',
  markdown: 'main.md',
  yaml: 'main.yaml',
  csharp: 'main.cs',
  typescript: 'main.ts',
  javascript: 'main.js',
  python: 'main.py',
  powershell: 'main.ps1',
};

function nameOf({ uri, languageId }: TextDocument): string {
  const [path = ''] = uri.split(/[?#]/, 1);
  return (uri.startsWith('untitled:') && hostKindOf(path) === null ? unsaved[languageId] : undefined) ?? path;
}
