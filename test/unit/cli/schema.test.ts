import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFolder } from '../../harness/read-folder.js';
import { runInMemory } from './memory-io.js';
import { mintStory, now, policy } from './story.js';

const schema = JSON.parse(readFileSync(new URL('../../../docs/schemas/check.schema.json', import.meta.url), 'utf8')) as object;

/** The schema, with no member allowed that it does not describe: what is written must stand in it. */
function makeStrict(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(makeStrict);
  if (typeof part !== 'object' || part === null) return part;
  const members: Record<string, unknown> = Object.fromEntries(Object.entries(part).map(([name, each]) => [name, makeStrict(each)]));
  const describesMembers = members['type'] === 'object' && 'properties' in members && !('additionalProperties' in members);
  return describesMembers ? { ...members, additionalProperties: false } : members;
}

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const published = ajv.compile(schema);
const strict = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(makeStrict(schema) as object);

const cases = new Map<string, unknown>();

beforeAll(async () => {
  const { token, metadata } = await mintStory('external-id-v1');
  const facts = ['--token', 'token.txt', '--metadata', 'm.json', '--now', String(now), '--format', 'json'];
  const read = async (files: Readonly<Record<string, string>>, ...args: string[]): Promise<unknown> => {
    const { output } = await runInMemory(['check', ...args], { files: { ...files, 'token.txt': token, 'm.json': metadata } });
    return JSON.parse(output) as unknown;
  };
  cases.set('without a token', await read({ 'p.xml': policy }, 'p.xml', '--format', 'json'));
  cases.set('with a token', await read({ 'p.xml': policy }, 'p.xml', ...facts));
  const branches = policy
    .replace('<validate-azure', '<choose><when condition="@(true)"><validate-azure')
    .replace(
      '</validate-azure-ad-token>',
      '<required-claims><claim name="scp"><value>{{scope}}</value></claim></required-claims></validate-azure-ad-token></when></choose>',
    );
  cases.set('with branches, values and claims', await read({ 'p.xml': branches }, 'p.xml', '--values', 'scope=Orders.Read', ...facts));
  const config = { 'p.xml': policy, '.apim-token-doctor.json': '{"rules": {"no-audience": "off"}, "rulez": {}}' };
  cases.set('with a config', await read(config, 'p.xml', '--format', 'json'));
  const host = JSON.stringify({ properties: { format: 'rawxml', value: policy } });
  cases.set('inside a host', await read({ 'p.json': host }, 'p.json', ...facts));
  const folder = Object.fromEntries(
    readFolder('apiops-toolkit').map(({ path, text }) => [`repo/${path}`, typeof text === 'string' ? text : text()]),
  );
  cases.set('of a folder with scopes', await read(folder, 'repo', ...facts));
  cases.set('of one operation', await read(folder, 'repo', '--operation', 'orders/get-order', ...facts));
  cases.set(
    'of a text that is no token',
    JSON.parse(
      (await runInMemory(['check', 'p.xml', '--token', '-', '--format', 'json'], { files: { 'p.xml': policy }, input: 'no token' })).output,
    ) as unknown,
  );
});

describe('the JSON of check', () => {
  it.each([
    'without a token',
    'with a token',
    'with branches, values and claims',
    'with a config',
    'inside a host',
    'of a folder with scopes',
    'of one operation',
    'of a text that is no token',
  ])('%s is as its schema says, every member', name => {
    const output = cases.get(name);
    published(output);
    expect(published.errors ?? []).toEqual([]);
    strict(output);
    expect(
      (strict.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`),
    ).toEqual([]);
  });

  it('would be refused with a member of another type', () => {
    expect(published({ ...(cases.get('with a token') as object), now: 'today' })).toBe(false);
    expect(strict({ ...(cases.get('with a token') as object), more: 1 })).toBe(false);
  });
});
