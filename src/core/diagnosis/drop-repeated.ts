import type { Finding } from '../finding.js';
import { rulesByCode } from '../rules/registry.js';
import type { Rule, Silencers } from '../rules/rule.js';

type Within = keyof Silencers;

/** One mistake, one finding: where one edit cures two complaints, the more specific one stays. Each rule says which silence it. */
export function dropRepeated(findings: readonly Finding[]): Finding[] {
  const said = new Map<string, Set<string>>();
  for (const finding of findings) {
    for (const [, where] of placesOf(finding)) {
      const codes = said.get(where) ?? new Set<string>();
      codes.add(finding.code);
      said.set(where, codes);
    }
  }
  return findings.filter(finding => {
    const { silencedBy = {} }: Rule = rulesByCode[finding.code];
    return !placesOf(finding).some(([within, where]) => silencedBy[within]?.some(code => said.get(where)?.has(code) === true) === true);
  });
}

/** The token policy that a finding is about, the place and the check in it, and that place in the document. */
function placesOf({ policy, start, data: { check } }: Finding): (readonly [Within, string])[] {
  return [
    ['policy', String(policy)],
    ['place', `${String(policy)}:${String(start)}`],
    ['offset', `:${String(start)}`],
    ...(typeof check === 'string' ? [['check', `${String(policy)}:${check}`] as const] : []),
  ];
}
