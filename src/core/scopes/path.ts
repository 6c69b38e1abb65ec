import type { PolicyDocument } from '../policy/policy-document.js';
import type { Facts } from '../facts.js';
import type { Scopes } from './scopes.js';
import type { MetDocument } from './statement.js';
import { findSurroundings, type Surroundings } from './surroundings.js';

/** What one request meets. Of one document is the simplest; every place on it is one of its documents and a span. */
export interface Path {
  /** In the order in which the request meets them. */
  readonly documents: readonly PolicyDocument[];
  /** The one that is asked about, one of `documents`: findings, fixes and offsets are about it. */
  readonly document: PolicyDocument;
  /** Where it stands among others; absent where that is not known. */
  readonly around?: Surroundings;
  /** What is known where another of its documents stands; absent: the same as everywhere. */
  readonly factsOf?: (at: MetDocument) => Facts;
}

/** The path that knows of no other document. */
export function pathOf(document: PolicyDocument): Path {
  return { documents: [document], document };
}

/** The path of the policy in a file, with what stands around it; null where the files do not say in which scope it is. */
export function pathWithin(scopes: Scopes, file: string, factsOf?: (at: MetDocument) => Facts): Path | null {
  const around = findSurroundings(scopes, file);
  if (around === null) return null;
  const { document } = around.met.source;
  return { documents: [document], document, around, ...(factsOf === undefined ? {} : { factsOf }) };
}

/** The same path with its own document as an edit leaves it; what stands around it is found anew, for an edit may bring or take away a `<base />`. */
export function withDocument({ documents, document, around, factsOf }: Path, other: PolicyDocument): Path {
  const path = { documents: documents.map(each => (each === document ? other : each)), document: other };
  if (around === undefined) return path;
  const { source } = around.met;
  const changed = source.withDocument(other);
  const scopes = { ...around.scopes, sources: new Map(around.scopes.sources).set(source.key, changed) };
  const found = findSurroundings(scopes, source.key);
  if (found === null) return path;
  // What is known where the document stands is the same as before, and is kept by its source.
  const known = factsOf && ((at: MetDocument): Facts => factsOf(at.source === changed ? { ...at, source } : at));
  return { ...path, around: found, ...(known && { factsOf: known }) };
}
