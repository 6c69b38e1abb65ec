// What is known of named values and template variables is judged with, and stays what it is in the text: a placeholder.
import { describe, expect, it } from 'vitest';
import { judgeText, makeFixes, rewriteAll, runRules, type Facts } from '../../../src/core/index.js';

const guid = '11111111-2222-3333-4444-555555555555';
const address = `https://login.microsoftonline.com/${guid}/v2.0`;
const aad = (tenant: string, more = ''): string =>
  `<policies>\n  <inbound>\n    <validate-azure-ad-token tenant-id="${tenant}"${more}>\n      <audiences>\n        <audience>api://orders</audience>\n      </audiences>\n    </validate-azure-ad-token>\n  </inbound>\n</policies>\n`;

async function rewrite(text: string, facts: Partial<Facts>): Promise<{ readonly text: string; readonly reasons: readonly string[] }> {
  const done = await rewriteAll(await judgeText(text, { now: 1, metadata: {}, ...facts }), 'to-validate-jwt', undefined);
  return { text: done.text, reasons: done.refusals.map(({ reason }) => reason) };
}

describe.each([
  ['{{tenant}}', (value: string, secret = false) => ({ namedValues: { tenant: value }, sources: source(secret) })],
  ['${tenant}', (value: string, secret = false) => ({ templateValues: { tenant: value }, templateSources: source(secret) })],
] as const)('a rewrite with %s', (placeholder, known) => {
  it('keeps it, whatever it holds', async () => {
    const { text } = await rewrite(aad(placeholder), known(guid, true));
    expect(text).toContain(`https://login.microsoftonline.com/${placeholder}/v2.0/.well-known/openid-configuration`);
    expect(text).not.toContain(guid);
  });

  it('knows by its value that it names many tenants', async () => {
    const { text, reasons } = await rewrite(aad(placeholder), known('organizations'));
    expect(text).toBe(aad(placeholder));
    expect(reasons).toHaveLength(1);
  });

  it('writes no secret out of it, and says where it comes from', async () => {
    expect((await rewrite(aad(placeholder), known(address))).text).toContain(`${address}/.well-known`);
    const { text, reasons } = await rewrite(aad(placeholder), known(address, true));
    expect(text).toBe(aad(placeholder));
    expect(reasons).toEqual([
      'The rewrite would write the value of tenant into the policy, and it is marked as a secret (prod.tfvars:3). Write what it stands for by hand, or take the mark away.',
    ]);
  });
});

function source(secret: boolean): NonNullable<Facts['sources']> {
  return { tenant: { from: 'file', path: 'prod.tfvars', line: 3, ...(secret ? { secret } : {}) } };
}

it('a fix of what a placeholder holds is none of the text', async () => {
  const text = `<policies><inbound><validate-jwt header-name="Authorization"><openid-config url="\${url}" /></validate-jwt></inbound></policies>`;
  const judged = await judgeText(text, { now: 1, metadata: {}, templateValues: { url: address } });
  const finding = (await runRules(judged)).find(({ code }) => code === 'openid-config-url');
  expect(finding?.from.map(({ name }) => name)).toEqual(['url']);
  expect(finding === undefined ? null : await makeFixes(judged, finding)).toEqual([]);
});
