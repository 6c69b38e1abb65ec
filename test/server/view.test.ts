import { describe, expect, it } from 'vitest';
import { addresses, ids, makeTenant, personal } from '../harness/tenant.mjs';
import { policyUri, storyPolicy, TestClient } from './test-client.js';

describe('the view', () => {
  it('has neither token nor document without any', async () => {
    const client = await TestClient.start();
    expect(await client.ask('apimTokenDoctor/view', { uri: null })).toMatchObject({
      token: null,
      document: null,
      policies: [],
      findings: [],
      sources: [],
    });
  });

  it('says what the gateway answers, check by check, and where the cause stands', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    await client.open(storyPolicy);
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId') });
    const view = await client.ask('apimTokenDoctor/view', { uri: policyUri });
    expect(view.document).toMatchObject({ name: 'story.policy.xml', notice: null, prediction: { outcome: 'fail', answer: '401' } });
    expect(view.document?.prediction?.headline).toBe(view.findings[0]?.title);
    expect(view.document?.prediction?.headline).toMatch(/External ID/);
    const prediction = view.policies[0]?.prediction;
    expect(prediction?.reports?.idx).toBe('IDX40001');
    const outcomes = Object.fromEntries(prediction?.checks.map(({ label, outcome }) => [label, outcome]) ?? []);
    expect(outcomes).toMatchObject({ Signature: 'unresolved', Audience: 'pass', Issuer: 'fail', Lifetime: 'pass' });
    const issuer = prediction?.checks.find(({ check }) => check === 'issuer');
    expect(issuer?.sentence).toMatch(/\.$/);
    expect(storyPolicy.slice(issuer?.place?.start, issuer?.place?.end)).toBe('11111111-2222-3333-4444-555555555555');
    expect(view.findings.some(({ fixable, gatewayText }) => fixable && gatewayText?.includes('IDX40001'))).toBe(true);
  });

  it('leads from the verdict to the fixes of what is reported, or says that another token is the cure', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    await client.open(storyPolicy);
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId') });
    const { document } = await client.ask('apimTokenDoctor/view', { uri: policyUri });
    const cure = document?.prediction?.cure;
    expect(cure?.kind).toBe('fixes');
    const fixes = cure?.kind === 'fixes' ? cure.fixes : [];
    expect(fixes[0]).toMatchObject({
      label: 'Rewrite line 9',
      after: '→ 200 if the rest passes',
      title: expect.stringMatching(/^Rewrite as validate-jwt for External ID, both forms: /) as string,
      fails: false,
    });
    expect(fixes.some(({ fails, after }) => fails && after?.includes('still 401') === true)).toBe(true);
    expect(document?.prediction?.difference).toMatchObject({
      name: 'iss',
      found: addresses.externalIdIssuer.v1,
      wanted: `https://login.microsoftonline.com/${ids.tenant}/v2.0`,
      others: 0,
      place: { line: 9 },
    });
    expect(document?.prediction?.notReadAt).toMatchObject({ line: 7 });
    expect(document?.prediction?.notRead).toMatch(/^Not read: <base \/> \(line \d+\)\./);
    await client.type(storyPolicy.replaceAll('<base />', ''));
    const whole = (await client.ask('apimTokenDoctor/view', { uri: policyUri })).document?.prediction?.cure;
    expect(whole?.kind === 'fixes' ? whole.fixes[0]?.after : null).toBe('→ 200 if the signature is right');
    await client.ask('apimTokenDoctor/token/set', { id: 'b', pasted: await tenant.mint(1, 'externalId', { exp: 1_700_000_000 }) });
    const expired = await client.ask('apimTokenDoctor/view', { uri: policyUri });
    expect(expired.policies[0]?.prediction?.reports?.check).toBe('lifetime');
    expect(expired.document?.prediction?.cure).toMatchObject({ kind: 'token', words: 'Another token is the cure.' });
  });

  it('has every claim that the policy compares, with its outcome, its line and what is wanted', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    await client.open(storyPolicy);
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId') });
    const view = await client.ask('apimTokenDoctor/view', { uri: policyUri });
    const rows = new Map(view.policies[0]?.compared.map(row => [row.name, row]));
    expect([...rows.keys()]).toEqual(['kid', 'nbf', 'exp', 'aud', 'iss', 'appid']);
    expect(rows.get('kid')).toMatchObject({ part: 'header', outcome: 'unresolved' });
    expect(rows.get('aud')).toMatchObject({ outcome: 'pass', place: { line: 15 }, value: `api://${ids.api}` });
    expect(rows.get('appid')).toMatchObject({ outcome: 'pass', place: { line: 11 }, value: ids.client });
    expect(rows.get('iss')).toMatchObject({ outcome: 'fail', wanted: [`https://login.microsoftonline.com/${ids.tenant}/v2.0`] });
    expect(rows.get('exp')?.at).toBeGreaterThan(view.now);
  });

  it('never hides a claim that the policy names, personal or not, and judges each required claim by itself', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    const required = `<required-claims><claim name="name"><value>Someone Else</value></claim><claim name="scp" separator=" "><value>Orders.Read</value></claim></required-claims>`;
    await client.open(
      `<policies><inbound><validate-jwt header-name="Authorization"><openid-config url="${addresses.externalId}" />${required}</validate-jwt></inbound></policies>`,
    );
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(2, 'externalId') });
    const { policies, token } = await client.ask('apimTokenDoctor/view', { uri: policyUri });
    const named = policies[0]?.compared.filter(({ check }) => check === 'claims');
    expect(named).toMatchObject([
      { name: 'name', value: personal.name, outcome: 'fail', wanted: ['Someone Else'] },
      { name: 'scp', outcome: 'pass' },
    ]);
    expect(token?.claims.find(({ name }) => name === 'name')?.value).toBeNull();
  });

  it('names the condition of each branch, and says of a choose what would decide it', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    const jwt = `<validate-azure-ad-token tenant-id="${ids.tenant}" />`;
    await client.open(
      `<policies><inbound><choose><when condition="@(context.Request.Url.Path.Contains("/v2"))">${jwt}</when><otherwise>${jwt}</otherwise></choose></inbound></policies>`,
    );
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(2, 'workforce') });
    const { policies } = await client.ask('apimTokenDoctor/view', { uri: policyUri });
    expect(policies.map(({ condition }) => condition)).toEqual([
      'If @(context.Request.Url.Path.Contains("/v2"))',
      'If no condition of choose holds',
    ]);
  });

  it('says of what is not decided what would decide it', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    await client.open(
      `<policies><inbound><validate-jwt header-name="Authorization"><openid-config url="${addresses.workforceV2}" /><audiences><audience>{{orders-api}}</audience></audiences></validate-jwt></inbound></policies>`,
    );
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(2, 'workforce') });
    await client.ask('apimTokenDoctor/facts/set', { metadata: tenant.documents, namedValues: {}, sources: {} });
    const { document } = await client.ask('apimTokenDoctor/view', { uri: policyUri });
    expect(document?.prediction).toMatchObject({ outcome: 'unresolved', headline: expect.stringContaining('orders-api') as string });
  });

  it('says how long ago in the words that a person uses, and names no tenant after the attribute that holds a placeholder', async () => {
    const now = 1_798_000_000;
    const client = await TestClient.start({ now: () => now });
    const tenant = await makeTenant();
    await client.open(storyPolicy);
    await client.ask('apimTokenDoctor/token/set', {
      id: 'a',
      pasted: await tenant.mint(1, 'externalId', { iat: now - 90_000, nbf: now - 90_000, exp: now - 86_408 }),
    });
    const expired = await client.ask('apimTokenDoctor/view', { uri: policyUri });
    expect(expired.document?.prediction?.headline).toMatch(/24 hours ago/);
    expect(JSON.stringify([expired.document, expired.findings])).not.toMatch(/86408/);
    await client.open(storyPolicy.replace(ids.tenant, '${tenant_id}'), 'file:///repo/orders.xml.tftpl');
    await client.ask('apimTokenDoctor/token/set', {
      id: 'b',
      pasted: await tenant.mint(1, 'externalId', { exp: now + 3600, nbf: now, iat: now }),
    });
    const template = await client.ask('apimTokenDoctor/view', { uri: 'file:///repo/orders.xml.tftpl' });
    expect(template.document?.prediction).not.toBeNull();
    expect(JSON.stringify([template.document, template.findings, template.policies])).not.toContain('tenant tenant-id');
    expect(template.document?.prediction?.difference?.wanted).toBe('https://login.microsoftonline.com/${tenant_id}/v2.0');
    expect(template.document?.prediction?.cure).toEqual({ kind: 'step', step: { finding: 0, step: 0 } });
  });

  it('says of the signature what the check says, and nothing beside it', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(2, 'workforce') });
    const alone = await client.ask('apimTokenDoctor/view', { uri: null });
    expect(alone.token?.summary.at(-1)?.words).toContain('does not verify it');
    await client.open(storyPolicy);
    const judged = await client.ask('apimTokenDoctor/view', { uri: policyUri });
    expect(judged.token?.summary.map(({ words }) => words).join()).not.toContain('does not verify it');
  });

  it('bounds what it sends, however many claims there are and however long they are, and filters all of them', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`c${index}`, index]));
    const hostile = { groups: Array.from({ length: 200 }, (_, index) => `group-${index}`), long: 'x'.repeat(30_000) };
    await client.open(storyPolicy);
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(2, 'externalId', { ...many, ...hostile }) });
    const view = await client.ask('apimTokenDoctor/view', { uri: policyUri, personal: true, json: true });
    expect(view.token?.claims).toHaveLength(200);
    expect((view.token?.more ?? 0) + 200).toBe(view.token?.count);
    expect(JSON.stringify(view).length).toBeLessThan(250_000);
    expect(view.token?.json?.cut).toBe(true);
    const found = await client.ask('apimTokenDoctor/view', { uri: policyUri, personal: true, filter: 'C9999' });
    expect(found.token).toMatchObject({ more: 0, claims: [{ name: 'c9999', value: '9999' }] });
    const [long] = (await client.ask('apimTokenDoctor/view', { uri: policyUri, personal: true, filter: 'long' })).token?.claims ?? [];
    expect([long?.value?.length, long?.length]).toEqual([2_000, 30_000]);
    const [groups] = (await client.ask('apimTokenDoctor/view', { uri: policyUri, filter: 'groups' })).token?.claims ?? [];
    expect(groups?.entries).toBe(200);
    expect(await client.ask('apimTokenDoctor/token/text', { part: 'claims', name: 'long' })).toHaveLength(30_000);
    // Longer than the gateway's library reads: said, and nothing of it sent.
    await client.ask('apimTokenDoctor/token/set', { id: 'b', pasted: await tenant.mint(2, 'externalId', { long: 'x'.repeat(1_000_000) }) });
    expect(JSON.stringify(await client.ask('apimTokenDoctor/view', { uri: policyUri, personal: true, json: true })).length).toBeLessThan(
      60_000,
    );
  });

  it('finds nothing in a hidden value', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(2, 'externalId') });
    const filter = String(personal.name).slice(0, 6);
    expect((await client.ask('apimTokenDoctor/view', { uri: null, filter })).token?.claims).toEqual([]);
    expect((await client.ask('apimTokenDoctor/view', { uri: null, filter, personal: true })).token?.claims).not.toEqual([]);
  });

  it('compares two tokens of the session, what differs first, and hides what may tell of a person', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId', { name: 'Another Person' }) });
    await client.ask('apimTokenDoctor/token/set', { id: 'b', pasted: await tenant.mint(2, 'externalId') });
    const { comparison } = await client.ask('apimTokenDoctor/view', { uri: null, compare: 'a' });
    expect(comparison?.kind).toBe('external-id-v1');
    const differ = comparison?.rows.map(({ differs }) => differs) ?? [];
    expect(differ.lastIndexOf(true)).toBeLessThan(differ.indexOf(false));
    const row = (name: string) => comparison?.rows.find(each => each.name === name);
    expect(row('iss')).toMatchObject({ own: addresses.externalIdIssuer.v2, other: addresses.externalIdIssuer.v1, differs: true });
    expect(row('appid')).toMatchObject({ own: null, other: ids.client, differs: true });
    expect(row('name')).toMatchObject({ own: null, other: null, differs: true, hidden: true });
    expect((await client.ask('apimTokenDoctor/view', { uri: null, compare: 'b' })).comparison).toBeNull();
    expect((await client.ask('apimTokenDoctor/view', { uri: null, compare: 'gone' })).comparison).toBeNull();
  });

  it('heads a refusal that the policy itself brings about with that cause, and offers its fix', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    await client.open('<policies><inbound><validate-jwt header-name="Authorization" /></inbound></policies>');
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(2, 'workforce') });
    const { document, policies } = await client.ask('apimTokenDoctor/view', { uri: policyUri });
    expect(policies[0]?.prediction?.reports?.check).toBe('signature');
    expect(document?.prediction).toMatchObject({
      headline: expect.stringMatching(/key/) as string,
      cure: { kind: 'fixes', fixes: [{ finding: 'no-keys' }] },
    });
  });

  it('says why the caller may see something else', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    await client.open(storyPolicy.replace('<on-error>', '<on-error><set-status code="403" reason="No" />'));
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId') });
    const { document, policies } = await client.ask('apimTokenDoctor/view', { uri: policyUri });
    expect(document?.prediction).toMatchObject({
      outcome: 'unresolved',
      answer: null,
      detail: expect.stringContaining('on-error') as string,
    });
    expect(policies[0]?.prediction?.reports?.idx).toBe('IDX40001');
  });

  it('says that a document has no token policy, or is no policy at all', async () => {
    const client = await TestClient.start();
    await client.open('<policies><inbound /></policies>', 'file:///empty.xml');
    await client.open('<list />', 'file:///a%20list.xml');
    expect((await client.ask('apimTokenDoctor/view', { uri: 'file:///empty.xml' })).document?.notice).toContain('no token policy');
    expect((await client.ask('apimTokenDoctor/view', { uri: 'file:///a%20list.xml' })).document).toMatchObject({
      name: 'a list.xml',
      notice: expect.stringContaining('not a policy document') as string,
      prediction: null,
    });
  });

  it('answers with a fixed sentence where making it fails, and logs no text of the error', async () => {
    const client = await TestClient.start({ judging: { judge: () => Promise.reject(new Error('secret text of an error')) } });
    await client.open(storyPolicy);
    await expect(client.ask('apimTokenDoctor/view', { uri: policyUri })).rejects.toThrow('could not answer');
    expect(client.sent).not.toContain('secret text');
  });
});

