import type { RuleCode } from '../rule-codes.js';
import type { Catalogue } from './catalogue.js';

/** What settings, pages and SARIF call a rule: one line. */
export function summarizeRule(code: RuleCode, catalogue: Catalogue): string {
  return catalogue.rules[code];
}
