import type { Facts, KeyRing } from '../facts.js';
import { openKeyRing } from '../metadata/key-ring.js';
import type { RefusedDocument } from '../metadata/document-faults.js';
import type { SigningKey } from '../metadata/signing-key.js';
import { findConfiguration } from '../metadata/read-metadata.js';
import type { ReadToken } from './check-context.js';
import { readToken, type TokenReading } from './library/read-token.js';
import type { SignatureReading } from './library/signature-part.js';
import type { Trial } from './library/verify-signature.js';

/**
 * What is the same for every token policy of a document: what is read of the token, the keys of a key set, what a key says of the signature. It is
 * worked out once in a judgement, and nothing of it outlives the judgement.
 */
export interface Memory {
  /** By the text of the token. */
  readonly tokens: Map<string, TokenReading>;
  /** The same of tokens that came out of encrypted ones. */
  readonly opened: Map<string, TokenReading>;
  /** By the text of the third part. */
  readonly signatures: Map<string, SignatureReading>;
  /** By address. */
  readonly configurations: Map<string, ReturnType<typeof findConfiguration>>;
  /** By address. */
  readonly keySets: Map<string, Promise<readonly SigningKey[] | null>>;
  /** The documents that the library refuses as a whole, by the address of the configuration. */
  readonly refused: Map<string, readonly RefusedDocument[]>;
  /** By the token, as it stands in `tokens` or `opened`, for each key. */
  readonly trials: Map<ReadToken, Map<SigningKey, Promise<Trial>>>;
  /** What outlives the judgement, where somebody keeps it. */
  readonly keyRing: KeyRing;
}

export function openMemory({ keyRing = openKeyRing() }: { readonly keyRing?: KeyRing } = {}): Memory {
  return {
    keyRing,
    tokens: new Map(),
    opened: new Map(),
    signatures: new Map(),
    configurations: new Map(),
    keySets: new Map(),
    refused: new Map(),
    trials: new Map(),
  };
}

/** What keeps a result under a key: a map. */
interface Keeper<Key, Result> {
  get(key: Key): Result | undefined;
  set(key: Key, result: Result): unknown;
}

/** What is kept under the key; made and kept where nothing is. */
export function remember<Key, Result>(kept: Keeper<Key, Result>, key: Key, make: () => Result): Result {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}

/** A token, read at most once. `opened`: it came out of an encrypted one. */
export function readTokenOnce(memory: Memory, text: string, opened = false): TokenReading {
  return remember(opened ? memory.opened : memory.tokens, text, () => readToken(text, opened));
}

/** As `findConfiguration`, each at most once. The documents are those of the judgement. */
export function findConfigurationOnce(
  { configurations }: Memory,
  metadata: Facts['metadata'],
  address: string,
): ReturnType<typeof findConfiguration> {
  return remember(configurations, address, () => findConfiguration(metadata, address));
}
