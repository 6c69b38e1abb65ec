import type { Certainty } from '../../certainty.js';
import { clouds, microsoftAccountTenant, tenantTemplate, wellKnownTenants } from '../../knowledge/clouds.js';
import { findAuthority, type Authority } from '../../metadata/authority.js';
import { findDocumentedIssuer, isExternalIdHost, isGuid, isWorkforceHost, parseUrl } from '../../metadata/microsoft-address.js';
import { findConfiguration } from '../../metadata/read-metadata.js';
import { readTextClaim, type CheckContext, type ReadToken } from '../check-context.js';
import { refuse, refuseAll, type RefusalTable } from '../generations.js';
import { fixedText, tenantIssuerText } from '../library-messages.js';
import { judgeRefusals, pass, uncertain, unresolved, type Judgement } from '../outcome.js';
import type { Reason } from '../reason.js';

const oldTenantClaim = 'http://schemas.microsoft.com/identity/claims/tenantid';

/** validate-azure-ad-token: the library's own issuer validator for the policy's tenant (AadIssuerValidator). */
export function checkTenantIssuer(context: CheckContext, token: ReadToken): Judgement {
  const issuer = readTextClaim(token.claims, 'iss');
  if (issuer === null || issuer === '') return refuseMissing(context, issuer);
  const tenantOfToken = readTenant(token, issuer);
  if (tenantOfToken === 'b2c') {
    return refuseIssuer(
      context,
      { all: 'IDX40002' },
      { code: 'b2c-issuer-with-policy', values: { issuer } },
      fixedText('IDX40002'),
      'library',
    );
  }
  if (tenantOfToken === '')
    return refuseIssuer(context, { all: 'IDX40003' }, { code: 'tenant-not-named', values: {} }, fixedText('IDX40003'), 'library');
  const found = findAuthority(context.policy, context.facts.namedValues);
  if (!found.known) {
    const endpoint = found.endpoint === null ? null : parseUrl(found.endpoint);
    if (endpoint !== null && isForeign(endpoint.hostname, issuer)) return refuseForeign(context, issuer, 'tenant-id');
    return unresolved('issuer', found.missing, {
      idx: 'IDX40001',
      reason: { code: 'value-unknown', values: { what: 'The tenant or its endpoint', missing: found.missing } },
    });
  }
  return judgeAuthority(context, found.authority, issuer, tenantOfToken);
}

/** Without an issuer both handlers refuse, one of them with an error of its own. */
function refuseMissing(context: CheckContext, issuer: string | null): Judgement {
  const table: RefusalTable = issuer === null ? { all: 'IDX40001', jst: 'IDX10000' } : { all: 'IDX40001' };
  return refuseIssuer(context, table, { code: 'issuer-missing', values: {} }, tenantIssuerText(issuer ?? ''), 'library');
}

/** The tenant that the token names: in a claim, else in the issuer; empty where neither does, `b2c` for an issuer with a B2C policy in it. */
function readTenant(token: ReadToken, issuer: string): string {
  const claim = readTextClaim(token.claims, 'tid') ?? readTextClaim(token.claims, oldTenantClaim);
  if (claim !== null && claim.trim() !== '') return claim;
  const segments = parseUrl(issuer)?.pathname.split('/') ?? [];
  // `/x/y` and `/x/y/` count three segments in the library, `/tfp/x/y/v2.0/` five.
  const named = segments.at(-1) === '' ? segments.slice(1, -1) : segments.slice(1);
  if (named.length === 4 && named[0] === 'tfp') return 'b2c';
  return named.length === 2 ? (named[0] ?? '') : '';
}

function judgeAuthority(context: CheckContext, authority: Authority, issuer: string, tid: string): Judgement {
  // The library knows a version 1.1, too, which no tenant serves.
  if (/\/v1\.1\/?$/i.test(issuer)) return refuseUnserved(context, authority, issuer);
  const address = pickDocument(authority, issuer);
  const configuration = findConfiguration(context.facts.metadata, address);
  const documented = configuration === undefined ? findDocumentedIssuer(address) : null;
  const template = configuration?.issuer ?? documented;
  const host = parseUrl(authority.endpoint)?.hostname ?? '';
  if (template === null) {
    if (isForeign(host, issuer)) return refuseForeign(context, issuer, authority.tenant);
    if (configuration === undefined) {
      return unresolved('issuer', [address], {
        idx: 'IDX40001',
        reason: { code: 'issuer-documents-missing', values: { addresses: [address] } },
      });
    }
    return unresolved('issuer', [address], { idx: 'IDX40001', reason: { code: 'document-unreadable', values: { addresses: [address] } } });
  }
  const certainty: Certainty = authority.fromAddress ? 'inferred' : documented === null ? 'library' : 'documented';
  if (!acceptsIssuer(template, tid, issuer)) return refuseOther(context, { authority, issuer, tid, template, certainty });
  return judgeAccepted(authority, host, issuer, tid, certainty);
}

