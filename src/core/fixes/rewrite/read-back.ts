import { isSignInHost, readAddress } from '../../microsoft/read-address.js';
import { findTenantWord, isGuid } from '../../microsoft/tenant.js';
import { configurationUnder, findDocumentedIssuer } from '../../microsoft/write-address.js';
import { tokenPolicyFacts } from '../../knowledge/elements.js';
import type { NotEquivalent } from '../../messages/english/rewrite-back.js';
import { keySources } from '../../policy/known-elements.js';
import { knowWritten } from '../../policy/known-value.js';
import type { KnownTexts } from '../../policy/resolve-value.js';
import { allElements, childElements, findAttribute, type PolicyElement } from '../../policy/policy-tree.js';
import type { TokenPolicy } from '../../policy/token-policy.js';

/** Whom a validate-jwt trusts, where validate-azure-ad-token could say it: raw text of the document. */
export interface BackTrust {
  readonly endpoint: string;
  readonly tenant: string;
  /** The versions whose documents are named. */
  readonly versions: readonly (1 | 2)[];
}

/** Why validate-azure-ad-token cannot say the same, with the names that the sentence needs. */
export const notEquivalent = (why: NotEquivalent['why'], ...names: readonly string[]): NotEquivalent => ({ why, names });

const { 'validate-jwt': jwtFacts, 'validate-azure-ad-token': azureAdFacts } = tokenPolicyFacts;

/** The attributes that both policies have. */
const sharedAttributes = jwtFacts.attributes
  .map(({ name }) => name)
  .filter(name => azureAdFacts.attributes.some(known => known.name === name));

/** What validate-jwt assumes for the attributes that only it has: they may be written out, but not say anything else. */
const ownDefaults: ReadonlyMap<string, string> = new Map(
  jwtFacts.attributes.flatMap(({ name, default: assumed }): [string, string][] =>
    assumed === null || sharedAttributes.includes(name) ? [] : [[name, assumed]],
  ),
);

/** Checks everything but which versions are accepted. */
export function readBackTrust(policy: TokenPolicy, text: string, knownTexts: KnownTexts): BackTrust | NotEquivalent {
  const { element } = policy;
  if ((!element.selfClosing && element.closeTag === null) || element.attributes.some(({ quote }) => quote === null))
    return notEquivalent('not-finished');
  const odd = findOdd(policy, text, knownTexts) ?? findOddSource(policy, knownTexts);
  if (odd !== null) return odd;
  const trust = readConfigs(policy, text);
  if ('why' in trust) return trust;
  const issuers = findOddIssuers(policy, trust, knownTexts);
  return issuers ?? trust;
}

function findOdd({ element, openidConfigs, audiences }: TokenPolicy, text: string, knownTexts: KnownTexts): NotEquivalent | null {
  for (const { name, value } of element.attributes) {
    const wanted = ownDefaults.get(name);
    const known = knowWritten(value, knownTexts);
    if (wanted !== undefined && (!known.known || known.text.trim().toLowerCase() !== wanted))
      return notEquivalent('attribute-not-default', name, wanted);
    if (wanted === undefined && !sharedAttributes.includes(name)) return notEquivalent('attribute-missing', name);
  }
  for (const child of element.children) {
    if (child.type === 'element' && !jwtFacts.children.some(({ name }) => name === child.name))
      return notEquivalent('strange-element', child.name);
    if (child.type === 'cdata' || (child.type === 'text' && text.slice(child.start, child.end).trim() !== ''))
      return notEquivalent('strange-text');
  }
  for (const { name, most } of jwtFacts.children)
    if (most === 1 && childElements(element, name).length > 1) return notEquivalent('element-twice', name);
  if (keySources.some(name => name !== 'openid-config' && childElements(element, name).length > 0)) return notEquivalent('own-keys');
  const configs = childElements(element, 'openid-config');
  if (configs.length === 0 || openidConfigs.length !== configs.length) return notEquivalent('no-tenant');
  const extra = configs.flatMap(({ attributes }) => attributes).find(({ name }) => name !== 'url');
  if (extra !== undefined) return notEquivalent('attribute-missing', extra.name);
  const keys = childElements(element, 'decryption-keys').flatMap(list => childElements(list));
  if (keys.some(key => findAttribute(key, 'certificate-id') === undefined || key.value.value.trim() !== ''))
    return notEquivalent('inline-decryption-keys');
  if (audiences.length === 0 && childElements(element, 'audiences').length > 0) return notEquivalent('audiences-empty');
  return null;
}

