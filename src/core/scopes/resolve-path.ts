import { resolveDocument } from '../policy/resolve-document.js';
import type { KnownTexts } from '../policy/resolve-value.js';
import type { Path } from './path.js';

/** The path with what is known filled in, in each of its documents; the very same where nothing is. */
export function resolvePath(path: Path, known: KnownTexts): Path {
  const resolved = new Map(path.documents.map(document => [document, resolveDocument(document, known)]));
  if ([...resolved].every(([document, other]) => document === other)) return path;
  const documents = path.documents.map(document => resolved.get(document) ?? document);
  return { ...path, documents, document: resolved.get(path.document) ?? path.document };
}
