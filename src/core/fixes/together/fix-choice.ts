import { isRuleCode, type RuleCode } from '../../rule-codes.js';
import { findVariant, isRewriteName, type RewriteName, type RewriteVariant } from '../rewrite/variants.js';
import type { Fix } from '../fix.js';

/** Which fixes "fix all" applies. It names them by meaning, so that it holds for other documents and for newer texts, too. */
export interface FixChoice {
  /** Every fix that can change no outcome, whatever it cures; the rest says nothing then. */
  readonly neutral: boolean;
  /** What is cured, or the name of a rewrite. */
  readonly code: RuleCode | RewriteName | null;
  readonly variant: RewriteVariant | null;
  /** The very title of a fix after which more is accepted: another one accepts something else. Null for fixes that do not widen. */
  readonly title: string | null;
}

export const neutralChoice: FixChoice = { neutral: true, code: null, variant: null, title: null };

/** The choice that a fix belongs to. Variants of a rewrite are alike whatever their titles name, as long as none accepts more. */
export function choiceOf({ code, variant, title, widens }: Fix, finding: RuleCode | RewriteName): FixChoice {
  if (isRewriteName(code)) return { neutral: false, code, variant: variant ?? null, title: widens ? title : null };
  return { neutral: false, code: finding, variant: variant ?? null, title };
}

/** A choice as another program sends it: names, as they may be. */
interface SentChoice {
  readonly neutral: boolean;
  readonly code: string | null;
  readonly variant: string | null;
  readonly title: string | null;
}

/** The choice that was sent. A code or variant that there is not is left out: no fix belongs to what remains. */
export function readFixChoice({ neutral, code, variant, title }: SentChoice): FixChoice {
  const known = code !== null && (isRuleCode(code) || isRewriteName(code)) ? code : null;
  return { neutral, code: known, variant: findVariant(variant) ?? null, title };
}

/** Whether two choices are the same. */
export function isSameChoice(one: FixChoice, other: FixChoice): boolean {
  return one.neutral === other.neutral && one.code === other.code && one.variant === other.variant && one.title === other.title;
}
