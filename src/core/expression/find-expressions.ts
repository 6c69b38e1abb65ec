// Every policy expression of a text. An expression stands where an attribute's value or a text begins, after white space; anywhere else
// `@(` is text. Comments and CDATA sections hold none: XML does not read them, so nothing in them needs masking, and what a CDATA section
// holds is a value like any other once it is unwrapped.
import type { ExpressionSpan } from './markup.js';
import { scanMarkup } from './scan-markup.js';

/**
 * The policy expressions of a document in order, from `@` to after the closing bracket. `end` is -1 where the bracket never closes;
 * reading then goes on as if the value were XML. Never throws.
 */
export function findExpressions(text: string): ExpressionSpan[] {
  return [...scanMarkup(text).expressions];
}
