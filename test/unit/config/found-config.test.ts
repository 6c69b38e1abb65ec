import { describe, expect, it } from 'vitest';
import { findUnknownSet, joinFiles, type FoundConfig } from '../../../src/core/config/found-config.js';
import { readConfig } from '../../../src/core/config/read-config.js';
import { mentionedNames } from '../../../src/core/values/mentioned-names.js';
import { readValueFile } from '../../../src/core/values/read-value-file.js';
import { ValueBook } from '../../../src/core/values/value-book.js';

const path = 'repo/.apim-token-doctor.json';

function find(config: object, texts: Record<string, string> = {}): FoundConfig {
  return joinFiles(
    path,
    readConfig(JSON.stringify(config)),
    file => `repo/${file}`,
    file => texts[file] ?? null,
  );
}

function bookWith({ config, files }: FoundConfig, before = new ValueBook()): ValueBook {
  const book = before.copy();
  book.addConfig(path, config, files);
  return book;
}

const names = mentionedNames('{{api}} ${tenant}');

describe('the values of a config', () => {
  it('are those that it gives and those of its files, each in its set', () => {
    const found = find(
      {
        namedValues: { api: 'api://all' },
        values: { dev: { namedValues: { api: 'api://dev' }, files: ['env/x.json'] }, prod: { files: ['env/prod.tfvars'] } },
      },
      { 'env/x.json': '{"tenant": "dev-tenant"}', 'env/prod.tfvars': 'tenant = "prod-tenant"' },
    );
    expect(found.problems).toEqual([]);
    const book = bookWith(found);
    expect(book.sets).toEqual(['dev', 'prod']);
    expect(book.valuesFor('repo/p.xml', 'dev', names)).toMatchObject({
      namedValues: { api: 'api://dev' },
      templateValues: { tenant: 'dev-tenant' },
      sources: { api: { from: 'file', path, line: 1, set: 'dev' } },
      templateSources: { tenant: { from: 'file', path: 'repo/env/x.json', set: 'dev' } },
    });
    expect(book.valuesFor('repo/p.xml', 'prod', names)).toMatchObject({
      namedValues: { api: 'api://all' },
      templateValues: { tenant: 'prod-tenant' },
    });
  });

  it('of a file without a set go by the name of the file', () => {
    const book = bookWith(find({ files: ['env/test.tfvars'] }, { 'env/test.tfvars': 'tenant = "t"' }));
    expect(book.sets).toEqual(['test']);
  });

  it('come before what is found, and after what somebody gives', () => {
    const before = new ValueBook();
    const beside = readValueFile('repo/terraform.tfvars', 'tenant = "found"\n');
    if (beside !== null) before.addFile(beside, 'found');
    const found = find({ template: { tenant: 'config' } });
    const valueOf = (book: ValueBook): string | undefined => book.valuesFor('repo/p.xml', null, names).templateValues['tenant'];
    expect(valueOf(before)).toBe('found');
    const book = bookWith(found, before);
    expect(valueOf(book)).toBe('config');
    // What stands in a copy is not in the first one.
    expect(valueOf(before)).toBe('found');
    book.addGiven('any', { tenant: 'setting' }, 'setting', null);
    expect(valueOf(book)).toBe('setting');
  });

  it('leave a secret what it is', () => {
    const before = new ValueBook();
    const information = readValueFile(
      'repo/named values/api/namedValueInformation.json',
      JSON.stringify({ properties: { displayName: 'api', secret: true } }),
    );
    if (information !== null) before.addFile(information, 'found');
    const { sources } = bookWith(find({ namedValues: { api: 'known to all' } }), before).valuesFor('repo/p.xml', null, names);
    expect(sources['api']).toMatchObject({ secret: true });
  });

  it('are missed where a file is not there, too long, or says nothing', () => {
    const { problems, files } = find(
      { files: ['gone.json', 'long.json', 'nothing.json'] },
      { 'long.json': `{"a": "${'x'.repeat(1_048_577)}"}`, 'nothing.json': '[]' },
    );
    expect(files).toEqual([]);
    expect(problems.map(({ code, name }) => [code, name])).toEqual([
      ['not-read', 'gone.json'],
      ['not-read', 'long.json'],
      ['not-read', 'nothing.json'],
    ]);
  });

  it('may lack the set that is to be in force', () => {
    const found = find({ values: { dev: {} }, inForce: 'prd' });
    expect(findUnknownSet(found, bookWith(found).sets)).toMatchObject({ code: 'unknown-set', name: 'prd', line: 1 });
    const right = find({ values: { dev: {} }, inForce: 'dev' });
    expect(findUnknownSet(right, bookWith(right).sets)).toBeNull();
  });
});
