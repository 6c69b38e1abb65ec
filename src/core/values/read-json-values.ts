// Values that somebody wrote down by name: a JSON object, or lines NAME=VALUE.
import { scanJson } from '../hosts/scan-host.js';
import { findField, type HostObject, type HostValue } from '../hosts/host-value.js';
import { LineMap } from '../text/line-map.js';
import type { ReadValue } from './value-file.js';

/** Names of named values and of template variables. */
const nameShape = /^[A-Za-z0-9._:-]{1,256}$/;

/** Whether a named value or a template variable may be called so. */
export function isValueName(name: string): boolean {
  return nameShape.test(name);
}

/** The text of a value that is written down as one: a string in which nothing is filled in later, a number, a truth value. */
export function textOf(value: HostValue | null): string | null {
  if (value?.kind === 'string') return value.isTemplate ? null : value.text;
  return value?.kind === 'literal' && value.value !== null ? String(value.value) : null;
}

/**
 * Reads name → value, where a value is a text or `{ "value": …, "secret": true }`; a secret's value is left where it is. An object that
 * calls itself a secret has nothing but secrets.
 */
export function readJsonValues(text: string): ReadValue[] {
  const object = scanJson(text);
  if (object?.kind !== 'object') return [];
  const lines = new LineMap(text);
  const allSecret = isTrue(findField(object, 'secret'));
  return object.fields.flatMap(({ name, value, start }): ReadValue[] => {
    if (!isValueName(name) || value === null || (allSecret && name === 'secret')) return [];
    const given = value.kind === 'object' ? findField(value, 'value') : value;
    const secret = allSecret || (value.kind === 'object' && isSecret(value));
    const found = textOf(given);
    if (found === null && !secret) return [];
    return [{ kind: 'any', name, text: secret ? null : found, sensitive: secret, line: lines.positionAt(start).line }];
  });
}

/** Whether an object says of its value that it is a secret, or stands in a vault. */
export function isSecret(object: HostObject): boolean {
  return isTrue(findField(object, 'secret')) || findField(object, 'keyVault')?.kind === 'object';
}

function isTrue(value: HostValue | null): boolean {
  return value?.kind === 'literal' && value.value === true;
}

/** Reads lines `NAME=VALUE`, as in a `.env` file: quotes around a value and comments behind it are no part of it. */
export function readLineValues(text: string): ReadValue[] {
  return text.split(/\r\n|\r|\n/).flatMap((written, index): ReadValue[] => {
    const found = readAssignment(written);
    return found === null ? [] : [{ kind: 'any', ...found, sensitive: false, line: index + 1 }];
  });
}

/** `NAME=VALUE`; null where it is none. */
export function readAssignment(written: string): { readonly name: string; readonly text: string } | null {
  const line = written
    .replace(/^\ufeff/, '')
    .trimStart()
    .replace(/^export\s+/, '');
  const sign = line.indexOf('=');
  const name = line.slice(0, Math.max(sign, 0)).trimEnd();
  return isValueName(name) ? { name, text: readWritten(line.slice(sign + 1).trim()) } : null;
}

function readWritten(written: string): string {
  return readQuoted(written) ?? (written.startsWith('#') ? '' : (written.split(/\s#/)[0] ?? '').trimEnd());
}

/** What stands in quotes, up to the last one that only a comment follows; null where there is none. */
function readQuoted(written: string): string | null {
  const quote = written.charAt(0);
  if (quote !== '"' && quote !== "'") return null;
  for (let at = written.lastIndexOf(quote); at > 0; at = written.lastIndexOf(quote, at - 1)) {
    const rest = written.charAt(at + 1) === '' ? '' : (/\S/.exec(written.slice(at + 1, at + 64))?.[0] ?? '');
    if (rest === '' || rest === '#') return written.slice(1, at);
  }
  return null;
}
