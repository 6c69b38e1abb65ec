import { describe, expect, it } from 'vitest';
import { englishCatalogue } from '../../../src/core/messages/english/index.js';
import { germanCatalogue } from '../../../src/core/messages/german/index.js';
import { readConfig } from '../../../src/core/config/read-config.js';
import { wordConfigProblem } from '../../../src/core/config/found-config.js';
import { longestConfig } from '../../../src/core/config/config.js';

/** Each problem as `line:column code name`, with what was perhaps meant. */
function problemsOf(text: string): string[] {
  return readConfig(text).problems.map(({ line, column, code, name, near }) =>
    [`${String(line)}:${String(column)}`, code, name, near === null ? null : `(${near})`].filter(part => part !== null).join(' '),
  );
}

describe('a config', () => {
  it('says rules, what is ignored, values in sets, and which set is in force', () => {
    const config = readConfig(`\ufeff{
  // which rules
  "$schema": "docs/schemas/config.schema.json",
  "rules": { "no-audience": "off", "any-tenant": "error" }, /* and what not */
  "ignore": ["generated/", "*.old.xml"],
  "namedValues": { "api": "api://orders" },
  "values": {
    "dev": { "namedValues": { "tenant": "organizations" }, "template": { "tenant_id": "common" }, "files": ["./env/dev.tfvars"] },
    "prod": { "files": ["env/prod.json",] },
  },
  "inForce": "dev",
}`);
    expect(config.problems).toEqual([]);
    expect(config.severities).toEqual({ 'no-audience': 'off', 'any-tenant': 'error' });
    expect(config.ignore).toHaveLength(2);
    expect(config.values.map(({ kind, name, text, set, line }) => [kind, name, text, set, line])).toEqual([
      ['named-value', 'api', 'api://orders', null, 6],
      ['named-value', 'tenant', 'organizations', 'dev', 8],
      ['template', 'tenant_id', 'common', 'dev', 8],
    ]);
    expect(config.files.map(({ path, set }) => [path, set])).toEqual([
      ['env/dev.tfvars', 'dev'],
      ['env/prod.json', 'prod'],
    ]);
    expect([config.sets, config.inForce?.name]).toEqual([['dev', 'prod'], 'dev']);
  });

  it('that is empty says nothing', () => {
    expect(readConfig('{}')).toEqual({ severities: {}, ignore: [], values: [], files: [], sets: [], inForce: null, problems: [] });
  });

  it.each([
    ['', '1:1 not-json'],
    ['{', '1:1 not-json'],
    ['{"rules": {"no-audience": off}}', '1:27 not-json'],
    ['{"rules": {"no-audience" "off"}}', '1:26 not-json'],
    ['{"rules": {}\n"ignore": []}', '2:1 not-json'],
    ['{"ignore": ["a" "b"]}', '1:17 not-json'],
    ['{"ignore": ["a]}', '1:13 not-json'],
    ['{} {}', '1:4 not-json'],
    ['{"inForce": 01x}', '1:15 not-json'],
    ['{,}', '1:2 not-json'],
    ['[]', '1:1 not-an-object'],
    ['"text"', '1:1 not-an-object'],
    ['{"rules": []}', '1:11 not-an-object rules'],
    ['{"rule": {}}', '1:2 unknown-member rule (rules)'],
    ['{"metadata": {"allowedHosts": ["evil.example"]}}', '1:2 not-from-here metadata'],
    ['{"allowedHosts": ["evil.example"]}', '1:2 not-from-here allowedHosts'],
    ['{"savedDocuments": {}}', '1:2 not-from-here savedDocuments'],
    ['{"identityHosts": ["evil.example"]}', '1:2 not-from-here identityHosts'],
    ['{"extends": "../x.json"}', '1:2 not-from-here extends'],
    ['{"rules": {"no-audiences": "off"}}', '1:12 unknown-rule no-audiences (no-audience)'],
    ['{"rules": {"no-audience": "silent"}}', '1:27 wrong-severity no-audience'],
    ['{"rules": {"no-audience": 0}}', '1:27 wrong-severity no-audience'],
    ['{"ignore": "a"}', '1:12 not-a-list ignore'],
    ['{"ignore": [1]}', '1:13 not-a-text ignore'],
    ['{"ignore": ["!a"]}', '1:13 wrong-pattern !a'],
    ['{"ignore": ["../a"]}', '1:13 wrong-pattern ../a'],
    ['{"ignore": [""]}', '1:13 wrong-pattern '],
    ['{"namedValues": {"a": 1}}', '1:23 not-a-text a'],
    ['{"namedValues": {"a b": "x"}}', '1:18 wrong-name a b'],
    ['{"values": {"a/b": {}}}', '1:13 wrong-name a/b'],
    ['{"values": {"dev": {"tenant": "x"}}}', '1:21 unknown-member tenant'],
    ['{"values": {"dev": {"inForce": "x"}}}', '1:21 unknown-member inForce'],
    ['{"inForce": 1}', '1:13 not-a-text inForce'],
  ])('%j: %s', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('of several members of one name has the last one, and says so', () => {
    const text = '{"rules": {"no-audience": "error", "no-audience": "off"}, "rules": {"any-tenant": "off"}}';
    expect(problemsOf(text)).toEqual(['1:2 twice rules']);
    expect(readConfig(text).severities).toEqual({ 'any-tenant': 'off' });
    expect(problemsOf('{"rules": {"no-audience": "error", "no-audience": "off"}}')).toEqual(['1:12 twice no-audience']);
  });

  it('loses what is wrong, and nothing else', () => {
    const { severities, ignore, values, problems } = readConfig(
      '{"rules": {"x": "off", "no-audience": "off"}, "ignore": ["/", "a"], "namedValues": {"a": 1, "b": "x"}, "more": 1}',
    );
    expect(severities).toEqual({ 'no-audience': 'off' });
    expect(ignore).toHaveLength(1);
    expect(values.map(({ name }) => name)).toEqual(['b']);
    expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it.each(['', '[]', `{"ignore": ${'['.repeat(20)}${']'.repeat(20)}}`, `{"inForce": "${'x'.repeat(longestConfig)}"}`])(
    'of which nothing counts has an error alone',
    text => {
      const config = readConfig(text);
      expect(config.problems.map(({ severity }) => severity)).toEqual(['error']);
      expect({ ...config, problems: [] }).toEqual(readConfig('{}'));
    },
  );

  it.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])('takes the name %s as any other', name => {
    const text = `{"rules": {"${name}": "off"}, "namedValues": {"${name}": "x"}, "values": {"${name}": {"template": {"${name}": "y"}}}, "${name}": {}}`;
    const config = readConfig(text);
    expect(config.problems.map(({ code }) => code)).toEqual(['unknown-rule', 'unknown-member']);
    expect(config.severities).toEqual({});
    expect(config.values.map(value => [value.name, value.set])).toEqual([
      [name, null],
      [name, name],
    ]);
    expect(({} as Record<string, unknown>)['rules']).toBeUndefined();
  });

  it.each([
    ['../outside.json'],
    ['a/../../b.json'],
    ['/etc/values.json'],
    ['C:/values.json'],
    ['a\\b.json'],
    ['.env'],
    ['.git/config.json'],
    ['a/.hidden/values.json'],
    ['node_modules/x/values.json'],
    ['id_rsa'],
    ['values.txt'],
    ['a//b.json'],
    ['https://evil.example/values.json'],
    ['a\u0000.json'],
  ])('does not read %j', path => {
    const { files, problems } = readConfig(JSON.stringify({ files: [path] }));
    expect(files).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['wrong-path']);
  });

  it('has a bound on each list, and on what is said', () => {
    const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `n${String(index)}`);
    const config = readConfig(
      JSON.stringify({
        ignore: many(150),
        files: many(150).map(name => `${name}.json`),
        namedValues: Object.fromEntries(many(6000).map(name => [name, 'x'])),
        values: Object.fromEntries(many(150).map(name => [name, {}])),
      }),
    );
    expect([config.ignore.length, config.files.length, config.values.length, config.sets.length]).toEqual([100, 100, 5000, 100]);
    expect(config.problems.map(({ code }) => code)).toEqual(['too-many', 'too-many', 'too-many', 'too-many']);
    expect(readConfig(JSON.stringify(Object.fromEntries(many(500).map(name => [name, 1])))).problems).toHaveLength(100);
    expect(problemsOf(JSON.stringify({ namedValues: { a: 'x'.repeat(4097) } }))).toEqual(['1:21 too-long a']);
  });

  it('counts all values of all sets together', () => {
    const values = (start: number): object =>
      Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`n${String(start + index)}`, 'x']));
    const config = readConfig(JSON.stringify({ values: { a: { namedValues: values(0) }, b: { namedValues: values(3000) } } }));
    expect(config.values).toHaveLength(5000);
  });

  it('says in each language what is wrong with it', () => {
    const { problems } = readConfig('{"rule": {}, "rules": {"nope": 1}, "files": ["../a"], "allowedHosts": [], "ignore": ["!"]}');
    for (const catalogue of [englishCatalogue, germanCatalogue])
      for (const problem of problems) expect(wordConfigProblem(problem, catalogue)).toContain(`"${problem.name ?? ''}"`);
    expect(problems).toHaveLength(5);
  });
});
