import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { applyFix, decodeToken, diagnose, judgeText, listRewrites, offerFixes, type Facts, type Fix } from '../../../src/core/index.js';
import { addresses, ids, makeTenant, type Tenant } from '../../harness/tenant.mjs';

const now = Math.floor(Date.now() / 1000);
let tenant: Tenant;
beforeAll(async () => {
  tenant = await makeTenant();
});

const policy = (before = '', audience = ids.api): string => `<policies>
  <inbound>${before}
    <validate-azure-ad-token tenant-id="${ids.tenant}">
      <client-application-ids>
        <application-id>${ids.client}</application-id>
      </client-application-ids>
      <audiences>
        <audience>${audience}</audience>
        <audience>api://${audience}</audience>
      </audiences>
    </validate-azure-ad-token>
  </inbound>
</policies>`;

async function factsWith(version: 1 | 2, metadata: Readonly<Record<string, unknown>>): Promise<Facts> {
  return { now, metadata, token: decodeToken(await tenant.mint(version, 'externalId')) };
}

async function offer(text: string, facts: Facts): Promise<string[]> {
  const [finding] = (await diagnose(text, facts)).filter(({ code }) => code === 'external-id-unsupported');
  if (finding === undefined) throw new Error('Nothing says that External ID is not supported.');
  const offers = await offerFixes(await judgeText(text, facts), await applyFix(text, finding, facts));
  return offers.map(
    ({ fix, title, after }) => `${fix.variant ?? ''}${fix.preferred ? '!' : ''} ${after?.words ?? ''} ${title.split(':')[0] ?? ''}`,
  );
}

describe('what follows from a fix', () => {
  it('puts the form that cures the token first, in the first minute of the story', async () => {
    expect(await offer(policy(), await factsWith(1, {}))).toEqual(
      [
        'both → 200 if the signature is right Rewrite as validate-jwt for External ID, both forms → 200 if the signature is right',
        'v1 → 200 if the signature is right Rewrite as validate-jwt for External ID, version 1.0 form → 200 if the signature is right',
        'keep-workforce → still 401',
        'v2 → still 401',
      ].map(line => expect.stringContaining(line) as string),
    );
  });

  it('says 200 once the signature is verified, and prefers no other form then', async () => {
    const [first, ...others] = await offer(policy(), await factsWith(1, tenant.documents));
    expect(first).toMatch(/^both! → 200 /);
    expect(others.join()).not.toContain('!');
    expect((await offer(policy(), await factsWith(2, tenant.documents)))[0]).toMatch(/^v2! → 200 /);
  });

  it('says what was not read, and that another check refuses the token then', async () => {
    expect((await offer(policy('<base />'), await factsWith(1, tenant.documents)))[0]).toContain('→ 200 as far as read');
    expect((await offer(policy('<base />'), await factsWith(1, {})))[0]).toContain('→ 200 if the signature is right, as far as read');
    expect((await offer(policy('', 'other'), await factsWith(2, {})))[0]).toContain('→ still 401: audience');
    const second = '<validate-jwt header-name="Authorization"><audiences><audience>nobody</audience></audiences></validate-jwt>';
    expect((await offer(policy(second), await factsWith(1, {})))[0]).toContain('→ still 401');
  });

  it('is about the branch where only that is open', async () => {
    const nobody = '<validate-jwt header-name="Authorization"><audiences><audience>nobody</audience></audiences></validate-jwt>';
    const text = policy('<choose><when condition="@(true)">').replace(
      '</validate-azure-ad-token>',
      `</validate-azure-ad-token></when><otherwise>${nobody}</otherwise></choose>`,
    );
    const offers = await offer(text, await factsWith(1, {}));
    expect(offers[0]).toContain('→ accepts if this branch is taken and the signature is right');
    expect(offers.at(-1)).toContain('→ still 401');
    const alone = await offer(text.replace(/<otherwise>.*<\/otherwise>/, ''), await factsWith(1, {}));
    expect(alone.at(-1)).toContain('→ refuses if this branch is taken');
  });

  it('is nothing without a token', async () => {
    const judged = await judgeText(policy(), { now, metadata: tenant.documents });
    const [element] = judged.policies;
    const fixes = element === undefined ? [] : await listRewrites(element);
    const offers = await offerFixes(judged, fixes);
    expect(offers.map(({ after, title }) => [after, title])).toEqual(fixes.map(({ title }) => [null, title]));
  });

  it('is worked out once for each fix, whoever asks', async () => {
    const facts = await factsWith(1, { [addresses.externalId]: tenant.documents[addresses.externalId] });
    const judged = await judgeText(policy(), facts);
    const [finding] = (await diagnose(policy(), facts)).filter(({ code }) => code === 'external-id-unsupported');
    const fixes: Fix[] = finding === undefined ? [] : await applyFix(policy(), finding, facts);
    const [once, again] = [await offerFixes(judged, fixes), await offerFixes(judged, fixes)];
    expect(once.length).toBeGreaterThan(2);
    for (const [place, each] of once.entries()) expect(again[place]?.after).toBe(each.after);
  });
});

