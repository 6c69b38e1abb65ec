// Keys that stand in a policy as text.
import { kindOfKey } from '../metadata/key-material.js';
import { decryptionKeyElements, masterKeyElements, signingKeyElements } from '../policy/compared-values.js';
import type { PolicyElement } from '../policy/policy-tree.js';
import { asWritten } from '../policy/value.js';
import type { Span } from '../text/span.js';
import type { PolicyAlone } from './judged.js';

/** A key whose text is known. */
interface PastedKey extends Span {
  readonly kind: ReturnType<typeof kindOfKey>;
  /** Of keys of an older service and of those that open tokens only a secret counts. */
  readonly use: 'signing' | 'other';
  /** Whether the policy itself holds the text, and not a value that it names. */
  readonly isWritten: boolean;
}

/** The keys of a token policy whose text is known, and what each text is. */
export function findPastedKeys({ policy }: PolicyAlone): PastedKey[] {
  return [
    ...signingKeyElements(policy).flatMap(key => readPasted(key, 'signing')),
    ...[...masterKeyElements(policy), ...decryptionKeyElements(policy)].flatMap(key => readPasted(key, 'other')),
  ];
}

function readPasted({ value }: PolicyElement, use: PastedKey['use']): PastedKey[] {
  if (value.state !== 'literal') return [];
  const { start, end } = value;
  return [{ start, end, kind: kindOfKey(value.value), use, isWritten: asWritten(value).state === 'literal' }];
}
