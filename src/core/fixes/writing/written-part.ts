import type { ValuePart } from '../../policy/value.js';

/** Whether a part of a value cannot be written anew: an expression, or a template with signs that its own language reads. */
export function isWritten({ kind, text }: ValuePart): boolean {
  return kind === 'expression' || (kind === 'terraform' && /["&<>]/.test(text));
}
