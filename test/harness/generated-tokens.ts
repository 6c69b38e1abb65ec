import fc from 'fast-check';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { parseToken, type DecodedToken } from '../../src/core/index.js';
import { mostly, world } from './generated-policies.js';

/** The moment of every generated case. */
export const moment = 1798000000;

/** Claims of one generated token. */
export type TokenClaims = Readonly<Record<string, unknown>>;

/** Who issued it, in which form. */
export type IssuerForm =
  'workforce-v1' | 'workforce-v2' | 'external-id-v1' | 'external-id-v2' | 'us-v2' | 'other-v1' | 'other-v2' | 'near' | 'b2c';

/** The issuer of each form. */
export function issuerOf(form: IssuerForm): string {
  const { tenant, otherTenant } = world;
  return {
    'workforce-v1': `https://sts.windows.net/${tenant}/`,
    'workforce-v2': `https://login.microsoftonline.com/${tenant}/v2.0`,
    'external-id-v1': `https://${tenant}.ciamlogin.com/${tenant}/`,
    'external-id-v2': `https://${tenant}.ciamlogin.com/${tenant}/v2.0`,
    'us-v2': `https://login.microsoftonline.us/${tenant}/v2.0`,
    'other-v1': `https://sts.windows.net/${otherTenant}/`,
    'other-v2': `https://login.microsoftonline.com/${otherTenant}/v2.0`,
    near: `https://login.microsoftonline.com/${tenant}/v2.0/`,
    b2c: `https://fabrikam.b2clogin.com/${tenant}/v2.0/`,
  }[form];
}

/** Tokens: kinds, versions, claims there and not there, near misses. */
export const generatedClaims: fc.Arbitrary<TokenClaims> = fc
  .record({
    form: mostly(
      fc.constantFrom<IssuerForm>('workforce-v1', 'workforce-v2'),
      fc.constantFrom<IssuerForm>('external-id-v1', 'external-id-v2', 'us-v2', 'other-v1', 'other-v2', 'near', 'b2c'),
    ),
    ver: mostly(fc.constant('fitting'), mostly(fc.constant('fitting'), fc.constantFrom('absent', 'other'))),
    tid: mostly(fc.constant('fitting'), mostly(fc.constant('fitting'), fc.constantFrom('absent', 'other'))),
    client: mostly(fc.constant<string | null>(world.client), fc.constantFrom(world.client.toUpperCase(), world.otherClient, null)),
    bothClients: fc.boolean(),
    aud: mostly(
      fc.constantFrom<string | null>(world.api, `api://${world.api}`),
      fc.constantFrom(`api://${world.api}/`, 'https://api.example', 'https://graph.microsoft.com', null),
    ),
    scp: mostly(fc.constantFrom<string | null>('Orders.Read', 'Orders.Read Orders.Write'), fc.constant(null)),
    roles: mostly(fc.constantFrom<string[] | null>(['Orders.Read'], ['app', 'Orders.Write']), fc.constant(null)),
    idtyp: mostly(fc.constant<string | null>(null), fc.constant('app')),
    life: mostly(fc.constant('valid'), fc.constantFrom('expired', 'none')),
  })
  .map(spec => {
    const isV2 = /v2$|near/.test(spec.form);
    const ver = spec.ver === 'absent' ? undefined : (spec.ver === 'fitting') === isV2 ? '2.0' : '1.0';
    const tid =
      spec.tid === 'absent' ? undefined : (spec.tid === 'fitting') !== spec.form.startsWith('other') ? world.tenant : world.otherTenant;
    const clientClaims =
      spec.client === null
        ? {}
        : spec.bothClients && spec.ver === 'other'
          ? { azp: spec.client, appid: spec.client }
          : { [isV2 ? 'azp' : 'appid']: spec.client };
    const exp = spec.life === 'valid' ? moment + 3000 : spec.life === 'expired' ? moment - 3000 : undefined;
    const claims = {
      iss: issuerOf(spec.form),
      ver,
      tid,
      ...clientClaims,
      aud: spec.aud,
      scp: spec.scp,
      roles: spec.roles,
      idtyp: spec.idtyp,
      iat: moment - 600,
      nbf: moment - 600,
      exp,
    };
    return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined && value !== null));
  });

/** Tokens that Microsoft Entra does not issue: no tenant, or a version that contradicts the issuer. */
export function isNeverIssued({ tid, ver, iss }: TokenClaims): boolean {
  const isV2 = /\/v2\.0\/?$/.test(String(iss));
  return tid === undefined || (ver !== undefined && ver !== (isV2 ? '2.0' : '1.0')) || (ver === undefined && isV2);
}

export interface TokenForge {
  /** Every document of the tenant's, the workforce ones and External ID's. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The compact form, signed with the tenant's key. */
  sign(claims: TokenClaims): Promise<string>;
  mint(claims: TokenClaims): Promise<DecodedToken>;
}

/** A throwaway key, and the documents of a tenant that publishes it. */
export async function openForge(algorithm: 'ES256' | 'RS256' = 'ES256'): Promise<TokenForge> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', use: 'sig' }] };
  const metadata: Record<string, unknown> = {};
  const publish = (address: string, issuer: string): void => {
    const jwks = `${address.replace('/.well-known/openid-configuration', '')}/keys`;
    metadata[address] = { issuer, jwks_uri: jwks };
    metadata[jwks] = keys;
  };
  const document = '/.well-known/openid-configuration';
  for (const name of [world.tenant, world.tenant.toUpperCase(), 'contoso.onmicrosoft.com']) {
    publish(`https://login.microsoftonline.com/${name}/v2.0${document}`, issuerOf('workforce-v2'));
    publish(`https://login.microsoftonline.com/${name}${document}`, issuerOf('workforce-v1'));
    publish(`https://login.microsoftonline.us/${name}/v2.0${document}`, issuerOf('us-v2'));
    publish(`https://login.microsoftonline.us/${name}${document}`, issuerOf('workforce-v1'));
  }
  publish(`https://${world.tenant}.ciamlogin.com/${world.tenant}/v2.0${document}`, issuerOf('external-id-v2'));
  const cache = new Map<string, Promise<string>>();
  const sign = (claims: TokenClaims): Promise<string> => {
    const key = JSON.stringify(claims);
    const made =
      cache.get(key) ?? new SignJWT({ ...claims }).setProtectedHeader({ alg: algorithm, kid: 'k1', typ: 'JWT' }).sign(privateKey);
    cache.set(key, made);
    return made;
  };
  return {
    metadata,
    sign,
    async mint(claims) {
      const token = parseToken(await sign(claims));
      if (token.status !== 'decoded') throw new Error('a minted token reads');
      return token;
    },
  };
}
