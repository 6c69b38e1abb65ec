import { decodeBase64url, decodePaddedBase64 } from '../metadata/base64.js';
import { say } from '../messages/message.js';
import { findAttribute } from '../policy/policy-tree.js';
import { signingKeyElements } from './compared-values.js';
import { bitLength } from './key-material.js';
import type { PolicyRule } from './rule.js';

/** HS256 is the shortest of the documented algorithms; its hash has that many bits. */
const shortestSecret = 256;
const shortestModulus = 2048;

/** A key that is shorter than its algorithm wants. */
export const weakKey: PolicyRule = {
  scope: 'policy',
  code: 'weak-key',
  summary: 'A key shorter than its algorithm wants.',
  severity: 'warning',
  certainty: 'documented',
  *check({ policy }) {
    for (const key of signingKeyElements(policy)) {
      const modulus = findAttribute(key, 'n');
      const value = modulus?.value ?? key.value;
      if (value.state !== 'literal') continue;
      const bytes = modulus === undefined ? decodePaddedBase64(value.value) : decodeBase64url(value.value.trim());
      if (bytes === null || bytes.length === 0) continue;
      const { start, end } = value;
      const bits = modulus === undefined ? bytes.length * 8 : bitLength(bytes);
      if (modulus !== undefined && bits < shortestModulus) yield { start, end, message: say('weak-key-rsa', { bits }) };
      if (modulus === undefined && bits < shortestSecret)
        yield { start, end, message: say('weak-key-symmetric', { bits, wanted: shortestSecret }) };
    }
  },
};
