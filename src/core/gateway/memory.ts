import type { KeyRing } from '../facts.js';
import { openKeyRing } from '../metadata/key-ring.js';
import type { SigningKey } from '../metadata/signing-key.js';
import type { ReadToken } from './check-context.js';
import { readToken, type TokenReading } from './library/read-token.js';
import type { SignatureReading } from './library/signature-part.js';
import type { Trial } from './library/verify-signature.js';

/**
 * What is the same for every token policy of a document: what is read of the token, what a key says of the signature. It is worked out once in a
 * judgement, and nothing of it but the key ring outlives the judgement where nobody keeps its answers (`KeptAnswers`).
 */
export interface Memory {
  /** By the text of the token. */
  readonly tokens: Map<string, TokenReading>;
  /** The same of tokens that came out of encrypted ones. */
  readonly opened: Map<string, TokenReading>;
  /** By the text of the third part. */
  readonly signatures: Map<string, SignatureReading>;
  /** By the token, as it stands in `tokens` or `opened`, for each key: those that a policy writes are others at each reading. */
  readonly trials: Map<ReadToken, WeakMap<SigningKey, Promise<Trial>>>;
  /** What was read of documents. It outlives the judgement where somebody keeps it. */
  readonly keyRing: KeyRing;
}

export function openMemory({ keyRing = openKeyRing() }: { readonly keyRing?: KeyRing } = {}): Memory {
  return {
    keyRing,
    tokens: new Map(),
    opened: new Map(),
    signatures: new Map(),
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
