import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { english } from '../../../src/core/messages/english/index.js';
import { say, sayAll } from '../../../src/core/messages/message.js';
import { render } from '../../../src/core/messages/render.js';

const folder = path.join(import.meta.dirname, '..', '..', '..', 'src', 'core', 'messages', 'english');

test('no name stands in two parts of the catalogue', async () => {
  const parts: object[] = [];
  for (const file of readdirSync(folder)) {
    if (file === 'index.ts') continue;
    const part = (await import(path.join(folder, file))) as Readonly<Record<string, unknown>>;
    // The parts that are merged; words of other kinds have no place in it.
    parts.push(...Object.values(part).filter((value): value is object => typeof value === 'object' && value !== null && isMerged(value)));
  }
  const whole = parts.filter(part => !parts.some(other => other !== part && contains(other, part)));
  const names = whole.flatMap(part => Object.keys(part));
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(names.sort()).toEqual(Object.keys(english).sort());
});

function isMerged(part: object): boolean {
  const entries = Object.entries(part);
  return entries.length > 0 && entries.every(([name, value]) => typeof value === 'function' && name in english);
}

function contains(whole: object, part: object): boolean {
  return (
    Object.keys(whole).length > Object.keys(part).length &&
    Object.entries(part).every(([name, value]) => (whole as Record<string, unknown>)[name] === value)
  );
}

test('sentences follow each other', () => {
  const message = sayAll(say('no-keys', {}), null, sayAll(say('secret-in-policy', {}), say('cors-after-token', {})), null);
  const expected = [say('no-keys', {}), say('secret-in-policy', {}), say('cors-after-token', {})].map(message => render(message)).join(' ');
  expect(render(message)).toBe(expected);
});

test('what nobody sees in a value is shown as what it is, and a sentence stays one line', () => {
  const message = sayAll(say('invalid-value-status', { value: 'a\u202eb\u200b' }), say('application-id-format', { value: 'c\nd\u2066' }));
  expect(render(message)).toMatch(/^"a\\u202eb\\u200b" is not an HTTP status.*"c\\u000ad\\u2066" is not an application id/);
});
