import { describe, expect, it } from 'vitest';
import { explainReason } from '../../../src/core/index.js';
import {
  api,
  client,
  inbound,
  mintToken,
  now,
  pick,
  predictOne,
  predictText,
  publishAt,
  tenant,
  usualClaims,
  validateJwt,
} from './cases.js';
import { englishCatalogue } from '../../../src/core/messages/english/index.js';

const externalIssuer = `https://${tenant}.ciamlogin.com/${tenant}/`;
const storyPolicy = `<validate-azure-ad-token tenant-id="${tenant}"><client-application-ids><application-id>${client}</application-id></client-application-ids><audiences><audience>${api}</audience><audience>api://${api}</audience></audiences></validate-azure-ad-token>`;
const storyClaims = { iss: externalIssuer, aud: `api://${api}`, appid: client, tid: tenant, ver: '1.0', nbf: now - 600, exp: now + 3000 };

describe('the founding story without any document', () => {
  it('fails at the issuer with the exact text, and says what was not verified', async () => {
    const prediction = await predictOne(storyPolicy, await mintToken(storyClaims), { metadata: {} });
    expect(prediction.outcome).toBe('fail');
    expect(prediction.status).toBe(401);
    expect(prediction.reports).toMatchObject({
      check: 'issuer',
      idx: 'IDX40001',
      message: `IDX40001: Issuer: '${externalIssuer}', does not match any of the valid issuers provided for this application. `,
    });
    expect(prediction.reports?.alternatives).toEqual([expect.objectContaining({ check: 'signature', idx: 'IDX10503' })]);
    expect(pick(prediction, 'issuer')).toMatchObject({ certainty: 'documented', reason: { code: 'external-id-not-supported' } });
    expect(pick(prediction, 'signature')).toMatchObject({
      outcome: 'unresolved',
      missing: [`https://login.microsoftonline.com/${tenant}/v2.0/.well-known/openid-configuration`],
    });
    expect(pick(prediction, 'application').outcome).toBe('pass');
    expect(pick(prediction, 'audience').outcome).toBe('pass');
  });

  it('knows the same where only the tenant is hidden', async () => {
    const hidden = storyPolicy.replace(tenant, '{{tenant}}');
    const prediction = await predictOne(hidden, await mintToken(storyClaims), { metadata: {} });
    expect(pick(prediction, 'issuer')).toMatchObject({ outcome: 'fail', idx: 'IDX40001' });
    const supplied = await predictOne(hidden, await mintToken(storyClaims), { metadata: {}, namedValues: { tenant } });
    expect(pick(supplied, 'issuer').reason).toMatchObject({ code: 'external-id-not-supported', values: { tenant } });
  });

  it('decides a workforce token by what is documented, too', async () => {
    const v2 = {
      ...storyClaims,
      iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
      aud: api,
      azp: client,
      appid: undefined,
      ver: '2.0',
    };
    const prediction = await predictOne(storyPolicy, await mintToken(v2), { metadata: {} });
    expect(pick(prediction, 'issuer')).toMatchObject({ outcome: 'pass', certainty: 'documented' });
    expect(prediction.outcome).toBe('unresolved');
    const other = await predictOne(
      storyPolicy,
      await mintToken({ ...v2, iss: 'https://login.microsoftonline.com/0c9be7a2-6d1b-4b0f-8a55-94f2c1f0ab77/v2.0' }),
      { metadata: {} },
    );
    expect(pick(other, 'issuer')).toMatchObject({ outcome: 'fail', idx: 'IDX40001', reason: { code: 'tenant-issuer-not-accepted' } });
  });

  it('lets the document win over what is documented', async () => {
    const at = `https://login.microsoftonline.com/${tenant}/.well-known/openid-configuration`;
    const metadata = await publishAt(at, externalIssuer);
    const prediction = await predictOne(storyPolicy, await mintToken(storyClaims), { metadata });
    expect(pick(prediction, 'issuer')).toMatchObject({ outcome: 'pass', certainty: 'library' });
  });

  it('is uncertain about External ID behind its own endpoint, and about a consumer account under organizations', async () => {
    const endpoint = `https://contoso.ciamlogin.com`;
    const at = `${endpoint}/${tenant}/v2.0/.well-known/openid-configuration`;
    const metadata = await publishAt(at, `https://${tenant}.ciamlogin.com/${tenant}/v2.0`);
    const behind = storyPolicy.replace('tenant-id', `authentication-endpoint="${endpoint}" tenant-id`);
    const claims = { ...storyClaims, iss: `https://${tenant}.ciamlogin.com/${tenant}/v2.0`, azp: client, ver: '2.0' };
    const own = await predictOne(behind, await mintToken(claims), { metadata });
    expect(pick(own, 'issuer')).toMatchObject({ outcome: 'uncertain', idx: 'IDX40001', reason: { code: 'external-id-own-endpoint' } });
    const consumer = '9188040d-6c67-4c5b-b112-36a304b66dad';
    const under = await predictOne(
      storyPolicy.replace(`tenant-id="${tenant}"`, 'tenant-id="organizations"'),
      await mintToken({ ...claims, iss: `https://login.microsoftonline.com/${consumer}/v2.0`, tid: consumer }),
      { metadata: {} },
    );
    expect(pick(under, 'issuer')).toMatchObject({ outcome: 'uncertain', reason: { code: 'consumer-under-organizations' } });
  });

  it('reads a tenant that is written as an address, as a deduction', async () => {
    const written = storyPolicy.replace(`tenant-id="${tenant}"`, `tenant-id="https://login.microsoftonline.com/${tenant}"`);
    const v1 = { ...storyClaims, iss: `https://sts.windows.net/${tenant}/` };
    expect(pick(await predictOne(written, await mintToken(v1), { metadata: {} }), 'issuer')).toMatchObject({
      outcome: 'pass',
      certainty: 'inferred',
    });
  });
});

