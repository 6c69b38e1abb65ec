import { decodeBase64url, decodePaddedBase64 } from '../metadata/base64.js';
import { say } from '../messages/message.js';
import { findAttribute, type PolicyElement } from '../policy/policy-tree.js';
import { decryptionKeyElements, signingKeyElements } from '../policy/compared-values.js';
import { bitLength } from '../metadata/key-material.js';
import type { PolicyRule, Report } from './rule.js';

/** The documented algorithms with a shared secret, each with the bits of its hash or its key; the shortest first. */
const signing: readonly (readonly [algorithm: string, bits: number])[] = [
  ['HS256', 256],
  ['HS512', 512],
];
const encryption: typeof signing = [
  ['A128CBC-HS256', 256],
  ['A192CBC-HS384', 384],
  ['A256CBC-HS512', 512],
];
const shortestModulus = 2048;

/** A key that is shorter than its algorithm wants. */
export const weakKey: PolicyRule = {
  scope: 'policy',
  code: 'weak-key',
  severity: 'warning',
  certainty: 'documented',
  silencedBy: { place: ['certificate-as-key'] },
  *check({ policy, facts }) {
    const { alg, enc } = facts.token?.header ?? {};
    for (const key of signingKeyElements(policy)) yield* judgeModulus(key) ?? judgeSecret(key, signing, alg);
    for (const key of decryptionKeyElements(policy)) yield* judgeSecret(key, encryption, enc);
  },
};

/** Null where the key is none of RSA. */
function judgeModulus(key: PolicyElement): Report[] | null {
  const value = findAttribute(key, 'n')?.value;
  if (value === undefined) return null;
  const bytes = value.state === 'literal' ? decodeBase64url(value.value.trim()) : null;
  if (bytes === null || bytes.length === 0) return [];
  const bits = bitLength(bytes);
  return bits < shortestModulus ? [{ start: value.start, end: value.end, message: say('weak-key-rsa', { bits }) }] : [];
}

/** Judged by the algorithm of the token at hand; without one by the shortest, which every other exceeds. */
function judgeSecret({ value }: PolicyElement, algorithms: typeof signing, used: unknown): Report[] {
  const bytes = value.state === 'literal' ? decodePaddedBase64(value.value) : null;
  const wanted = algorithms.find(([name]) => name === used) ?? algorithms[0];
  if (bytes === null || bytes.length === 0 || wanted === undefined) return [];
  const [algorithm, bits] = wanted;
  if (bytes.length * 8 >= bits) return [];
  const message = say('weak-key-symmetric', { bits: bytes.length * 8, algorithm, wanted: bits });
  return [{ start: value.start, end: value.end, message }];
}
