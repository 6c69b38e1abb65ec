// Whose tokens a token policy takes, as far as that is certain while named values and placeholders are not known.
import { publicCloud } from '../knowledge/clouds.js';
import { readAddress, type AddressFamily, type MicrosoftAddress } from '../microsoft/read-address.js';
import { workforceIssuer } from '../microsoft/write-address.js';
import type { RequiredClaim, TokenPolicy } from '../policy/token-policy.js';
import { knowValue } from '../policy/known-value.js';
import { alwaysDiffer, joinPieces, readPieces, type Pieces } from '../policy/value-pieces.js';
import type { PolicyValue } from '../policy/value.js';
import type { PolicyAlone } from './judged.js';

/** More issuers than that are not compared with what a claim wants, so that the time does not grow with both. */
const mostIssuers = 64;

/** Of what is not judged as a whole, each address is read anew. */
type Known = Pick<PolicyAlone, 'policy' | 'facts'> & Partial<Pick<PolicyAlone, 'readAddress'>>;

/** Whether every token that can pass comes from a workforce tenant of Microsoft Entra. A key of the policy's own may sign anything. */
export function isWorkforceOnly(context: Known): boolean {
  return comesFrom(context, ['workforce']);
}

/** Whether every token that can pass comes from Microsoft Entra, External ID included. */
export function isEntraOnly(context: Known): boolean {
  return comesFrom(context, ['workforce', 'external-id']);
}

function comesFrom({ policy, facts, readAddress: read = readAddress }: Known, families: readonly AddressFamily[]): boolean {
  const { kind, openidConfigs, issuers, issuerSigningKeys, attributes } = policy;
  if (kind === 'validate-azure-ad-token') return attributes['authentication-endpoint'] === undefined;
  const areAll = (values: readonly PolicyValue[]): boolean =>
    values.length > 0 && values.every(value => families.includes(read(textOf(value, facts.namedValues)).family));
  // Issuers may add to the documents; without documents they are all.
  return openidConfigs.length === 0 ? areAll(issuers) : issuerSigningKeys === 0 && areAll(openidConfigs);
}

/** The one version of access tokens that a validate-jwt can take; null where both can pass, or where it is not known. */
export function onlyVersion(context: Known): 1 | 2 | null {
  const { policy } = context;
  const { kind, openidConfigs, issuers, issuerSigningKeys } = policy;
  if (kind !== 'validate-jwt' || openidConfigs.length === 0 || issuerSigningKeys > 0) return null;
  // `issuers` may add to the documents.
  const versions = new Set([...openidConfigs, ...issuers].map(value => readTrusted(value, context)?.version ?? null));
  return versions.size === 1 ? ([...versions][0] ?? null) : null;
}

/** Whether an `iss` claim wants what no token that can pass has: the issuer of the other version, or another one. */
export function contradictsIssuers(context: PolicyAlone, claim: RequiredClaim): 1 | 2 | 'other' | null {
  const accepted = claim.name === 'iss' && context.once(isWorkforceOnly) ? context.once(acceptedIssuers) : null;
  if (accepted === null || accepted.length > mostIssuers || claim.values.length === 0 || (claim.separator ?? '') !== '') return null;
  const { namedValues } = context.facts;
  const refused = claim.values.filter(value => {
    const pieces = readPieces(value, namedValues);
    return accepted.every(issuer => alwaysDiffer(issuer, pieces));
  });
  if (refused.length === 0 || (claim.match === 'any' ? refused.length < claim.values.length : claim.match !== 'all')) return null;
  const has = context.once(onlyVersion);
  const wanted = refused.map(value => readTrusted(value, context)?.version ?? null);
  const [first = null] = wanted;
  return has !== null && first !== null && first !== has && wanted.every(version => version === first) ? first : 'other';
}

/** The issuers that the policy accepts; null where one of them is not documented. */
function acceptedIssuers(context: Known): Pieces[] | null {
  const { policy, facts } = context;
  if (policy.kind === 'validate-azure-ad-token') {
    const tenant = policy.attributes['tenant-id'];
    const address = readAddress(`https://${publicCloud.loginHost}/${tenant?.state === 'literal' ? tenant.value.trim() : '{tenant}'}`);
    return [issuerPieces(address, 1), issuerPieces(address, 2)].filter(pieces => pieces !== null);
  }
  const documents = policy.openidConfigs.map(value => {
    const address = readTrusted(value, context);
    return address?.version == null ? null : issuerPieces(address, address.version);
  });
  const known = documents.filter(pieces => pieces !== null);
  return known.length < documents.length ? null : [...known, ...policy.issuers.map(value => readPieces(value, facts.namedValues))];
}

/** What stands in the place of a tenant that is no GUID may be a name, or a word for many tenants: the issuer then has an id that is not known. */
function issuerPieces({ cloud, tenantId }: MicrosoftAddress, version: 1 | 2): Pieces | null {
  const mark = '{tenant}';
  const issuer = cloud === null ? null : workforceIssuer(cloud, tenantId ?? mark, version);
  const [before = '', after] = issuer?.split(mark) ?? [];
  if (issuer === null) return null;
  return joinPieces(after === undefined ? [before] : [before, { name: null }, after]);
}

/** An address of a workforce tenant, of which at most the tenant, or something of the query, is not known; else null. */
function readTrusted(value: PolicyValue, { facts: { namedValues }, readAddress: read = readAddress }: Known): MicrosoftAddress | null {
  const text = textOf(value, namedValues);
  const address = read(text);
  const query = text.indexOf('?');
  const isPlain = value.parts.every(part => {
    if (part.kind === 'literal' || knowValue({ ...value, parts: [part] }, namedValues).known || part.text === address.tenant) return true;
    return part.kind !== 'expression' && query >= 0 && part.start - value.start > query;
  });
  // A piece of code that holds a slash may give more than the tenant.
  return isPlain && address.family === 'workforce' && address.tenant !== null && !address.tenant.includes('/') ? address : null;
}

/** The text with the named values filled in, where that makes it whole. */
function textOf(value: PolicyValue, namedValues: Readonly<Record<string, string>> | undefined): string {
  const known = knowValue(value, namedValues);
  return known.known ? known.text : value.value;
}

/** Whether a version 2 token never has such an audience: an address, where its `aud` is the API's id, a GUID. */
function isAddressAudience(value: PolicyValue, { facts }: Known): boolean {
  const [first] = readPieces(value, facts.namedValues);
  return typeof first === 'string' && /^[a-z][a-z0-9+.-]*:\/\//.test(first);
}

/** The audiences of a token policy, where each of them is an address; empty where one may be an id. */
export function addressAudiences(context: Known, values: TokenPolicy['audiences']): string[] {
  return values.every(value => isAddressAudience(value, context)) ? values.map(({ value }) => value.trim()) : [];
}
