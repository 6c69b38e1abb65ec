// What the library's issuer validator for Microsoft's tenants answers, as it was measured with 8.23.0: JsonWebTokenHandler first, then JwtSecurityTokenHandler.
import { describe, expect, it } from 'vitest';
import { openContext } from '../../../src/core/gateway/check-context.js';
import { engines } from '../../../src/core/gateway/library/engines.js';
import { checkToken } from '../../../src/core/gateway/predict.js';
import { findRefusal } from '../../../src/core/gateway/report.js';
import { parseToken, readPolicies, type CheckResult } from '../../../src/core/index.js';
import { inbound, mintToken, now, pick, predictOne, publishAt, tenant, type Claims } from './cases.js';

const host = 'https://login.microsoftonline.com';
const end = '/.well-known/openid-configuration';
const other = '0c9be7a2-6d1b-4b0f-8a55-94f2c1f0ab77';
const oldClaim = 'http://schemas.microsoft.com/identity/claims/tenantid';
const v1 = `https://sts.windows.net/${tenant}/`;
const v2 = `${host}/${tenant}/v2.0`;

const times: Claims = { aud: 'a', nbf: now - 600, exp: now + 3000 };

/** The documents of an authority: of version 1 and 2. */
async function publish(name: string, one: string, two: string): Promise<Record<string, unknown>> {
  return { ...(await publishAt(`${host}/${name}${end}`, one)), ...(await publishAt(`${host}/${name}/v2.0${end}`, two)) };
}

const own = async (): Promise<Record<string, unknown>> => publish(tenant, v1, v2);
const any = async (): Promise<Record<string, unknown>> =>
  publish('common', 'https://sts.windows.net/{tenantid}/', `${host}/{tenantid}/v2.0`);

async function ask(claims: Claims, metadata: Record<string, unknown>, name: string): Promise<string[]> {
  const [policy] = readPolicies(inbound(`<validate-azure-ad-token tenant-id="${name}" />`)).tokenPolicies;
  if (policy === undefined) throw new Error('no token policy');
  const token = parseToken(await mintToken({ ...times, ...claims }));
  const judged = await checkToken(openContext(policy, { now, metadata }), token);
  const newest = ['jwt', 'jst'].flatMap(handler => engines.filter(each => each.generation === 8 && each.handler === handler));
  return newest.map(engine => {
    const refusal = findRefusal(judged, engine);
    return refusal === null ? 'accepts' : (refusal.idx ?? 'crashes');
  });
}

const alike = (answer: string): string[] => [answer, answer];

