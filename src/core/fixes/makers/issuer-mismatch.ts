import { publicCloud } from '../../knowledge/clouds.js';
import { readAddress } from '../../microsoft/read-address.js';
import { configurationUnder, publicEndpoint, publicIssuer } from '../../microsoft/write-address.js';
import { say } from '../../messages/message.js';
import type { DecodedToken } from '../../token/token.js';
import { addConfig } from '../writing/add-config.js';
import { acceptExternalId, acceptVersionOne } from '../writing/accept-external-id.js';
import type { Draft } from '../writing/build-fix.js';
import { addToList, replaceValue } from '../writing/edit-children.js';
import type { FixMaker, PolicyFixContext } from '../fix-maker.js';
import { listTenantConfigs, type TenantConfig } from '../trust/tenant-configs.js';
import { offerForToken } from '../trust/offer-for-token.js';
import { makeRewrites } from '../rewrite/offer-rewrites.js';
import { escapeXml } from '../rewrite/address-text.js';
import { isPlainText } from '../../policy/plain-text.js';
import { compareForms } from '../../token/elsewhere/compare-forms.js';
import { findNamingMember } from '../../metadata/naming-member.js';
import { findConfiguration } from '../../metadata/read-metadata.js';
import { knowWritten } from '../../policy/known-value.js';
import { findIssuerTenant, findTrustworthyToken } from '../trust/token-trust.js';

/** Accepts the token's issuer, where it is one of the policy's own tenant: by its metadata, or by the list of issuers. */
export const issuerMismatch: FixMaker = {
  scope: 'policy',
  make(context) {
    if (context.policy.kind === 'validate-azure-ad-token') return makeRewrites(context);
    const token = findTrustworthyToken(context.facts);
    if (token === null) return [];
    const named = [...correctIssuer(context, token), ...addNamedIssuer(context, token)];
    return named.length > 0 && findIssuerTenant(token) === null
      ? offerForToken(context, 'issuer', named, { isNamed: true })
      : offerForToken(context, 'issuer', listDrafts(context, token));
  },
};

function listDrafts(context: PolicyFixContext, token: DecodedToken): Draft[] {
  const tenant = findIssuerTenant(token);
  const configs = tenant === null ? [] : listTenantConfigs(context, tenant);
  const workforce = configs.filter(({ family }) => family === 'workforce');
  const external = configs.filter(({ family }) => family === 'external-id');
  switch (token.kind) {
    case 'workforce-v1':
    case 'workforce-v2': {
      const version = token.kind === 'workforce-v1' ? 1 : 2;
      if (workforce.length > 0) return [...acceptOtherVersion(context, token, workforce, version), ...correctIssuer(context, token)];
      return tenant === null || external.length === 0 ? [] : [addWorkforce(context, tenant, external, version)];
    }
    case 'external-id-v1':
    case 'external-id-v2': {
      const version = token.kind === 'external-id-v1' ? 1 : 2;
      if (tenant !== null && external.length > 0 && version === 1)
        return [acceptVersionOne(context, token, tenant), ...correctIssuer(context, token)];
      return tenant === null || workforce.length === 0
        ? correctIssuer(context, token)
        : acceptExternalId(context, tenant, workforce, version);
    }
    case 'b2c':
      return [...acceptUserFlow(context, token, configs), ...correctIssuer(context, token)];
    default:
      return correctIssuer(context, token);
  }
}

/** The other version of the same tenant: its metadata beside or in place of the one that is there, or its issuer in the list. */
function acceptOtherVersion(
  { document, policy }: PolicyFixContext,
  token: DecodedToken,
  configs: readonly TenantConfig[],
  version: 1 | 2,
): Draft[] {
  const sibling = configs.find(config => config.version !== version && sharesCloud(config, token));
  if (sibling === undefined) return [];
  const raw = document.text.slice(sibling.value.start, sibling.value.end);
  const other = version === 2 ? raw.replace('/.well-known/', '/v2.0/.well-known/') : raw.replace('/v2.0/.well-known/', '/.well-known/');
  if (other === raw) return [];
  const { iss: issuer } = token.claims;
  // Nothing but a host, a tenant and a version: whatever else stood in it, the metadata would not have.
  if (typeof issuer !== 'string' || !/^https:\/\/[a-z0-9.-]+\/[0-9a-f-]{36}\/(?:v2\.0)?$/.test(issuer)) return [];
  const listed = policy.issuers.length > 0 ? addToList(document, policy, 'issuers', [`<issuer>${escapeXml(issuer)}</issuer>`]) : [];
  const drafts: Draft[] = [
    {
      title: say('fix-issuer-add-metadata', { version }),
      edits: [addConfig(document, sibling.element, other), ...listed],
      widens: true,
      certainty: 'documented',
    },
  ];
  const only = policy.openidConfigs.length === 1 && policy.issuers.length === 0;
  if (only)
    drafts.push({
      title: say('fix-issuer-switch-metadata', { version }),
      edits: [replaceValue(sibling.value, other)],
      widens: true,
      certainty: 'documented',
    });
  const own = sibling.issuer;
  if (own !== null && policy.issuers.length === 0) {
    // Whether the list adds to the metadata's issuer or replaces it is not documented: both are listed.
    const entries = [own, issuer].map(text => `<issuer>${escapeXml(text)}</issuer>`);
    const detail = say('rewrite-detail', { addresses: policy.openidConfigs.map(({ value }) => value), issuers: [own, issuer] });
    drafts.push({
      title: say('fix-issuer-list', { issuer }),
      detail,
      edits: addToList(document, policy, 'issuers', entries),
      widens: true,
    });
  }
  return drafts;
}

