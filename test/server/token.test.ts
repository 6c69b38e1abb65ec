import { afterEach, describe, expect, it, vi } from 'vitest';
import { addresses, ids, makeTenant, personal } from '../harness/tenant.mjs';
import { policyUri, storyPolicy, TestClient } from './test-client.js';

afterEach(() => {
  vi.useRealTimers();
});

describe('the token in force', () => {
  it('is taken out of what surrounds it, and named in words', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    const summary = await client.ask('apimTokenDoctor/token/set', {
      id: 'a',
      pasted: `Authorization: Bearer ${await tenant.mint(2, 'externalId')}\n`,
    });
    expect(summary).toMatchObject({ id: 'a', kind: 'external-id-v2', problem: null, sample: false });
    expect(summary.kindLabel).toContain('External ID');
    expect(summary.cleaned.length).toBeGreaterThan(0);
    expect(summary.expires).toBeGreaterThan(Date.now() / 1000);
  });

  it('may be unreadable: that is said, and the policies are judged with it all the same', async () => {
    const client = await TestClient.start();
    await client.open(storyPolicy);
    const summary = await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: 'hello' });
    expect(summary.problem).toMatch(/\.$/);
    const view = await client.ask('apimTokenDoctor/view', { uri: policyUri });
    expect(view.policies[0]?.prediction?.outcome).toBe('fail');
  });

  it('stays where the client takes tokens only and the next text is none', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    const good = await tenant.mint(1, 'externalId');
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: good, tokensOnly: true });
    for (const pasted of ['hello', 'ya29.' + 'a'.repeat(40), '{{token}}', '']) {
      const summary = await client.ask('apimTokenDoctor/token/set', { id: 'b', pasted, tokensOnly: true });
      expect(summary).toMatchObject({ refused: true, problem: expect.stringMatching(/\.$/) as string });
    }
    expect((await client.ask('apimTokenDoctor/view', { uri: null })).token?.problem).toBeNull();
    // A broken token is one: what the gateway would get.
    const broken = good.slice(0, good.lastIndexOf('.'));
    expect(await client.ask('apimTokenDoctor/token/set', { id: 'c', pasted: broken, tokensOnly: true })).not.toHaveProperty('refused');
    expect((await client.ask('apimTokenDoctor/view', { uri: null })).token?.problem).toMatch(/two parts/);
  });

  it('is cleared by its own id only', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    await client.ask('apimTokenDoctor/token/set', { id: 'b', pasted: await tenant.mint(1, 'externalId') });
    await client.ask('apimTokenDoctor/token/clear', { id: 'a' });
    expect((await client.ask('apimTokenDoctor/view', { uri: null })).token).not.toBeNull();
    await client.ask('apimTokenDoctor/token/clear', { id: 'b' });
    expect((await client.ask('apimTokenDoctor/view', { uri: null })).token).toBeNull();
  });

  it('is known again by its compact form, whatever surrounds it, and others of the session are put in force by their ids', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    const [first, second] = [await tenant.mint(1, 'externalId'), await tenant.mint(2, 'externalId')];
    const kind = async () => (await client.ask('apimTokenDoctor/view', { uri: null })).token?.kind;
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: first });
    await client.ask('apimTokenDoctor/token/set', { id: 'b', pasted: second });
    expect(await kind()).toBe('external-id-v2');
    expect(await client.ask('apimTokenDoctor/token/set', { id: 'c', pasted: `Bearer ${first}` })).toMatchObject({ id: 'a' });
    expect(await kind()).toBe('external-id-v1');
    await client.ask('apimTokenDoctor/token/clear', { id: 'b' });
    expect(await kind()).toBe('external-id-v1');
    expect(await client.ask('apimTokenDoctor/token/set', { id: 'd', pasted: second })).toMatchObject({ id: 'd' });
  });

  it('never goes back over the wire: neither whole nor in pieces, and no personal claim outside the panel’s view', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    const token = await tenant.mint(1, 'externalId');
    await client.open(storyPolicy);
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: `Bearer ${token}` });
    await client.ask('apimTokenDoctor/facts/set', { metadata: tenant.documents, namedValues: {}, sources: {} });
    const diagnostics = await client.diagnostics();
    for (const { range } of diagnostics) for (const action of await client.actions(range, diagnostics)) await client.resolve(action);
    await client.connection.sendRequest('textDocument/hover', { textDocument: { uri: policyUri }, position: { line: 8, character: 12 } });
    await client.ask('apimTokenDoctor/metadata/text', { address: addresses.externalId });
    expect(client.sent).toContain(addresses.externalIdIssuer.v1);
    for (const secret of Object.values(personal)) expect(client.sent).not.toContain(secret);
    const hidden = await client.ask('apimTokenDoctor/view', { uri: policyUri });
    expect(hidden.token?.claims.find(({ name }) => name === 'name')).toMatchObject({ value: null, personal: true });
    await client.ask('apimTokenDoctor/report', { uri: policyUri, name: 'story.policy.xml' });
    for (const secret of Object.values(personal)) expect(client.sent).not.toContain(secret);
    const view = await client.ask('apimTokenDoctor/view', { uri: policyUri, personal: true, json: true });
    expect(view.token?.claims.find(({ name }) => name === 'name')).toMatchObject({ value: personal.name, personal: true });
    expect(view.token?.json?.claims).toContain(personal.name);
    const [header = '', payload = '', signature = ''] = token.split('.');
    for (const piece of [token, header, payload, signature, payload.slice(40, 80)]) expect(client.sent).not.toContain(piece);
  });

  it('makes the client ask again when it expires, however far that is', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const clock = { now: 1_800_000_000 };
    const client = await TestClient.start({ now: () => clock.now });
    const tenant = await makeTenant();
    const exp = clock.now + 60 * 86_400;
    await client.ask('apimTokenDoctor/token/set', {
      id: 'a',
      pasted: await tenant.mint(1, 'externalId', { exp, nbf: clock.now - 10_000 }),
    });
    const changes = async (): Promise<number> => {
      await client.ask('apimTokenDoctor/view', { uri: null });
      return client.factsChanged;
    };
    const before = await changes();
    // A timer of sixty days would overflow and ring at once.
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(await changes()).toBe(before);
    clock.now = exp + 1;
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(await changes()).toBe(before + 1);
  });
});

