import { isJsonObject, languageOf, readMetadata, render, say, type Catalogue, type Facts, type NeededDocument } from '../../core/index.js';
import type { SourceRow } from '../../view.js';

/** The documents that matter here, at hand or not, with where they came from and what they say. */
export function toSourceRows(needed: readonly NeededDocument[], facts: Facts): SourceRow[] {
  const catalogue = languageOf(facts);
  return needed.map(({ address, kind, usedBy, withheld }) => {
    const source = facts.sources?.[address];
    const atHand = Object.hasOwn(facts.metadata, address);
    const summary = atHand ? summarizeDocument(kind, facts.metadata[address], catalogue) : null;
    const ago = source?.at === undefined ? null : Math.max(0, facts.now - source.at);
    const saySourceProblem = (): string | null => {
      if (atHand) return summary === null ? render(say('not-readable', { kind }), catalogue) : null;
      return withheld.length === 0 ? null : render(say('named-value-withheld', { names: withheld }), catalogue);
    };
    return {
      address,
      document: kind === 'configuration' ? 'configuration' : 'keys',
      purpose: render(say('document-purpose', { usedBy }), catalogue),
      from: atHand ? (source?.from ?? null) : null,
      moment: atHand && source !== undefined ? render(say('document-moment', { from: source.from, ago }), catalogue) : null,
      problem: source?.problem ?? saySourceProblem(),
      summary,
    };
  });
}

/** One line about a document; null where it is not what its address promises. */
export function summarizeDocument(kind: NeededDocument['kind'], document: unknown, catalogue: Catalogue): string | null {
  if (kind === 'configuration') {
    const configuration = readMetadata(document);
    return configuration && render(say('configuration-summary', { issuer: configuration.issuer }), catalogue);
  }
  const keys = listKeyIds(document);
  return keys && render(say('key-set-summary', { keys: keys.length }), catalogue);
}

/** The id of each key of a key set, undefined for a key without one; null for a document that is no key set. */
export function listKeyIds(document: unknown): unknown[] | null {
  if (!isJsonObject(document) || !Array.isArray(document['keys'])) return null;
  return document['keys'].map((key: unknown) => (isJsonObject(key) ? key['kid'] : undefined));
}