describe('the metadata of the External ID tenant in a validate-jwt', () => {
  it('says why the version 1 form still fails', async () => {
    const at = `https://contoso.ciamlogin.com/${tenant}/v2.0/.well-known/openid-configuration`;
    const metadata = await publishAt(at, `https://${tenant}.ciamlogin.com/${tenant}/v2.0`);
    const policy = `<validate-jwt header-name="Authorization"><openid-config url="${at}" /><audiences><audience>api://${api}</audience></audiences><required-claims><claim name="azp" match="any"><value>${client}</value></claim></required-claims></validate-jwt>`;
    const prediction = await predictOne(policy, await mintToken(storyClaims), { metadata });
    expect(prediction.reports).toMatchObject({ check: 'issuer', idx: 'IDX10205' });
    expect(pick(prediction, 'signature')).toMatchObject({ outcome: 'pass', reason: { code: 'signature-verified' } });
    expect(pick(prediction, 'claims')).toMatchObject({
      outcome: 'fail',
      message: 'JWT (token) is missing the following claims: azp. Access denied.',
      reason: { code: 'claims-missing', values: { names: ['azp'] } },
    });
  });
});

describe('values that are not known', () => {
  it('are unresolved and named, and never count as a pass', async () => {
    const policy = validateJwt(
      '',
      '',
      '<audiences><audience>{{first}}</audience><audience>@(context.Variables["x"])</audience></audiences>',
    );
    const prediction = await predictOne(policy, await mintToken());
    expect(pick(prediction, 'audience')).toMatchObject({
      outcome: 'unresolved',
      idx: 'IDX10214',
      missing: ['first', '@(context.Variables["x"])'],
    });
    expect(prediction.outcome).toBe('unresolved');
    const supplied = await predictOne(policy, await mintToken(), { namedValues: { first: 'api' } });
    expect(supplied.outcome).toBe('pass');
    expect(supplied.status).toBe(200);
  });

  it('do not matter where a literal one fits', async () => {
    const policy = validateJwt('', '', '<audiences><audience>{{first}}</audience><audience>api</audience></audiences>');
    expect((await predictOne(policy, await mintToken())).outcome).toBe('pass');
  });

  it('fold an expression that is a string', async () => {
    const policy = validateJwt('', '', '<audiences><audience>@("api")</audience></audiences>');
    expect((await predictOne(policy, await mintToken())).outcome).toBe('pass');
  });

  it('hide the status', async () => {
    const policy = validateJwt('', ' failed-validation-httpcode="@(403)"').replace('@(403)', '@(x)');
    expect((await predictOne(policy, await mintToken({ ...usualClaims, aud: 'no' }))).status).toBeNull();
    const literal = validateJwt('', ' failed-validation-httpcode="403"');
    expect((await predictOne(literal, await mintToken({ ...usualClaims, aud: 'no' }))).status).toBe(403);
  });

  it('name a certificate inside the gateway and an address that is not at hand', async () => {
    const certificate =
      '<validate-jwt header-name="Authorization"><issuer-signing-keys><key certificate-id="mine" /></issuer-signing-keys></validate-jwt>';
    expect(pick(await predictOne(certificate, await mintToken()), 'signature')).toMatchObject({ outcome: 'unresolved', missing: ['mine'] });
    const absent = await predictOne(validateJwt(), await mintToken(), { metadata: {} });
    expect(pick(absent, 'issuer')).toMatchObject({
      outcome: 'unresolved',
      missing: ['https://idp.example/.well-known/openid-configuration'],
    });
  });
});

