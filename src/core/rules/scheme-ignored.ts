import { say } from '../messages/message.js';
import { findAttribute } from '../policy/policy-tree.js';
import type { PolicyRule } from './rule.js';

/** require-scheme beside a header other than Authorization. */
export const schemeIgnored: PolicyRule = {
  scope: 'policy',
  code: 'scheme-ignored',
  severity: 'warning',
  certainty: 'documented',
  *check({ policy }) {
    // The page of validate-azure-ad-token says nothing about its require-scheme.
    if (policy.kind !== 'validate-jwt') return;
    const header = findAttribute(policy.element, 'header-name');
    const scheme = findAttribute(policy.element, 'require-scheme');
    if (header?.value.state !== 'literal' || scheme === undefined || /^\s*(?:authorization\s*)?$/i.test(header.value.value)) return;
    const values = { header: header.value.value.trim(), scheme: scheme.value.value };
    yield { start: scheme.start, end: scheme.end, message: say('scheme-ignored', values) };
  },
};
