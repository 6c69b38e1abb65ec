// What directives of a template may take away is not certain, and the verdict says so.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  decodeToken,
  judge,
  judgeText,
  pathWithin,
  readPolicies,
  readScopes,
  runRules,
  type Facts,
  type Judged,
} from '../../../src/core/index.js';
import { readTemplateBlocks, findTemplateBlock } from '../../../src/core/policy/template-blocks.js';
import { ids, makeTenant, type Tenant } from '../../harness/tenant.mjs';

const now = Math.floor(Date.now() / 1000);
let tenant: Tenant;
let facts: Facts;
beforeAll(async () => {
  tenant = await makeTenant();
  facts = { now, metadata: tenant.documents, token: decodeToken(await tenant.mint(2, 'workforce')) };
});

const other = '99999999-9999-4999-8999-999999999999';
const jwt = (audiences: string): string => `<validate-jwt header-name="Authorization" require-scheme="Bearer">
      <openid-config url="https://login.microsoftonline.com/${ids.tenant}/v2.0/.well-known/openid-configuration" />
      <audiences>${audiences}</audiences>
    </validate-jwt>`;
const audience = (id: string): string => `<audience>${id}</audience>`;
const inbound = (content: string): string => `<policies>\n  <inbound>\n    ${content}\n  </inbound>\n</policies>\n`;

/** The same text alone, and where the scopes around it are known. */
async function both(content: string): Promise<Judged[]> {
  const file = 'apis/orders/policy.xml';
  const path = pathWithin(
    readScopes([
      { path: 'policy.xml', text: inbound('') },
      { path: 'apis/orders/apiInformation.json', text: '{"properties":{"path":"orders"}}' },
      { path: file, text: inbound(content) },
    ]),
    file,
  );
  if (path === null) throw new Error('no path');
  return [await judgeText(inbound(content), facts), await judge(path, facts)];
}

const verdicts = async (content: string): Promise<unknown[]> =>
  (await both(content)).map(({ verdict }) => [
    verdict?.outcome,
    verdict?.because?.code ?? null,
    verdict?.notRead.filter(({ kind }) => kind === 'condition').map(({ name }) => name),
  ]);

const twice = (each: unknown): unknown[] => [each, each];

describe('a token policy between directives', () => {
  it('refuses only if it is there', async () => {
    const content = `%{ if var.jwt ~}\n    ${jwt(audience(other))}\n    %{ endif ~}`;
    expect(await verdicts(content)).toEqual(twice(['unresolved', 'caller-template', ['%{ if var.jwt ~}']]));
    const findings = await runRules(await judgeText(inbound(content), facts));
    expect(findings.filter(({ code }) => code === 'audience-mismatch').map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('that accepts the token leaves open what is answered without it', async () => {
    const content = `%{ for api in var.apis }${jwt(audience(ids.api))}%{ endfor }`;
    expect(await verdicts(content)).toEqual(twice(['pass', null, ['%{ for api in var.apis }']]));
  });

  it('outside of them refuses for certain', async () => {
    const content = `%{ if var.cors }<cors />%{ endif }${jwt(audience(other))}`;
    expect(await verdicts(content)).toEqual(twice(['fail', null, []]));
  });
});

describe('directives in the lists of a token policy', () => {
  it('leave a refusal open that the lists decide', async () => {
    const content = jwt(`%{ if var.more }${audience(ids.api)}%{ endif }${audience(other)}`);
    expect(await verdicts(content)).toEqual(twice(['pass', null, ['%{ if var.more }']]));
    const refused = jwt(`%{ if var.more }${audience(other)}%{ endif }${audience(other)}`);
    expect(await verdicts(refused)).toEqual(twice(['unresolved', 'caller-template', ['%{ if var.more }']]));
  });

  it('change nothing of a token that has expired', async () => {
    facts = { ...facts, now: now + 100_000 };
    const content = jwt(`%{ if var.more }${audience(ids.api)}%{ endif }`);
    expect((await verdicts(content)).map(each => (each as unknown[])[0])).toEqual(twice('fail'));
    facts = { ...facts, now };
  });
});

it('a return-response between directives ends nothing for certain', async () => {
  const content = `%{ if var.off }<return-response />%{ endif }${jwt(audience(other))}`;
  const [alone, onPath] = await verdicts(content);
  expect(alone).toEqual(['unresolved', 'caller-answered-before', ['%{ if var.off }']]);
  expect(onPath).toEqual(['fail', null, ['%{ if var.off }']]);
});

describe('blocks', () => {
  const read = (text: string): unknown =>
    readTemplateBlocks(
      text,
      [...text.matchAll(/%\{[^}]*\}|\$\{[^}]*\}/g)].map(({ index, 0: all }) => ({ start: index, end: index + all.length })),
    ).map(({ start, end }) => text.slice(start, end));
  it('are the outermost, and reach to the end where they are not closed', () => {
    expect(read('a%{ if x }b%{ for y in z }c%{ endfor }%{ else }d%{ endif }e${f}%{~ if g ~}h')).toEqual([
      '%{ if x }b%{ for y in z }c%{ endfor }%{ else }d%{ endif }',
      '%{~ if g ~}h',
    ]);
    expect(read('%{ endif }%{ else }')).toEqual([]);
  });

  it('are none where the sign means itself', () => {
    const text = '<policies>%{ if x }</policies>';
    expect(readPolicies(text).blocks).toHaveLength(1);
    expect(readPolicies(text, new Set([text.indexOf('%{')])).blocks).toEqual([]);
  });

  it('are found around a span and in it', () => {
    const blocks = [10, 30].map(start => ({ start, end: start + 10, opening: { start, end: start + 2 } }));
    const found = (start: number, end: number): number | undefined => findTemplateBlock(blocks, { start, end })?.start;
    expect([found(0, 10), found(0, 11), found(19, 19), found(20, 30), found(25, 31), found(45, 50)]).toEqual([
      undefined,
      10,
      10,
      undefined,
      30,
      undefined,
    ]);
  });
});

describe('a condition that the template writes', () => {
  const choose = (condition: string): string => `<choose><when condition="${condition}">${jwt(audience(other))}</when></choose>`;
  const outcome = async (condition: string, x?: string): Promise<unknown> => {
    const before = facts;
    facts = x === undefined ? facts : { ...facts, templateValues: { x } };
    const [, onPath] = await both(choose(condition));
    facts = before;
    return onPath?.verdict?.outcome;
  };

  it('is decided where its value is known', async () => {
    expect(await outcome('${x}', 'false')).toBe('pass');
    expect(await outcome('${x}', 'true')).toBe('fail');
    expect(await outcome('@(&quot;orders&quot; == &quot;${x}&quot;)', 'orders')).toBe('fail');
    expect(await outcome('@(&quot;orders&quot; == &quot;${x}&quot;)', 'stock')).toBe('pass');
  });

  it('is open where it is not', async () => {
    for (const condition of ['${x}', '@(&quot;orders&quot; == &quot;${x}&quot;)']) {
      const [, onPath] = await both(choose(condition));
      expect(onPath?.verdict?.notRead.map(({ kind }) => kind)).toContain('condition');
    }
  });
});
