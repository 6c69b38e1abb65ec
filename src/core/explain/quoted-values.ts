import { redact } from '../token/redact.js';
import type { ErrorValues } from './explanation.js';
import { undoEscapes } from './undo-escapes.js';

/** A token, or a scheme and what stands behind it; a name such as `monkeyJar` is none. */
const token = /(?<![A-Za-z0-9])e(?:yJ|yA|yI|wo|w0|yB|yd)[\w-]{16,}|\b(?:bearer|dpop)(?:\s|%20){1,8}[\w~+/=.%-]{16,}/i;
const emailAddress = /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;

/** The values verbatim, but for tokens: whoever reads them by machine compares them with others. */
export function withoutTokens(values: ErrorValues): ErrorValues {
  return mapValues(values, value => (token.test(undoEscapes(value)) ? redact(undoEscapes(value)) : value));
}

/**
 * A text as a sentence may quote it: without anything that looks like a token, and without addresses of people, also where escapes hide
 * them. A text that holds neither stays as it is.
 */
export function makeQuotable(text: string): string {
  const plain = undoEscapes(text);
  const quotable = redact(plain).replace(emailAddress, '[e-mail address]');
  return quotable === plain ? text : quotable;
}

/** The values as sentences may quote them. */
export function quotableValues(values: ErrorValues): ErrorValues {
  return mapValues(values, makeQuotable);
}

function mapValues(values: ErrorValues, change: (value: string) => string): ErrorValues {
  const entries = Object.entries(values) as [keyof ErrorValues, string | readonly string[]][];
  return Object.fromEntries(entries.map(([name, value]) => [name, typeof value === 'string' ? change(value) : value.map(change)]));
}
