import { DocumentDiagnosticReportKind, type Diagnostic, type DocumentDiagnosticReport, type Range } from 'vscode-languageserver';
import type { OpenDocuments, TextChange } from './documents.js';

/** What was sent of a document last, and shows there since. */
interface Sent {
  readonly id: string;
  readonly items: string;
  readonly ranges: readonly Range[];
  /** Whether an edit since then may have moved in the editor what shows there. */
  isMoved: boolean;
}

/**
 * The diagnostics that were sent last of each open document. Those of a newer text are not sent again where they are the same and every edit
 * meanwhile stood on lines of its own: an editor moves what it shows with the text, and of a stretch that was cut and put back it shows nothing,
 * though the positions are those of before. Forgotten with the document, and when the facts change.
 */
export class SentDiagnostics {
  readonly #sent = new Map<string, Sent>();

  constructor(documents: Pick<OpenDocuments, 'onEdit' | 'onClose'>) {
    documents.onEdit((uri, changes) => {
      const sent = this.#sent.get(uri);
      if (sent?.isMoved === false) sent.isMoved = changes.some(change => moves(change, sent.ranges));
    });
    documents.onClose(uri => this.#sent.delete(uri));
  }

  /** Forgets all: each next report is a full one. */
  drop(): void {
    this.#sent.clear();
  }

  /**
   * What to answer to a client that was sent `previousId` last.
   *
   * @param id names the items: no other items of the document have it as long as it is open
   */
  report(
    uri: string,
    { id, items }: { readonly id: string; readonly items: Diagnostic[] },
    previousId: string | undefined,
  ): DocumentDiagnosticReport {
    const known = this.#sent.get(uri);
    const written = JSON.stringify(items);
    if (known !== undefined && known.id === previousId && !known.isMoved && known.items === written)
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: known.id };
    this.#sent.set(uri, { id, items: written, ranges: items.map(({ range }) => range), isMoved: false });
    return { kind: DocumentDiagnosticReportKind.Full, items, resultId: id };
  }
}

/** Whether an edit touches the lines of a range, or changes their numbers. */
function moves(change: TextChange, ranges: readonly Range[]): boolean {
  if (!('range' in change)) return ranges.length > 0;
  const { start: one, end: other } = change.range;
  // One that is given from its end to its beginning is taken as it is meant where the text is changed.
  const [start, end] = one.line <= other.line ? [one, other] : [other, one];
  // What a carriage return is depends on what stands beside it.
  const keepsLines = !change.text.includes('\r') && change.text.split('\n').length - 1 === end.line - start.line;
  return ranges.some(range => range.end.line >= start.line && (!keepsLines || range.start.line <= end.line));
}