function refuseUnserved(context: CheckContext, authority: Authority, issuer: string): Judgement {
  const reason: Reason = { code: 'tenant-issuer-not-accepted', values: { issuer, accepted: [], tenant: authority.tenant } };
  return refuseIssuer(context, { all: 'IDX40001' }, reason, tenantIssuerText(issuer), 'library');
}

/** What the library accepts, and the documentation may not. */
function judgeAccepted(authority: Authority, host: string, issuer: string, tid: string, certainty: Certainty): Judgement {
  if (isExternalIdHost(host)) {
    return uncertain('issuer', {
      certainty: 'documented',
      idx: 'IDX40001',
      reason: { code: 'external-id-own-endpoint', values: { issuer } },
    });
  }
  if (authority.tenant === 'organizations' && tid.toLowerCase() === microsoftAccountTenant) {
    return uncertain('issuer', { certainty: 'documented', idx: 'IDX40001', reason: { code: 'consumer-under-organizations', values: {} } });
  }
  return pass('issuer', {
    certainty,
    reason: authority.fromAddress ? { code: 'tenant-written-as-address', values: { tenant: authority.tenant } } : null,
  });
}

/** The end of the token's issuer selects the document, whatever `ver` says. */
function pickDocument(authority: Authority, issuer: string): string {
  const end = issuer.toLowerCase().replace(/\/$/, '');
  if (end.endsWith('/v2.0')) return authority.v2;
  return authority.v1;
}

/** The library's comparison: exact, with the token's tenant in the place of `{tenantid}`. */
export function acceptsIssuer(template: string, tid: string, issuer: string): boolean {
  const at = template.indexOf(tenantTemplate);
  if (at < 0) return template === issuer;
  const before = template.slice(0, at);
  const after = template.slice(at + tenantTemplate.length);
  return issuer.length > at + tid.length && issuer === `${before}${tid}${after}`;
}

interface Refused {
  readonly authority: Authority;
  readonly issuer: string;
  readonly tid: string;
  readonly template: string;
  readonly certainty: Certainty;
}

function refuseOther(context: CheckContext, { authority, issuer, tid, template, certainty }: Refused): Judgement {
  const host = parseUrl(authority.endpoint)?.hostname ?? '';
  if (isForeign(host, issuer) && isExternalIdHost(parseUrl(issuer)?.hostname ?? ''))
    return refuseForeign(context, issuer, authority.tenant);
  const other = findConfiguration(context.facts.metadata, authority.v1)?.issuer ?? findDocumentedIssuer(authority.v1);
  const accepted = [...new Set([template, ...(other === null ? [] : [other])])];
  const anyTenant = wellKnownTenants.some(known => known.name === authority.tenant);
  const reason: Reason =
    anyTenant && issuer.includes(tid.toLowerCase()) === false && fitsAnyTenant(template, issuer)
      ? { code: 'tenant-in-token-differs', values: { issuer, tid } }
      : { code: 'tenant-issuer-not-accepted', values: { issuer, accepted, tenant: authority.tenant } };
  return refuseIssuer(context, { all: 'IDX40001' }, reason, tenantIssuerText(issuer), certainty);
}

function fitsAnyTenant(template: string, issuer: string): boolean {
  const [before = '', after] = template.split(tenantTemplate);
  return after !== undefined && issuer.startsWith(before) && issuer.endsWith(after);
}

/**
 * Whether an authority of a workforce endpoint can never have this issuer, whatever its tenant: its issuers are documented to stand on
 * the cloud's own hosts, with the tenant's GUID.
 */
function isForeign(endpointHost: string, issuer: string): boolean {
  if (!isWorkforceHost(endpointHost)) return false;
  const url = parseUrl(issuer);
  if (url === null || isExternalIdHost(url.hostname)) return true;
  const hosts = clouds.flatMap(cloud => [...cloud.loginHosts, ...cloud.issuerHostsV1]);
  return !hosts.includes(url.hostname) || !isGuid(url.pathname.split('/')[1] ?? '');
}

function refuseForeign(context: CheckContext, issuer: string, tenant: string): Judgement {
  const external = isExternalIdHost(parseUrl(issuer)?.hostname ?? '');
  const reason: Reason = external
    ? { code: 'external-id-not-supported', values: { issuer, tenant } }
    : { code: 'tenant-issuer-not-accepted', values: { issuer, accepted: [], tenant } };
  return refuseIssuer(context, { all: 'IDX40001' }, reason, tenantIssuerText(issuer), 'documented');
}

function refuseIssuer(context: CheckContext, table: RefusalTable, reason: Reason, message: string | null, certainty: Certainty): Judgement {
  const { engines } = context;
  const refusals = refuse(engines, table);
  const judged = judgeRefusals('issuer', engines, refusals.size > 0 ? refusals : refuseAll(engines, null), {
    reason,
    message,
    differs: () => reason,
  });
  return judged === null ? pass('issuer') : { ...judged, result: { ...judged.result, certainty } };
}
