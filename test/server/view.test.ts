import { describe, expect, it } from 'vitest';
import { makeTenant } from '../harness/tenant.mjs';
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
    expect(document?.prediction?.cure?.after).toBe('→ 200 if the signature is right, as far as read');
    const place = document?.prediction?.cure?.place;
    expect(storyPolicy.slice(place?.start, place?.end)).toBe('11111111-2222-3333-4444-555555555555');
    expect(document?.prediction?.notRead).toMatch(/^Not read: <base \/> \(line \d+\)\./);
    await client.ask('apimTokenDoctor/token/set', { id: 'b', pasted: await tenant.mint(1, 'externalId', { exp: 1_700_000_000 }) });
    const expired = await client.ask('apimTokenDoctor/view', { uri: policyUri });
    expect(expired.policies[0]?.prediction?.reports?.check).toBe('lifetime');
    expect(expired.document?.prediction?.cure).toEqual({ words: 'Another token is the cure.', place: null, after: null });
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
