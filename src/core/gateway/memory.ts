import type { KeyRing } from '../facts.js';
import { openKeyRing } from '../metadata/key-ring.js';
import type { RefusedDocument } from '../metadata/document-faults.js';
import type { SigningKey } from '../metadata/signing-key.js';
import { readPart, type PartReading } from './library/read-part.js';
import type { SignatureReading } from './library/signature-part.js';
import type { Trial } from './library/verify-signature.js';

/**
 * What is the same for every token policy of a document: the parts of the token, the keys of a key set, what a key says of the signature. It is
 * worked out once in a judgement, and nothing of it outlives the judgement.
 */
export interface Memory {
  /** By the name and the text of the part. */
  readonly parts: Map<string, PartReading>;
  /** By the text of the third part. */
  readonly signatures: Map<string, SignatureReading>;
  /** By address. */
  readonly keySets: Map<string, Promise<readonly SigningKey[] | null>>;
  /** The documents that the library refuses as a whole, by the address of the configuration. */
  readonly refused: Map<string, readonly RefusedDocument[]>;
  /** By the signed text and its signature, for each key. */
  readonly trials: Map<SigningKey, Map<string, Promise<Trial>>>;
  /** What outlives the judgement, where somebody keeps it. */
  readonly keyRing: KeyRing;
}

export function openMemory({ keyRing = openKeyRing() }: { readonly keyRing?: KeyRing } = {}): Memory {
  return {
    keyRing,
    parts: new Map(),
    signatures: new Map(),
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

/** One of the first two parts of a token, read at most once. */
export function readPartOnce({ parts }: Memory, text: string, part: Parameters<typeof readPart>[1]): PartReading {
  return remember(parts, `${part} ${text}`, () => readPart(text, part));
}
