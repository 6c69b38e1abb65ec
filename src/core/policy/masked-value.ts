import { isDirective, type PolicyValue } from './value.js';

/** The text of a value with one sign in the place of each placeholder, and the way back. */
interface MaskedValue {
  readonly text: string;
  /** Puts the placeholders back into a text that was made from it. */
  restore(text: string): string;
}

/** Signs of Unicode's private use: no policy has them. */
const first = 0xe000;
const most = 6400;

/**
 * So that the literal pieces can be judged, whatever will stand between them. Null where there is an expression, which gives the whole
 * value, or a directive of a template, which takes pieces away.
 */
export function maskPlaceholders({ parts }: PolicyValue): MaskedValue | null {
  if (parts.length > most || parts.some(({ kind, text }) => kind === 'expression' || isDirective({ text }))) return null;
  const text = parts.map((part, index) => (part.kind === 'literal' ? part.text : String.fromCharCode(first + index))).join('');
  const restore = (masked: string): string => masked.replace(/[\ue000-\uf8ff]/g, sign => parts[sign.charCodeAt(0) - first]?.text ?? sign);
  return { text, restore };
}

/** Whether a sign stands for a placeholder. */
export const maskSign = /[\ue000-\uf8ff]/;
