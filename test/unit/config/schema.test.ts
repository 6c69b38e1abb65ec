import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/core/config/read-config.js';

const schema = JSON.parse(readFileSync(new URL('../../../docs/schemas/config.schema.json', import.meta.url), 'utf8')) as object;
const isValid = new Ajv({ strict: true, keywords: ['allowComments', 'allowTrailingCommas'] }).compile(schema);

/** Whether reader and schema are of one mind. */
function agree(config: unknown): boolean {
  const isRead = readConfig(JSON.stringify(config)).problems.length === 0;
  if (isRead !== isValid(config)) throw new Error(`The schema and the reader disagree on ${JSON.stringify(config)}.`);
  return isRead;
}

describe('the schema of a config', () => {
  it('takes what the reader takes', () => {
    expect(agree({})).toBe(true);
    const values = { namedValues: { api: 'x' }, template: { tenant: 'y' }, files: ['env/prod.tfvars', 'x.json'] };
    const all = { $schema: 'x', rules: { 'no-audience': 'off' }, ignore: ['a/**'], ...values, values: { dev: values }, inForce: 'dev' };
    expect(agree(all)).toBe(true);
    const page = readFileSync(new URL('../../../docs/config.md', import.meta.url), 'utf8');
    const example = /```jsonc\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    expect(readConfig(example)).toMatchObject({ problems: [], inForce: { name: 'dev' } });
  });

  it.each([
    { rulez: {} },
    { allowedHosts: [] },
    { rules: { 'no-such-rule': 'off' } },
    { rules: { 'no-audience': 'silent' } },
    { ignore: 'a' },
    { ignore: [1] },
    { ignore: [''] },
    { files: ['id_rsa'] },
    { namedValues: { a: 1 } },
    { values: { 'a/b': {} } },
    { values: { dev: { inForce: 'x' } } },
    { inForce: 1 },
    [],
  ])('refuses what the reader refuses: %j', config => {
    expect(agree(config)).toBe(false);
  });
});
