import type { PolicyDocument } from '../policy/policy-document.js';

/** What one request meets. Of one document is the simplest; every place on it is one of its documents and a span. */
export interface Path {
  /** In the order in which the request meets them. */
  readonly documents: readonly PolicyDocument[];
  /** The one that is asked about, one of `documents`: findings, fixes and offsets are about it. */
  readonly document: PolicyDocument;
}

/** The path that knows of no other document. */
export function pathOf(document: PolicyDocument): Path {
  return { documents: [document], document };
}

/** The same path with another document in the place of its own. */
export function withDocument({ documents, document }: Path, other: PolicyDocument): Path {
  return { documents: documents.map(each => (each === document ? other : each)), document: other };
}