/** Another cloud's issuer is not to be had by another version. */
function sharesCloud({ address, issuer }: TenantConfig, token: DecodedToken): boolean {
  const own = typeof token.claims['iss'] === 'string' ? readAddress(token.claims['iss']).cloud : null;
  return own !== null && readAddress(issuer ?? address).cloud === own;
}

/** The tenant's workforce metadata beside that of External ID. */
function addWorkforce({ document, policy }: PolicyFixContext, tenant: string, external: readonly TenantConfig[], version: 1 | 2): Draft {
  const address = configurationUnder(`${publicEndpoint}/${tenant}`, version);
  const last = external.at(-1)?.element;
  const issuer = publicIssuer(tenant, version);
  const listed = policy.issuers.length > 0 ? addToList(document, policy, 'issuers', [`<issuer>${issuer}</issuer>`]) : [];
  return {
    title: say('fix-issuer-add-workforce', { host: publicCloud.loginHost, version }),
    edits: [...(last === undefined ? [] : [addConfig(document, last, address)]), ...listed],
    widens: true,
  };
}

/** Another user flow of the same B2C tenant, at the host that the policy names. */
function acceptUserFlow({ document }: PolicyFixContext, token: DecodedToken, configs: readonly TenantConfig[]): Draft[] {
  const userFlow = ['tfp', 'acr']
    .map(name => token.claims[name])
    .find((value): value is string => typeof value === 'string' && /^b2c_1a?_[a-z0-9_-]+$/i.test(value));
  const sibling = configs.find(
    ({ family, value }) => family === 'b2c' && /\/b2c_1a?_[a-z0-9_-]+\/v2\.0\//i.test(document.text.slice(value.start, value.end)),
  );
  if (userFlow === undefined || !isPlainText(userFlow) || sibling === undefined) return [];
  const raw = document.text.slice(sibling.value.start, sibling.value.end);
  const address = raw.replace(/\/b2c_1a?_[a-z0-9_-]+\/v2\.0\//i, `/${userFlow}/v2.0/`);
  if (address.toLowerCase() === raw.toLowerCase()) return [];
  return [{ title: say('fix-issuer-user-flow', { userFlow }), edits: [addConfig(document, sibling.element, address)], widens: true }];
}

/** A listed issuer that only differs by what people overlook (case, a slash, white space, http for https), or is the address of its document. */
function correctIssuer({ policy }: PolicyFixContext, token: DecodedToken): Draft[] {
  const issuer = token.claims['iss'];
  if (typeof issuer !== 'string' || !isPlainText(issuer)) return [];
  const meant = policy.issuers.find(
    ({ state, value }) => state === 'literal' && /^(?:space|slash|letters|scheme|document)$/.test(compareForms(value, issuer) ?? ''),
  );
  if (meant === undefined) return [];
  return [
    {
      title: say('fix-issuer-rewrite-value', { issuer, instead: meant.value }),
      edits: [replaceValue(meant, escapeXml(issuer))],
      widens: true,
    },
  ];
}

/** The issuer that a document of the policy names for access tokens, beside the one that the gateway reads: both are listed. */
function addNamedIssuer({ document, policy, facts }: PolicyFixContext, token: DecodedToken): Draft[] {
  const issuer = token.claims['iss'];
  if (typeof issuer !== 'string' || !isPlainText(issuer)) return [];
  const addresses = policy.openidConfigs.flatMap(value => {
    const known = knowWritten(value, facts);
    return known.known ? [known.text] : [];
  });
  const named = findNamingMember(addresses, facts.metadata, issuer);
  if (named === null) return [];
  const own = findConfiguration(facts.metadata, named.document)?.issuer ?? null;
  // Whether the list adds to the document's issuer or replaces it is not documented: both are listed.
  const entries = policy.issuers.length > 0 || own === null || !isPlainText(own) ? [issuer] : [own, issuer];
  const edits = addToList(
    document,
    policy,
    'issuers',
    entries.map(text => `<issuer>${escapeXml(text)}</issuer>`),
  );
  return [{ title: say('fix-issuer-add-named', { issuer, member: named.member }), edits, widens: true, certainty: 'documented' }];
}
