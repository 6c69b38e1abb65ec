import type { KeyRing } from '../facts.js';
import { readKeys } from './read-keys.js';
import type { SigningKey } from './signing-key.js';

/** A ring on which there are no keys yet. */
export function openKeyRing(): KeyRing {
  return new WeakMap();
}

/** As `readKeys`, the very same keys for the same document. */
export function readKeysOnce(ring: KeyRing, document: unknown, address: string): ReturnType<typeof readKeys> {
  if (typeof document !== 'object' || document === null) return readKeys(document, address);
  return keep(ring, document, address, () => readKeys(document, address));
}

/** The key as WebCrypto takes it. `use` names what it is imported for. */
export function importOnce(ring: KeyRing, key: SigningKey, use: string, importKey: () => Promise<CryptoKey>): Promise<CryptoKey> {
  return keep(ring, key, use, importKey);
}

function keep<Result>(ring: KeyRing, of: object, name: string, work: () => Result): Result {
  const kept = ring.get(of) ?? new Map<string, unknown>();
  ring.set(of, kept);
  if (!kept.has(name)) kept.set(name, work());
  // Under each name stands what that work made; a map cannot say so.
  return kept.get(name) as Result;
}