describe('the rewrite', () => {
  const rewriteOf = async (open: string, children = ''): Promise<Fix> => {
    const text = `<policies>\n  <inbound>\n    <validate-azure-ad-token ${open}>${children}</validate-azure-ad-token>\n  </inbound>\n</policies>`;
    const [element] = (await judgeText(text, { now, metadata: {} })).policies;
    const [fix] = element === undefined ? [] : await listRewrites(element);
    if (fix === undefined) throw new Error('There is no rewrite.');
    return fix;
  };
  const clients = '<client-application-ids><application-id>{{c}}</application-id></client-application-ids>';

  it('keeps what validate-jwt does anyway, and says truly why it leaves out what would open it', async () => {
    const kept = await rewriteOf('tenant-id="{{t}}" require-expiration-time="true" require-signed-tokens="true"');
    expect(kept.text).toContain('require-expiration-time="true" require-signed-tokens="true">');
    expect(kept.text + kept.title).not.toMatch(/left out/);
    const opened = await rewriteOf(
      'tenant-id="{{t}}" require-signed-tokens="false" clock-skew="@(1)" allow-proof-of-possession-tokens="false"',
    );
    expect(opened.text).not.toMatch(/<validate-jwt[^>]*(require-signed-tokens|clock-skew)/);
    expect(opened.text).toContain('<!-- left out: require-signed-tokens="false", which validate-azure-ad-token does not have -->');
    expect(opened.text).toContain('<!-- left out: allow-proof-of-possession-tokens="false", which validate-jwt does not have -->');
  });

  it('casts an expression once, and knows its condition again, in the older form, too', async () => {
    const { text } = await rewriteOf('tenant-id="{{t}}" token-value="@((string)context.Variables[&quot;t&quot;])"', clients);
    expect(text).toContain('@(((string)context.Variables["t"])?.AsJwt()');
    const older = text.replace('((string)context', '((string)((string)context').replace('"t"])?', '"t"]))?');
    for (const each of [text, older]) {
      const { policies } = await judgeText(each, await factsWith(2, {}));
      expect(policies.map(({ reach }) => reach)).toEqual(['skipped', 'reached']);
    }
  });

  it('says where no token with a single audience can pass, before and after', async () => {
    const lists = (backend: string): string =>
      `<backend-application-ids><application-id>${backend}</application-id></backend-application-ids><audiences><audience>${ids.api}</audience></audiences>`;
    expect((await rewriteOf('tenant-id="{{t}}"', lists(ids.client))).title).toContain(
      'no token with a single audience can pass, before or after',
    );
    for (const backend of [ids.api, ids.api.toUpperCase(), '{{b}}'])
      expect((await rewriteOf('tenant-id="{{t}}"', lists(backend))).title).not.toContain('no token with');
  });
});

describe('the fix of a broken document', () => {
  const mend = async (text: string): Promise<Fix | undefined> => {
    const facts = { now, metadata: {} };
    const finding = (await diagnose(text, facts)).find(({ code }) => code === 'policy-not-well-formed');
    return finding === undefined ? undefined : (await applyFix(text, finding, facts))[0];
  };

  it('mends the same slip wherever it is made', async () => {
    const fix = await mend('<policies><inbound><rewrite-uri template="/{a}&{b}?c=d&e=f" /></inbound></policies>');
    expect(fix?.text).toContain('"/{a}&amp;{b}?c=d&amp;e=f"');
    expect(fix?.title).toBe('Write &amp; instead of &, in 2 places');
  });

  it('takes the backslashes off quotes that were copied out of a string', async () => {
    const fix = await mend('<policies><inbound><set-variable name=\\"a\\" value=\\"@{return 1;}\\" /></inbound></policies>');
    expect(fix?.text).toBe('<policies><inbound><set-variable name="a" value="@{return 1;}" /></inbound></policies>');
  });

  it('is not offered where the result breaks elsewhere', async () => {
    expect(
      await mend('<policies><inbound><llm-token-limit counter-key="k" tokens-per-minute="{c["tpm"]}" /></inbound></policies>'),
    ).toBeUndefined();
    expect(await mend('<policies><inbound><a b="&" /><c</inbound></policies>')).toBeUndefined();
  });

  const cases = path.join(import.meta.dirname, '../../../../shared/cases/policies');
  it.skipIf(!existsSync(cases)).each(['quotes', 'quote2', 'nested-rewrite-amp'])('leaves no break in %s, or is not offered', async name => {
    const fix = await mend(readFileSync(path.join(cases, `${name}.xml`), 'utf8'));
    if (fix !== undefined) expect((await judgeText(fix.text, { now, metadata: {} })).document.break).toBeNull();
  });
});

describe('a secret in the policy', () => {
  it.each([
    ['issuer-signing-keys', '{{token-signing-key}}'],
    ['decryption-keys', '{{token-decryption-key}}'],
  ])('in %s becomes the named value %s', async (list, name) => {
    const text = `<policies><inbound><validate-jwt header-name="Authorization"><${list}><key id="k">dGVzdA==</key></${list}></validate-jwt></inbound></policies>`;
    const facts = { now, metadata: {} };
    const finding = (await diagnose(text, facts)).find(({ code }) => code === 'secret-in-policy');
    const [fix] = finding === undefined ? [] : await applyFix(text, finding, facts);
    expect(fix?.text).toContain(`<key id="k">${name}</key>`);
    expect(fix?.title).toContain(name);
  });
});
