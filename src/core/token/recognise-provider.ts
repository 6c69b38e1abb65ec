import type { Marks, Provider } from '../knowledge/providers/provider.js';
import { providers } from '../knowledge/providers/list-providers.js';
import { ownProvider } from '../knowledge/providers/self-run.js';
import { readAddress, type AddressFamily } from '../microsoft/read-address.js';
import type { DecodedToken, JsonObject, TokenProblem } from './token.js';

/** Who issued a token, and by what that was seen. */
interface RecognisedProvider {
  readonly provider: Provider;
  /** `nothing` where it is somebody whom no record describes. */
  readonly by: 'issuer' | 'header' | 'claims' | 'nothing';
}

const families: Readonly<Record<Exclude<AddressFamily, 'other'>, Provider['name']>> = {
  workforce: 'entra',
  'external-id': 'external-id',
  b2c: 'b2c',
};

/**
 * Who issued a token: by its issuer, an address of Microsoft's platform in any cloud or a form of a record, else by marks in header
 * and claims. It trusts what the token says of itself, so it chooses words, and never whom a policy trusts.
 */
export function recogniseProvider({
  header,
  claims,
  kind,
}: Pick<DecodedToken | TokenProblem, 'header' | 'claims' | 'kind'>): RecognisedProvider {
  // An encrypted token shows nothing but its header; some write the issuer there.
  const issuer = textOf(claims, 'iss') ?? textOf(header, 'iss');
  const byIssuer = issuer === null ? null : recogniseIssuer(issuer);
  if (byIssuer !== null) return { provider: byIssuer, by: 'issuer' };
  // A user flow's own claims, on a domain of the tenant's.
  if (kind === 'b2c') return { provider: findProvider('b2c'), by: 'claims' };
  for (const provider of providers) {
    if (provider.marks.some(marks => marks.header !== undefined && fits(marks, header, claims))) return { provider, by: 'header' };
  }
  for (const provider of providers) {
    if (provider.marks.some(marks => marks.header === undefined && fits(marks, header, claims))) return { provider, by: 'claims' };
  }
  return { provider: ownProvider, by: 'nothing' };
}

/** Whose form an issuer has; null where it has nobody's. */
export function recogniseIssuer(issuer: string): Provider | null {
  const { family } = readAddress(issuer);
  if (family !== 'other') return findProvider(families[family]);
  return providers.find(provider => provider.issuer.value.pattern?.test(issuer) === true) ?? null;
}

/** Whether advice about app registrations, manifests and tenants of Microsoft Entra is of use to the owner of the token. */
export function isFromEntra(token: Pick<DecodedToken | TokenProblem, 'header' | 'claims' | 'kind'> | undefined): boolean {
  if (token === undefined) return true;
  const { name } = recogniseProvider(token).provider;
  return name === 'entra' || name === 'external-id';
}

function findProvider(name: Provider['name']): Provider {
  return providers.find(provider => provider.name === name) ?? ownProvider;
}

function textOf(object: JsonObject, name: string): string | null {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  return typeof value === 'string' ? value : null;
}

function fits(marks: Marks, header: JsonObject, claims: JsonObject): boolean {
  return hasAll(marks.header, header) && hasAll(marks.claims, claims);
}

function hasAll(wanted: Marks['claims'], object: JsonObject): boolean {
  return Object.entries(wanted ?? {}).every(([name, pattern]) => {
    if (!Object.hasOwn(object, name)) return false;
    const value = object[name];
    return pattern === null || (typeof value === 'string' && pattern.test(value));
  });
}