describe('the tenant of an issuer, where no claim names one', () => {
  it.each([
    [v2, 'accepts'],
    // The end selects the document, in any letters; the whole is compared to the letter.
    [`${v2}/`, 'IDX40001'],
    [`${host}/${tenant}/V2.0`, 'IDX40001'],
    [v2.toUpperCase(), 'IDX40001'],
    [`${host}/${tenant}/v1.1`, 'IDX40001'],
    [`${host}/${tenant}/V1.1/`, 'IDX40001'],
    [`${host}/${tenant}/v1.1x`, 'IDX40001'],
    // It is the first of two segments.
    [v1, 'IDX40003'],
    [v1.slice(0, -1), 'IDX40003'],
    [`${v1}x`, 'IDX40001'],
    ['https://h', 'IDX40003'],
    ['https://h/x', 'IDX40003'],
    ['https://h/x/y', 'IDX40001'],
    ['https://h/x/y/', 'IDX40001'],
    ['https://h//y', 'IDX40003'],
    ['https://h/x/y/z', 'IDX40003'],
    // B2C's older form has four, and tfp is the first.
    ['https://h/tfp/T/p/v2.0/', 'IDX40002'],
    ['https://h/tfp/T/p/v2.0', 'IDX40002'],
    ['https://h/TFP/T/p/v2.0', 'IDX40003'],
    ['https://h/tfp/T/p', 'IDX40003'],
    ['https://h/x/T/p/v2.0', 'IDX40003'],
    ['https://h/tfp/T/p/v2.0/x', 'IDX40003'],
    // Other addresses.
    [' https://h/x/y', 'IDX40001'],
    ['ftp://h/x/y', 'IDX40001'],
    ['urn://h/x/y', 'IDX40001'],
    ['cc:/a/b', 'IDX40001'],
    ['urn:x', 'IDX40003'],
    ['urn:https:/x/y', 'IDX40001'],
    ['https://h/a/https:b', 'IDX40001'],
    // Paths of files, in which no query begins.
    ['//h/x/v2.0', 'IDX40001'],
    ['//h/x?y/z', 'IDX40001'],
    ['//h/x', 'IDX40003'],
    ['/x/y', 'IDX40001'],
    ['/x?y/z', 'IDX40001'],
    ['/x#y/z', 'IDX40001'],
    ['/x/y?z', 'IDX40001'],
    ['/x', 'IDX40003'],
    ['/c:/a', 'IDX40001'],
    // The letter of a drive is a segment.
    ['c:/a', 'IDX40001'],
    [' c:/a/', 'IDX40001'],
    ['c|/a', 'IDX40001'],
    ['c:\\a', 'IDX40001'],
    ['c:\\a?b', 'IDX40001'],
    ['C:/', 'IDX40003'],
    ['c:/a/b', 'IDX40003'],
    ['c://a/b/c', 'IDX40003'],
    ['c:/a?x/y', 'IDX40003'],
    ['c:/tfp/a/b', 'IDX40003'],
    ['c:/tfp/a/b/c', 'IDX40003'],
    // What is no address crashes both.
    ['https:x/y', 'crashes'],
    ['https:/h/x/y', 'crashes'],
    ['HTTP:/h/x/y', 'crashes'],
    [' https:/h/x/y', 'crashes'],
    ['c:a/b', 'crashes'],
    ['c|a', 'crashes'],
    ['1:/a', 'crashes'],
    ['not an address', 'crashes'],
    [' ', 'crashes'],
  ])('%j: %s', async (iss, answer) => {
    expect(await ask({ iss }, await own(), tenant)).toEqual(alike(answer));
  });
});

describe('a claim that names the tenant', () => {
  it.each([
    // The authority of one tenant compares issuers: which tenant it is does not matter, only that there is one.
    [{ iss: v2, tid: other }, alike('accepts')],
    [{ iss: v1, tid: tenant }, alike('accepts')],
    [{ iss: v1, tid: other }, alike('accepts')],
    [{ iss: v1, [oldClaim]: tenant }, alike('accepts')],
    [{ iss: v1, [oldClaim]: '' }, alike('IDX40003')],
    [{ iss: v1, tid: '', [oldClaim]: tenant }, alike('IDX40003')],
    [{ iss: v2, tid: '' }, alike('IDX40003')],
    [{ iss: v2, tid: ' ' }, alike('IDX40003')],
    [{ iss: v2, tid: null }, alike('IDX40003')],
    [{ iss: v2, tid: 5 }, ['accepts', 'crashes']],
    [{ iss: v2, tid: [tenant] }, ['accepts', 'crashes']],
    [{ iss: 'https://h/x', tid: 5 }, ['IDX40001', 'crashes']],
    [{ iss: `${host}/${tenant}/v1.1`, tid: 5 }, ['IDX40001', 'crashes']],
    // The issuer is not looked at for one.
    [{ iss: 'https://h/tfp/T/p/v2.0/', tid: tenant }, alike('IDX40001')],
    [{ iss: 'not an address', tid: tenant }, alike('IDX40001')],
  ])('%j: %j', async (claims, answers) => {
    expect(await ask(claims, await own(), tenant)).toEqual(answers);
  });
});

describe('no issuer', () => {
  it.each([
    [{}, ['IDX40003', 'IDX10000']],
    [{ tid: tenant }, ['IDX40001', 'IDX10000']],
    [{ tid: 5 }, ['IDX40001', 'IDX10000']],
    [{ iss: null }, alike('IDX10000')],
    [{ iss: null, tid: tenant }, alike('IDX10000')],
    [{ iss: null, tid: 5 }, alike('IDX10000')],
    [{ iss: '' }, alike('IDX40003')],
    [{ iss: '', tid: ' ' }, alike('IDX40003')],
    [{ iss: '', tid: tenant }, alike('IDX40001')],
    [{ iss: '', tid: 5 }, ['IDX40001', 'crashes']],
  ])('%j: %j', async (claims, answers) => {
    expect(await ask(claims, await own(), tenant)).toEqual(answers);
  });
});

