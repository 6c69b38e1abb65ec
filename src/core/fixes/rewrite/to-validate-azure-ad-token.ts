import type { Facts } from '../../facts.js';
import type { PolicyDocument } from '../../policy/policy-document.js';
import type { Fix, Refusal, RewriteVariant } from '../fix.js';

export function rewriteBack(_document: PolicyDocument, _variant: RewriteVariant | undefined, _facts: Facts): (Fix | Refusal)[] {
  return [];
}
