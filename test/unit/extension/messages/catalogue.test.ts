// The extension's catalogue: every sentence once, in the language that it is asked for.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { catalogueOf, type Catalogue } from '../../../../src/extension/messages/catalogue.js';
import { english } from '../../../../src/extension/messages/english/index.js';
import { quote, render, say, sayAll } from '../../../../src/extension/messages/message.js';

const folder = path.join(import.meta.dirname, '..', '..', '..', '..', 'src', 'extension', 'messages', 'english');

it('has no name in two of its parts', async () => {
  const files = readdirSync(folder).filter(file => file !== 'index.ts');
  const parts = await Promise.all(files.map(file => import(path.join(folder, file)) as Promise<Readonly<Record<string, object>>>));
  const names = parts.flatMap(part => Object.values(part)).flatMap(Object.keys);
  expect(names.length).toBeGreaterThan(80);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(names.filter(name => !Object.hasOwn(english.sentences, name))).toEqual([]);
});

it('speaks another language where it is one more value of the same type', () => {
  const german: Catalogue = {
    language: 'de',
    sentences: { ...english.sentences, 'token-taken': ({ kindLabel }) => `Übernommen: ${kindLabel}.`, fetch: () => 'Abrufen' },
  };
  expect(render(say('token-taken', { kindLabel: 'B2C' }), german)).toBe('Übernommen: B2C.');
  expect(render(sayAll(say('fetch'), quote('x')), german)).toBe('Abrufen x');
  expect(render(say('token-taken', { kindLabel: 'B2C' }), english)).toBe('B2C.');
});

it.each(['en', 'en-gb', 'xx', '', '__proto__', 'constructor'])('is English for %j', language => {
  expect(catalogueOf(language)).toBe(english);
});

it('says one sentence after the other, those that are null left out', () => {
  const message = sayAll(sayAll(quote('a.'), quote('b.')), null, sayAll(quote('c.'), null), quote('d.'), null);
  expect(render(message, english)).toBe('a. b. c. d.');
});

it('checks the values of a sentence before it runs', () => {
  // @ts-expect-error: the value has another name.
  say('token-taken', { kind: 'B2C' });
  // @ts-expect-error: the value is missing.
  say('token-taken');
  // @ts-expect-error: there is no such sentence.
  say('token-token');
  expect(render(say('fix-all-count', { places: 1, files: 2 }), english)).toBe('1 place in 2 files');
});