function findOddSource({ element }: TokenPolicy, knownTexts: KnownTexts): NotEquivalent | null {
  const sources = ['header-name', 'query-parameter-name', 'token-value'].filter(name => findAttribute(element, name) !== undefined);
  if (sources.length !== 1) return notEquivalent(sources.length === 0 ? 'source-none' : 'source-several');
  const scheme = findAttribute(element, 'require-scheme')?.value;
  const header = findAttribute(element, 'header-name')?.value;
  const knownScheme = scheme === undefined ? null : knowWritten(scheme, knownTexts);
  if (header === undefined) return scheme === undefined ? null : notEquivalent('scheme-other-source');
  const known = knowWritten(header, knownTexts);
  const custom = known.known && known.text.trim().toLowerCase() !== 'authorization';
  if (custom) return scheme === undefined ? null : notEquivalent('scheme-other-header');
  if (knownScheme === null) return notEquivalent('scheme-missing');
  return knownScheme.known && knownScheme.text === 'Bearer' ? null : notEquivalent('scheme-other');
}

function readConfigs({ openidConfigs }: TokenPolicy, text: string): BackTrust | NotEquivalent {
  const versions = new Set<1 | 2>();
  let first: { endpoint: string; tenant: string } | null = null;
  for (const { start, end } of openidConfigs) {
    const raw = text.slice(start, end).trim();
    const address = readAddress(raw);
    const { family, host, tenant } = address;
    if (family === 'external-id') return notEquivalent('external-id');
    if (family === 'b2c') return notEquivalent('b2c');
    const endpoint = /^https:\/\/[A-Za-z0-9.-]+/.exec(raw)?.[0] ?? '';
    const isPlain = tenant !== null && !/[\s"'<>&@]/.test(tenant);
    const version = isPlain ? ([1, 2] as const).find(each => raw === configurationUnder(`${endpoint}/${tenant}`, each)) : undefined;
    if (!isPlain || version === undefined) return notEquivalent('address-of-no-tenant');
    if (!isSignInHost(address)) return notEquivalent('host-of-no-endpoint', host);
    if (findTenantWord(tenant) !== undefined) return notEquivalent('tenant-word', tenant);
    first ??= { endpoint, tenant };
    if (first.endpoint !== endpoint || first.tenant !== tenant) return notEquivalent('several-tenants');
    versions.add(version);
  }
  return first === null ? notEquivalent('no-tenant') : { ...first, versions: [...versions].sort() };
}

/** Listed issuers say nothing more where they are the tenant's own, all of them. */
function findOddIssuers({ issuers, element }: TokenPolicy, trust: BackTrust, knownTexts: KnownTexts): NotEquivalent | null {
  if (childElements(element, 'issuers').length === 0) return null;
  const tenant = trust.tenant.toLowerCase();
  const wanted = trust.versions.map(version => findDocumentedIssuer(configurationUnder(`${trust.endpoint}/${tenant}`, version)));
  const listed = issuers.map(value => knowWritten(value, knownTexts)).map(known => (known.known ? known.text : null));
  const same =
    isGuid(tenant) && wanted.every(issuer => issuer !== null && listed.includes(issuer)) && listed.every(issuer => wanted.includes(issuer));
  return same ? null : notEquivalent('own-issuers');
}

/** The values of a policy that have to be the same in both branches of a choice, as they stand in the document. */
export function describeRest({ element }: TokenPolicy, text: string, withoutClaim: PolicyElement | null): string {
  const attributes = element.attributes.filter(({ name }) => name !== 'id').map(({ start, end }) => text.slice(start, end));
  const lists = ['audiences', 'decryption-keys', 'required-claims'].map(name =>
    childElements(element, name)
      .flatMap(list => childElements(list))
      .filter(item => item !== withoutClaim)
      .map(item => describe(item, text)),
  );
  return JSON.stringify([attributes.sort(), lists]);
}

/** An element and all below it as a list: with how many children each has, it tells one tree from another. */
function describe(element: PolicyElement, text: string): readonly unknown[] {
  return allElements(element).map(each => {
    const attributes = each.attributes.map(({ start, end }) => text.slice(start, end));
    const children = childElements(each).length;
    return [each.name, attributes, children, children > 0 ? null : each.value.value];
  });
}
