import { isRewriteName } from '../rewrite/variants.js';
import type { Fix } from '../fix.js';

/** Which fixes "fix all" applies. It names them by meaning, so that it holds for other documents and for newer texts, too. */
export interface FixChoice {
  /** Every fix that can change no outcome, whatever it cures; the rest says nothing then. */
  readonly neutral: boolean;
  /** What is cured, or the name of a rewrite. */
  readonly code: string | null;
  readonly variant: string | null;
  /** The very title of a fix after which more is accepted: another one accepts something else. Null for fixes that do not widen. */
  readonly title: string | null;
}

export const neutralChoice: FixChoice = { neutral: true, code: null, variant: null, title: null };

/** The choice that a fix belongs to. Variants of a rewrite are alike whatever their titles name, as long as none accepts more. */
export function choiceOf({ code, variant, title, widens }: Fix, finding: string): FixChoice {
  if (isRewriteName(code)) return { neutral: false, code, variant: variant ?? null, title: widens ? title : null };
  return { neutral: false, code: finding, variant: variant ?? null, title };
}

/** Whether two choices are the same. */
export function isSameChoice(one: FixChoice, other: FixChoice): boolean {
  return one.neutral === other.neutral && one.code === other.code && one.variant === other.variant && one.title === other.title;
}
