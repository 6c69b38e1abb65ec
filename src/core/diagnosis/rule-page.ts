import type { RuleCode } from '../rule-codes.js';

const pages = 'https://github.com/apim-token-doctor/apim-token-doctor/blob/main/docs/rules';

/** The address of a rule's page: made from its code, so that no rule can forget it. */
export function pageOfRule(code: RuleCode): string {
  return `${pages}/${code}.md`;
}