describe('the source of the token', () => {
  const token = mintToken();
  const source = async (attributes: string, text?: string): Promise<ReturnType<typeof pick>> =>
    pick(await predictOne(`<validate-jwt ${attributes} />`, text ?? (await token)), 'source');

  it('says how to send the token', async () => {
    expect(await source('header-name="Authorization" require-scheme="Bearer"')).toMatchObject({
      outcome: 'pass',
      reason: { code: 'source-header', values: { scheme: 'Bearer' } },
    });
    expect(await source('header-name="X-Token" require-scheme="Bearer"')).toMatchObject({
      outcome: 'pass',
      reason: { code: 'source-custom-header' },
    });
    expect(await source('query-parameter-name="t"')).toMatchObject({
      outcome: 'pass',
      reason: { code: 'source-query', values: { parameter: 't' } },
    });
  });

  it('answers "JWT not present." to no token', async () => {
    expect(await source('header-name="Authorization"', '')).toMatchObject({
      outcome: 'fail',
      certainty: 'documented',
      message: 'JWT not present.',
      idx: null,
    });
  });

  it('does not run expressions, but knows the one that strips the scheme and the one that does not', async () => {
    const header = 'context.Request.Headers.GetValueOrDefault(&quot;Authorization&quot;,&quot;&quot;)';
    expect(await source(`token-value="@(${header}.Split(' ')[1])"`)).toMatchObject({ outcome: 'pass', certainty: 'inferred' });
    expect(await source(`token-value="@(${header})"`)).toMatchObject({
      outcome: 'uncertain',
      reason: { code: 'source-token-value-with-scheme' },
    });
    expect(await source('token-value="@((string)context.Variables[&quot;t&quot;])"')).toMatchObject({ outcome: 'unresolved' });
    expect(await source('token-value="Bearer x"')).toMatchObject({ outcome: 'fail' });
  });

  it('is uncertain where the policy names none or several', async () => {
    expect(await source('')).toMatchObject({ outcome: 'uncertain', reason: { code: 'source-none' } });
    expect(await source('header-name="a" query-parameter-name="b"')).toMatchObject({
      outcome: 'uncertain',
      reason: { code: 'source-several' },
    });
  });
});

describe('what the gateway reports', () => {
  it('comes with what older generations would report', async () => {
    const token = await mintToken({ ...usualClaims, exp: now - 4000, nbf: now - 5000 }, { kid: 'nope' }, 'other');
    const prediction = await predictOne(validateJwt(), token);
    expect(prediction.reports).toMatchObject({ check: 'lifetime', idx: 'IDX10223' });
    expect(prediction.reports?.alternatives).toEqual([expect.objectContaining({ check: 'signature', idx: 'IDX10501' })]);
  });

  it('is uncertain about one slash, and says how to be safe', async () => {
    const prediction = await predictOne(validateJwt(), await mintToken({ ...usualClaims, aud: 'api/' }));
    const { outcome, reason } = pick(prediction, 'audience');
    expect(outcome).toBe('uncertain');
    expect(reason === null ? '' : explainReason(reason, englishCatalogue)).toContain('Write it exactly as in the token.');
  });

  it('is uncertain within the tolerance that users saw, and not beyond', async () => {
    const expiredBy = async (seconds: number, attributes = ''): Promise<string> =>
      (await predictOne(validateJwt('', attributes), await mintToken({ ...usualClaims, exp: now - seconds }))).outcome;
    expect(await expiredBy(0)).toBe('pass');
    expect(await expiredBy(300)).toBe('uncertain');
    expect(await expiredBy(301)).toBe('fail');
    expect(await expiredBy(1, ' clock-skew="0"')).toBe('fail');
    expect(await expiredBy(60, ' clock-skew="60"')).toBe('pass');
  });

  it('is uncertain about templates and about a list beside a document', async () => {
    const issuer = `https://login.microsoftonline.com/${tenant}/v2.0`;
    const at = 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration';
    const common = `<validate-jwt header-name="Authorization"><openid-config url="${at}" /></validate-jwt>`;
    const metadata = await publishAt(at, 'https://login.microsoftonline.com/{tenantid}/v2.0');
    const template = await predictOne(common, await mintToken({ ...usualClaims, iss: issuer, tid: tenant }), { metadata });
    expect(pick(template, 'issuer')).toMatchObject({ outcome: 'uncertain', reason: { code: 'issuer-template' } });
    const foreign = await predictOne(common, await mintToken(), { metadata });
    expect(pick(foreign, 'issuer')).toMatchObject({ outcome: 'fail', idx: 'IDX10205' });
    const beside = await predictOne(validateJwt('<issuers><issuer>https://other.example</issuer></issuers>'), await mintToken());
    expect(pick(beside, 'issuer')).toMatchObject({ outcome: 'uncertain', reason: { code: 'issuer-only-in-document' } });
  });

  it('recognises a token for Microsoft Graph before it blames a key', async () => {
    const report = async (iss: string): Promise<string | undefined> => {
      const token = await mintToken({ ...usualClaims, iss }, { nonce: 'x' }, 'other');
      return pick(await predictOne(validateJwt(), token), 'signature').reason?.code;
    };
    expect(await report(`https://sts.windows.net/${tenant}/`)).toBe('signature-wrong-graph');
    // What another issuer means by it is its own business.
    expect(await report('https://idp.example')).toBe('signature-wrong');
  });
});

