import { countUntil, type Span } from '../text/span.js';
import type { PolicyDocument } from './policy-document.js';

/** Whether an expression that never closes begins inside the span. */
export function holdsOpenExpression({ expressions }: PolicyDocument, span: Span): boolean {
  for (let index = countUntil(expressions, span.start); index < expressions.length; index++) {
    const expression = expressions[index];
    if (expression === undefined || expression.start >= span.end) return false;
    if (expression.end === -1) return true;
  }
  return false;
}
