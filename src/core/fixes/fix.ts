import type { Certainty } from '../certainty.js';
import type { Edit } from '../text/edit.js';
import type { RuleCode } from '../rule-codes.js';
import type { Span } from '../text/span.js';
import type { RewriteName, WrittenVariant } from './rewrite/variants.js';

/** A change that was worked out on the text it was asked for; nothing is applied yet. */
export interface Fix {
  /** Says what changes and, where acceptance changes, what starts and what stops being accepted. */
  readonly title: string;
  /** What a title has no room for: the whole addresses of whom the policy trusts afterwards. */
  readonly detail?: string;
  /** The finding's code it cures, or the rewrite's name. */
  readonly code: RuleCode | RewriteName;
  readonly variant?: WrittenVariant;
  readonly preferred: boolean;
  /** Whether the policy accepts more afterwards than before. */
  readonly widens: boolean;
  /** Whether it cannot change any outcome, for any token: what "fix all" applies. Absent means it can. */
  readonly neutral?: boolean;
  /** Whether it is applied on its own only, never among the fixes of many places. Absent means no. */
  readonly alone?: boolean;
  readonly certainty: Certainty;
  readonly edits: readonly Edit[];
  /** The whole text after the edits. */
  readonly text: string;
}

/** Why an element was not rewritten; the span is that of the element. */
export interface Refusal extends Span {
  readonly reason: string;
}
