import type { Span } from '../text/span.js';

/** What stands in the place of a literal: a policy expression, `{{named value}}`, Terraform's `${…}` or `%{…}`, or the placeholder of another template. */
export type PlaceholderKind = 'expression' | 'named-value' | 'terraform' | 'placeholder';

/** One piece of a value. `text` is what stands in the document, entities decoded; `name` is a named value's or a placeholder's name. */
export interface ValuePart extends Span {
  readonly kind: 'literal' | PlaceholderKind;
  readonly text: string;
  readonly name?: string;
  /** The template variable that stands there, where it is one and nothing more. */
  readonly variable?: string;
}

/** Whether a part is a directive of a template (`%{ if … }`, `<% if … %>`), which may take pieces of the text away. */
export function isDirective({ text }: { readonly text: string }): boolean {
  return text.startsWith('%{') || /^<%(?!=)/.test(text);
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
  /** Present where named values or template variables were filled in: `value`, `state` and `parts` are then what the gateway sees. */
  readonly filled?: FilledIn;
}

/** What was filled in, and how the policy writes it. */
interface FilledIn {
  readonly written: PolicyValue;
  /** Each once, in order. */
  readonly uses: readonly UsedValue[];
}

/** A named value or a template variable that stands in a value. */
export interface UsedValue {
  readonly kind: 'named-value' | 'template';
  readonly name: string;
}

/** The value as the policy writes it, whatever was filled in: what is shown, and what a fix keeps. */
export function asWritten(value: PolicyValue): PolicyValue {
  return value.filled?.written ?? value;
}