describe('a sample', () => {
  it('is minted in memory with documents that verify it', async () => {
    const client = await TestClient.start();
    await client.open(storyPolicy);
    const summary = await client.ask('apimTokenDoctor/sample/mint', { id: 's', token: 'external-id-v1' });
    expect(summary).toMatchObject({ id: 's', kind: 'external-id-v1', sample: true });
    const view = await client.ask('apimTokenDoctor/view', { uri: policyUri });
    expect(view.token?.sample).toBe(true);
    expect(view.policies[0]?.prediction?.checks.find(({ check }) => check === 'signature')?.outcome).toBe('pass');
    expect(view.sources.every(({ from }) => from === 'sample')).toBe(true);
    expect(JSON.stringify(view)).not.toMatch(/eyJ[\w-]{10,}/);
  });

  it('goes with its documents when it is cleared', async () => {
    const client = await TestClient.start();
    await client.open(storyPolicy);
    await client.ask('apimTokenDoctor/sample/mint', { id: 's', token: 'external-id-v1' });
    await client.ask('apimTokenDoctor/token/clear', { id: 's' });
    const view = await client.ask('apimTokenDoctor/view', { uri: policyUri });
    expect(view.token).toBeNull();
    expect(view.sources.every(({ from }) => from === null)).toBe(true);
  });
});

