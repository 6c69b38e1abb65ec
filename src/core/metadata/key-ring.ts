import type { Facts, KeyRing } from '../facts.js';
import { readKeys } from './read-keys.js';
import { findConfiguration } from './read-metadata.js';
import type { SigningKey } from './signing-key.js';

/** A ring on which nothing is kept yet. See `KeyRing`. */
export function openKeyRing(): KeyRing {
  return new WeakMap();
}

/** As `readKeys`, the very same keys for the same document. */
export function readKeysOnce(ring: KeyRing, document: unknown, address: string): ReturnType<typeof readKeys> {
  return keepOnRing(ring, document, `keys ${address}`, () => readKeys(document, address));
}

/** As `findConfiguration`, each document read once. */
export function findConfigurationOnce(ring: KeyRing, metadata: Facts['metadata'], address: string): ReturnType<typeof findConfiguration> {
  if (!Object.hasOwn(metadata, address)) return undefined;
  return keepOnRing(ring, metadata[address], 'configuration', () => findConfiguration(metadata, address));
}

/** The key as WebCrypto takes it. `use` names what it is imported for. */
export function importOnce(ring: KeyRing, key: SigningKey, use: string, importKey: () => Promise<CryptoKey>): Promise<CryptoKey> {
  return keepOnRing(ring, key, use, importKey);
}

/** What was made of a document or a key under that name, made at most once. What is no object cannot be kept. */
export function keepOnRing<Result>(ring: KeyRing, of: unknown, name: string, work: () => Result): Result {
  if (typeof of !== 'object' || of === null) return work();
  const kept = ring.get(of) ?? new Map<string, unknown>();
  ring.set(of, kept);
  if (!kept.has(name)) kept.set(name, work());
  // Under each name stands what that work made; a map cannot say so.
  return kept.get(name) as Result;
}
