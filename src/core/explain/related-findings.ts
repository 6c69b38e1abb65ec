import type { Finding } from '../finding.js';
import type { Explanation } from './explanation.js';

/** More would hide the likely ones. */
const most = 5;

/** The findings of the document at hand that are about what an error text says, the likeliest first. */
export function selectRelatedFindings(explanation: Pick<Explanation, 'rules' | 'location'>, findings: readonly Finding[]): Finding[] {
  const { rules, location } = explanation;
  return findings
    .filter(({ code, policy }) => rules.includes(code) && (location === undefined || policy === null || policy === location.policy))
    .sort((one, other) => rules.indexOf(one.code) - rules.indexOf(other.code) || one.start - other.start)
    .slice(0, most);
}