describe('what is needed', () => {
  it('is named, with what is at hand, what failed and what lacks the token’s key', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    await client.open(storyPolicy);
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId') });
    const needed = await client.ask('apimTokenDoctor/metadata/needed', { uri: policyUri });
    expect(needed.map(({ address }) => address)).toContain(addresses.externalId);
    expect(needed.every(({ atHand, origin }) => !atHand && origin === null)).toBe(true);
    await client.ask('apimTokenDoctor/facts/set', {
      metadata: {
        [addresses.externalId]: tenant.documents[addresses.externalId],
        [addresses.externalIdKeys]: { keys: [{ kid: 'other' }] },
      },
      namedValues: {},
      sources: { [addresses.workforceV1]: { from: 'network', problem: 'The server answered 404.' } },
    });
    const then = await client.ask('apimTokenDoctor/metadata/needed', { uri: policyUri });
    expect(then.find(({ address }) => address === addresses.externalIdKeys)).toMatchObject({
      document: 'keys',
      atHand: true,
      lacksKey: true,
    });
    expect(then.find(({ address }) => address === addresses.workforceV1)?.origin?.problem).toContain('404');
  });

  it('follows the named values of the document’s settings, which count before those of files', async () => {
    const client = await TestClient.start({ settings: { namedValues: { tenant: ids.tenant } } });
    await client.open(storyPolicy.replace(ids.tenant, '{{tenant}}'));
    await client.ask('apimTokenDoctor/facts/set', { metadata: {}, namedValues: { tenant: 'other' }, sources: {} });
    const needed = await client.ask('apimTokenDoctor/metadata/needed', { uri: policyUri });
    expect(needed.map(({ address }) => address)).toContain(addresses.workforceV2);
  });

  it('can be read as text that compares it with the token', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId') });
    await client.ask('apimTokenDoctor/facts/set', { metadata: tenant.documents, namedValues: {}, sources: {} });
    const text = await client.ask('apimTokenDoctor/metadata/text', { address: addresses.externalId });
    expect(text).toContain(`"issuer": "${addresses.externalIdIssuer.v2}"`);
    expect(text).toContain(addresses.externalIdIssuer.v1);
    expect(await client.ask('apimTokenDoctor/metadata/text', { address: addresses.externalIdKeys })).toContain('is among them');
    expect(await client.ask('apimTokenDoctor/metadata/text', { address: 'https://unknown.example/' })).toBeNull();
  });
});

describe('a token that can be got', () => {
  const tenant = '22222222-2222-3333-4444-555555555555';
  const policy = (audience: string): string =>
    `<policies><inbound><validate-azure-ad-token tenant-id="${tenant}"><audiences><audience>${audience}</audience></audiences></validate-azure-ad-token></inbound></policies>`;

  it('is one that the policy in front would take', async () => {
    const client = await TestClient.start();
    await client.open(policy('api://orders'));
    const token = { scope: 'api://orders/.default', tenant };
    expect(await client.ask('apimTokenDoctor/token/obtainable', { uri: policyUri })).toEqual({ tokens: [token], why: null });
    expect(await client.ask('apimTokenDoctor/token/obtainable', { uri: null })).toEqual({ tokens: [], why: 'no-tenant' });
  });

  it('is never named by a value that the policy does not write out', async () => {
    const client = await TestClient.start({ settings: { namedValues: { api: 'api://orders' } } });
    await client.open(policy('{{api}}'));
    expect(await client.ask('apimTokenDoctor/token/obtainable', { uri: policyUri })).toEqual({ tokens: [], why: 'no-api' });
  });

  it('is none for the tenant of a token of External ID', async () => {
    const client = await TestClient.start();
    await client.open(storyPolicy);
    await client.ask('apimTokenDoctor/sample/mint', { id: 'a', token: 'external-id-v1' });
    expect(await client.ask('apimTokenDoctor/token/obtainable', { uri: policyUri })).toEqual({ tokens: [], why: 'external-id' });
  });
});
