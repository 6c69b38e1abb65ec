// What follows from a fix where the scopes around the document are known: the whole path answers, with the document changed.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  decodeToken,
  fixEach,
  judge,
  makeFixes,
  offerFixes,
  pathWithin,
  readScopes,
  runRules,
  type Judged,
} from '../../../src/core/index.js';
import { ids, makeTenant, type Tenant } from '../../harness/tenant.mjs';

const now = Math.floor(Date.now() / 1000);
let tenant: Tenant;
beforeAll(async () => {
  tenant = await makeTenant();
});

const jwt = (audience: string): string => `<validate-jwt header-name="Authorization" require-scheme="Bearer">
      <openid-config url="https://login.microsoftonline.com/${ids.tenant}/v2.0/.well-known/openid-configuration" />
      <audiences>
        <audience>${audience}</audience>
      </audiences>
    </validate-jwt>`;
const inbound = (content: string): string => `<policies>\n  <inbound>\n    ${content}\n  </inbound>\n</policies>\n`;
const other = '99999999-9999-4999-8999-999999999999';

async function judgeOperation(operation: string, api: string): Promise<Judged> {
  const file = 'apis/orders/operations/get/policy.xml';
  const scopes = readScopes([
    { path: 'policy.xml', text: inbound('') },
    { path: 'apis/orders/apiInformation.json', text: '{"properties":{"path":"orders"}}' },
    { path: 'apis/orders/policy.xml', text: inbound(`<base />\n    ${api}`) },
    { path: file, text: inbound(operation) },
  ]);
  const path = pathWithin(scopes, file);
  if (path === null) throw new Error('no path');
  return judge(path, { now, metadata: tenant.documents, token: decodeToken(await tenant.mint(2, 'workforce')) });
}

async function offered(judged: Judged, code: string): Promise<readonly (string | undefined)[]> {
  const finding = (await runRules(judged)).find(each => each.code === code);
  if (finding === undefined) throw new Error(`no ${code}`);
  return (await offerFixes(judged, await makeFixes(judged, finding))).map(({ after }) => after?.words);
}

describe('what follows from a fix on a path', () => {
  it('counts what <base /> brings in', async () => {
    expect(await offered(await judgeOperation('', jwt(other)), 'base-missing')).toEqual(['→ 401: audience']);
    expect(await offered(await judgeOperation('', jwt(ids.api)), 'base-missing')).toEqual(['→ 200']);
  });

  it('counts a broader scope that refuses the token still', async () => {
    expect(await offered(await judgeOperation(`<base />\n    ${jwt(other)}`, jwt(ids.api)), 'audience-mismatch')).toContain('→ 200');
    expect(await offered(await judgeOperation(`<base />\n    ${jwt(other)}`, jwt(other)), 'audience-mismatch')).not.toContain('→ 200');
  });

  it('keeps the scopes around from one round of fixes to the next', async () => {
    const judged = await judgeOperation(jwt(ids.api).replace('header-name', 'header-nam'), jwt(ids.api));
    const { text } = await fixEach(judged, ([first]) => first);
    expect(text).toContain('header-name="Authorization"');
    expect(text).toContain('<base />');
  });
});