describe('an authority of any tenant', () => {
  it.each([
    [{ iss: v2, tid: tenant }, 'accepts'],
    [{ iss: v2 }, 'accepts'],
    [{ iss: v1, tid: tenant }, 'accepts'],
    [{ iss: v1 }, 'IDX40003'],
    [{ iss: v2, tid: tenant.toUpperCase() }, 'IDX40001'],
    [{ iss: v2, tid: other }, 'IDX40001'],
    [{ iss: v1, tid: other }, 'IDX40001'],
    [{ iss: `${v2}/`, tid: tenant }, 'IDX40001'],
    [{ iss: `${v2}x`, tid: tenant }, 'IDX40001'],
    [{ iss: `x${v2}`, tid: tenant }, 'IDX40001'],
  ])('puts the tenant of the token into its template: %j: %s', async (claims, answer) => {
    expect(await ask(claims, await any(), 'common')).toEqual(alike(answer));
  });

  it('replaces the first place of the tenant only', async () => {
    const metadata = await publish('common', 'https://h/{tenantid}/{tenantid}', v2);
    expect(await ask({ iss: `https://h/${tenant}/{tenantid}`, tid: tenant }, metadata, 'common')).toEqual(alike('accepts'));
    expect(await ask({ iss: `https://h/${tenant}/${tenant}`, tid: tenant }, metadata, 'common')).toEqual(alike('IDX40001'));
  });
});

describe('the reason', () => {
  const explain = async (claims: Claims, name = 'common', metadata?: Record<string, unknown>): Promise<CheckResult> => {
    const policy = `<validate-azure-ad-token tenant-id="${name}" />`;
    return pick(await predictOne(policy, await mintToken({ ...times, ...claims }), { metadata: metadata ?? (await any()) }), 'issuer');
  };

  it('is the tenant where the issuer is that of another tenant than the token names', async () => {
    for (const iss of [v1, v2]) {
      const { reason } = await explain({ iss, tid: other });
      expect(reason).toEqual({ code: 'tenant-in-token-differs', values: { issuer: iss, tid: other } });
    }
  });

  it('is the issuer where it fits no tenant, or the tenant is written in other letters', async () => {
    const accepted = [`${host}/{tenantid}/v2.0`, 'https://sts.windows.net/{tenantid}/'];
    for (const [iss, tid] of [
      [`x${v2}`, other],
      [v2, tenant.toUpperCase()],
    ] as const) {
      const { reason } = await explain({ iss, tid });
      expect(reason).toEqual({ code: 'tenant-issuer-not-accepted', values: { issuer: iss, accepted, tenant: 'common' } });
    }
    // The end selects version 1, whose issuers have another beginning; and an end of version 2 without its beginning fits nothing either.
    const ending = await explain({ iss: `https://h/${tenant}/`, tid: other });
    expect(ending.reason?.code).toBe('tenant-issuer-not-accepted');
    const beginning = await explain({ iss: `https://h/${tenant}/v2.0`, tid: other });
    expect(beginning.reason?.code).toBe('tenant-issuer-not-accepted');
    const longer = await explain({ iss: `${v1}x`, tid: other });
    expect(longer.reason?.code).toBe('tenant-issuer-not-accepted');
  });

  it('is the issuer where the policy names one tenant, with what the documents say, each once', async () => {
    const { reason, certainty, message } = await explain({ iss: 'https://h/x', tid: tenant }, tenant, await own());
    expect(reason).toEqual({
      code: 'tenant-issuer-not-accepted',
      values: { issuer: 'https://h/x', accepted: [v1], tenant },
    });
    expect(certainty).toBe('library');
    expect(message).toBe("IDX40001: Issuer: 'https://h/x', does not match any of the valid issuers provided for this application. ");
    const second = await explain({ iss: `${v2}/`, tid: tenant }, tenant, await own());
    expect(second.reason).toEqual({ code: 'tenant-issuer-not-accepted', values: { issuer: `${v2}/`, accepted: [v2, v1], tenant } });
  });

  it('of a version that no tenant serves names none that is accepted', async () => {
    const iss = `${host}/${tenant}/v1.1`;
    const { reason } = await explain({ iss, tid: tenant }, tenant, await own());
    expect(reason).toEqual({ code: 'tenant-issuer-not-accepted', values: { issuer: iss, accepted: [], tenant } });
  });
});