describe('hover', () => {
  const hover = (client: TestClient, part: string, offset: number): Promise<{ contents: { value: string } } | null> => {
    const at = storyPolicy.indexOf(part) + offset;
    const before = storyPolicy.slice(0, at).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    return client.connection.sendRequest('textDocument/hover', { textDocument: { uri: policyUri }, position });
  };

  it('explains a token policy’s name at each of its letters, and nothing beside it', async () => {
    const client = await TestClient.start();
    await client.open(storyPolicy);
    for (let offset = 1; offset <= '<validate-azure-ad-token'.length; offset += 1) {
      expect((await hover(client, '<validate-azure-ad-token', offset))?.contents.value).toContain('**validate-azure-ad-token**');
    }
    expect(await hover(client, '<validate-azure-ad-token', -2)).toBeNull();
    expect((await hover(client, '</validate-azure-ad-token>', 4))?.contents.value).toContain('**validate-azure-ad-token**');
    expect((await hover(client, 'tenant-id=', 3))?.contents.value).toContain('**tenant-id**');
    expect((await hover(client, '<audience>', 3))?.contents.value).toContain('**audience**');
  });

  it('says what the token policy answers to the token in force', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    await client.open(storyPolicy);
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId') });
    expect((await hover(client, '<validate-azure-ad-token', 3))?.contents.value).toContain('**refuses** the token in force (401)');
    expect((await hover(client, 'tenant-id=', 3))?.contents.value).not.toContain('**refuses** the token in force (401)');
  });
});

describe('an error of the gateway', () => {
  it('is explained, with what to do', async () => {
    const client = await TestClient.start();
    await client.open(storyPolicy);
    const pasted = 'IDX10223: Lifetime validation failed. The token is expired.';
    const [explanation] = await client.ask('apimTokenDoctor/explain', { pasted, uri: policyUri });
    expect(explanation).toMatchObject({ idx: 'IDX10223' });
    expect(explanation?.cures.length).toBeGreaterThan(0);
    expect(await client.ask('apimTokenDoctor/explain', { pasted: 'hello', uri: null })).toEqual([]);
  });
});
