import type { RuleCode } from '../rule-codes.js';
import type { Catalogue } from './catalogue.js';
import { englishCatalogue } from './english/index.js';

/** What settings, pages and SARIF call a rule: one line. */
export function summarizeRule(code: RuleCode, catalogue: Catalogue = englishCatalogue): string {
  return catalogue.rules[code];
}
