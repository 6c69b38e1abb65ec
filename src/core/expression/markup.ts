import type { Span } from '../text/span.js';
import type { Literals } from './literals.js';
import type { Marks } from './marks.js';

/** Where an expression stands; `end` is -1 where its bracket never closes. */
export interface ExpressionSpan {
  readonly start: number;
  readonly end: number;
}

/** Why a document is not well-formed, once its expressions are masked. */
export type BreakCause =
  | 'mismatched-close-tag'
  | 'unclosed-element'
  | 'stray-close-tag'
  | 'broken-tag'
  | 'broken-close-tag'
  | 'missing-space'
  | 'stray-sign'
  | 'duplicate-attribute'
  | 'unquoted-attribute'
  | 'unclosed-attribute'
  | 'less-than-in-attribute'
  | 'bad-less-than'
  | 'unclosed-expression'
  | 'unclosed-comment'
  | 'unclosed-cdata'
  | 'bad-entity'
  | 'unknown-reference'
  | 'control-character'
  | 'cdata-end'
  | 'late-declaration'
  | 'several-roots'
  | 'text-outside-root'
  | 'nested-comment'
  | 'other';

/** A place where a document breaks. `names` are the element or attribute names that the message needs. */
export interface MarkupFault extends Span {
  readonly cause: BreakCause;
  readonly names: readonly string[];
}

/** A text cut into its marks, which follow each other without a gap. Nothing of it changes once it was read. */
export interface Markup {
  readonly text: string;
  readonly literals: Literals;
  readonly marks: Marks;
  readonly expressions: readonly ExpressionSpan[];
  /** Terraform's `${…}` and `%{…}`, outside expressions. */
  readonly templates: readonly Span[];
  /** In the order in which reading met them; what marks alone show, so neither nesting nor roots. */
  readonly faults: readonly MarkupFault[];
  /** What XML does not allow and has no cause of its own, the first such place. It is said only where nothing else is. */
  readonly oddity: Span | null;
  /** What its fruitless scans cost at the most. */
  readonly spent: number;
}