describe('applications', () => {
  const policy = (ids: string, list = 'client-application-ids'): string =>
    `<validate-azure-ad-token tenant-id="${tenant}"><${list}>${ids}</${list}></validate-azure-ad-token>`;
  const outcome = async (ids: string, claims: Record<string, unknown>, list?: string): Promise<string> => {
    const prediction = await predictOne(policy(ids, list), await mintToken({ ...usualClaims, ...claims }), { metadata: {} });
    const { outcome: result, certainty } = pick(prediction, 'application');
    return `${result} ${certainty}`;
  };
  const id = `<application-id>${client}</application-id>`;

  it('compare azp or appid by the version, as a deduction', async () => {
    expect(await outcome(id, { ver: '2.0', azp: client })).toBe('pass inferred');
    expect(await outcome(id, { ver: '1.0', appid: client })).toBe('pass inferred');
    expect(await outcome(id, { ver: '1.0', appid: tenant })).toBe('fail inferred');
    expect(await outcome(id, { ver: '2.0' })).toBe('fail inferred');
    expect(await outcome(id, { ver: '2.0', azp: client.toUpperCase() })).toBe('uncertain inferred');
    expect(await outcome(id, { ver: '1.0', azp: client })).toBe('uncertain inferred');
    expect(await outcome('<application-id>{{client}}</application-id>', { ver: '1.0', appid: client })).toBe('unresolved inferred');
  });

  it('say that backend ids are not documented', async () => {
    expect(await outcome(id, { aud: client }, 'backend-application-ids')).toBe('uncertain inferred');
  });
});

describe('a document', () => {
  const good = validateJwt();
  const bad = validateJwt('', '', '<audiences><audience>other</audience></audiences>');
  const token = mintToken();
  const meet = async (body: string): Promise<string> => {
    const { outcome, policy, because } = await predictText(inbound(body), await token);
    return `${outcome} ${String(policy)}${because === null ? '' : ` ${because.code}`}`;
  };

  it('is answered by the first token policy that fails', async () => {
    expect(await meet(good)).toBe('pass null');
    expect(await meet(good + bad + bad)).toBe('fail 1');
    expect(await meet('<set-variable name="x" value="y" />')).toBe('pass null');
  });

  it('fails in a choose only where every branch fails and one is an otherwise', async () => {
    const choose = (...branches: string[]): string => `<choose>${branches.join('')}</choose>`;
    const when = (body: string): string => `<when condition="@(context.User == null)">${body}</when>`;
    const otherwise = (body: string): string => `<otherwise>${body}</otherwise>`;
    expect(await meet(choose(when(bad), otherwise(bad)))).toBe('fail 0');
    expect(await meet(choose(when(bad)))).toBe('unresolved 0 caller-branch');
    expect(await meet(choose(when(good), otherwise(bad)))).toBe('unresolved 1 caller-branch');
    expect(await meet(choose(when(good), otherwise(good)))).toBe('pass null');
    expect(await meet(choose(when(good)) + bad)).toBe('fail 1');
  });

  it('leaves open what return-response and on-error may change', async () => {
    const answer = '<return-response><set-status code="200" /></return-response>';
    expect(await meet(`<choose><when condition="@(true)">${answer}</when></choose>${bad}`)).toBe('unresolved 0 caller-answered-before');
    expect(await meet(bad + answer)).toBe('fail 0');
    expect(await meet(answer + bad)).toBe('unresolved null caller-answered-before');
    const changed = inbound(bad).replace('<on-error><base />', '<on-error><set-status code="403" />');
    expect(await predictText(changed, await token)).toMatchObject({ outcome: 'unresolved', because: { code: 'caller-on-error' } });
  });

  it('ignores token policies where the gateway takes none', async () => {
    const { outcome, predictions } = await predictText(`<policies><inbound /><outbound>${bad}</outbound></policies>`, await token);
    expect([outcome, predictions.length]).toEqual(['pass', 1]);
  });
});
