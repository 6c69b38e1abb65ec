import type { Span } from '../text/span.js';

/** What stands in the place of a literal: a policy expression, `{{named value}}`, Terraform's `${…}` or `%{…}`, or `{placeholder}`. */
export type PlaceholderKind = 'expression' | 'named-value' | 'terraform' | 'placeholder';

/** One piece of a value. `text` is what stands in the document, entities decoded; `name` is a named value's or a placeholder's name. */
export interface ValuePart extends Span {
  readonly kind: 'literal' | PlaceholderKind;
  readonly text: string;
  readonly name?: string;
}

/** `literal`: known as it stands. `unresolved`: one placeholder and nothing else. `mixed`: both. */
export type ValueState = 'literal' | 'unresolved' | 'mixed';

/**
 * The text of an attribute or an element. The span is that of the raw text (an attribute's excludes its quotes, an
 * element's is everything between its tags, white space included); `value` is the same text with entities and character
 * references decoded, CDATA unwrapped and comments left out.
 */
export interface PolicyValue extends Span {
  readonly value: string;
  readonly state: ValueState;
  readonly parts: readonly ValuePart[];
}
