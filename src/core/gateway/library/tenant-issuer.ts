import type { Certainty } from '../../certainty.js';
import { microsoftAccountTenant, tenantTemplate, wellKnownTenants } from '../../knowledge/clouds.js';
import type { Disagreement } from '../../messages/english/gateway-engines.js';
import { findAuthority, nameConfiguration, type Authority } from '../../metadata/authority.js';
import { findConfigurationOnce } from '../../metadata/key-ring.js';
import { parseUrl } from '../../text/parse-url.js';
import { isSignInHost, readAddress } from '../../microsoft/read-address.js';
import { findDocumentedIssuer } from '../../microsoft/write-address.js';
import { readTextClaim, type CheckContext, type ReadToken } from '../check-context.js';
import { answerBy, codeOf, type Answers } from './answers.js';
import { shownEngine } from './engines.js';
import { fixedText, tenantIssuerText } from './texts.js';
import { judgeAnswers, pass, uncertain, unresolved, type Checked } from '../outcome.js';
import type { Reason } from '../reason.js';

const oldTenantClaim = 'http://schemas.microsoft.com/identity/claims/tenantid';

/** What the token says of its tenant. */
interface TokenTenant {
  /** Empty where nothing names it. */
  readonly tid: string;
  /** Whether the claim is a text; JwtSecurityTokenHandler crashes where it is not. */
  readonly isText: boolean;
}

/** validate-azure-ad-token: the library's own issuer validator for the policy's tenant (AadIssuerValidator). */
export function checkTenantIssuer(context: CheckContext, token: ReadToken): Checked {
  const issuer = readTextClaim(token.claims, 'iss');
  const tenant = readTenantClaim(token) ?? readIssuerTenant(issuer ?? '');
  if (issuer === null || issuer === '') return refuseMissing(context, token.claims['iss'], tenant);
  if (tenant === 'unreadable') return refuseIssuer(context, () => 'crashes', { code: 'tenant-not-named', values: {} }, null, 'library');
  if (tenant === 'b2c') {
    const reason: Reason = { code: 'b2c-issuer-with-policy', values: { issuer } };
    return refuseIssuer(context, () => 'IDX40002', reason, fixedText('IDX40002'), 'library');
  }
  if (tenant.tid.trim() === '') {
    return refuseIssuer(context, () => 'IDX40003', { code: 'tenant-not-named', values: {} }, fixedText('IDX40003'), 'library');
  }
  const found = findAuthority(context.policy, context.facts.namedValues);
  if (found.known) return judgeAuthority(context, found.authority, issuer, tenant);
  // As the policy writes it: a placeholder tells more than the attribute's name.
  const written = context.policy.attributes['tenant-id']?.value.trim() ?? '';
  if (found.endpoint !== null && isForeign(found.endpoint, issuer)) return refuseForeign(context, issuer, written, tenant);
  const { missing } = found;
  return unresolved('issuer', missing, {
    idx: 'IDX40001',
    reason: { code: 'value-unknown', values: { what: 'tenant', missing } },
  });
}

/** Without an issuer both handlers refuse, each in its own way. */
function refuseMissing(context: CheckContext, value: unknown, tenant: TokenTenant | 'b2c' | 'unreadable'): Checked {
  const named = typeof tenant === 'object' && tenant.tid.trim() !== '';
  const isText = typeof tenant !== 'object' || tenant.isText;
  const answers: Answers = ({ handler }) => {
    if (value === null || (value === undefined && handler === 'jst')) return 'IDX10000';
    if (!isText && handler === 'jst') return 'crashes';
    return named ? 'IDX40001' : 'IDX40003';
  };
  const idx = codeOf(answers(shownEngine));
  const message = idx === 'IDX40001' ? tenantIssuerText('') : fixedText(idx ?? '');
  return refuseIssuer(context, answers, { code: 'issuer-missing', values: {} }, message, 'library');
}

/** The tenant by claim, also an empty one; null where the token has neither claim. */
function readTenantClaim({ claims }: ReadToken): TokenTenant | null {
  const name = ['tid', oldTenantClaim].find(candidate => Object.hasOwn(claims, candidate));
  if (name === undefined) return null;
  const value = claims[name];
  if (value === null) return { tid: '', isText: true };
  return typeof value === 'string' ? { tid: value, isText: true } : { tid: JSON.stringify(value), isText: false };
}

/** One letter in front of a colon is no scheme but a drive. */
const drivePath = /^\s*[a-z][:|][/\\]/i;

/**
 * The library's own reading of an issuer (GetTenantIdFromIss of AadIssuerValidator), as it was measured. It stays apart from how
 * addresses are read everywhere else: it has to be wrong where the library is.
 *
 * The tenant by issuer: `/tenant/x`; `b2c` for an issuer with a B2C policy in it, `unreadable` for what is no address.
 */
function readIssuerTenant(issuer: string): TokenTenant | 'b2c' | 'unreadable' {
  if (issuer === '') return { tid: '', isText: true };
  // A path counts as the address of a file, in which no query begins; one slash after the scheme is not enough.
  const file = drivePath.test(issuer) ? 'file:///' : issuer.startsWith('//') ? 'file:' : issuer.startsWith('/') ? 'file://' : null;
  const url = parseUrl(file === null ? issuer : file + issuer.trimStart().replace(/[?#]/g, encodeURIComponent));
  if (url === null || /^\s*(?:https?:(?!\/\/)|[a-z]:(?![/\\]))/i.test(issuer)) return 'unreadable';
  const segments = url.pathname.split('/');
  const named = segments.at(-1) === '' ? segments.slice(1, -1) : segments.slice(1);
  if (named.length === 4 && named[0] === 'tfp') return 'b2c';
  return { tid: named.length === 2 ? (named[0] ?? '') : '', isText: true };
}

function judgeAuthority(context: CheckContext, authority: Authority, issuer: string, tenant: TokenTenant): Checked {
  // The library knows a version 1.1, too, which no tenant serves.
  if (/\/v1\.1\/?$/i.test(issuer)) return refuseUnserved(context, authority, issuer, tenant);
  const address = pickDocument(authority, issuer);
  const configuration = findConfigurationOnce(context.memory.keyRing, context.facts.metadata, address);
  const documented = configuration === undefined ? findDocumentedIssuer(address) : null;
  const template = configuration?.issuer ?? documented;
  if (template === null) {
    if (isForeign(authority.endpoint, issuer)) return refuseForeign(context, issuer, authority.tenant, tenant);
    if (configuration === undefined) {
      const addresses = [nameConfiguration(context.policy, context.facts, address)];
      return unresolved('issuer', addresses, { idx: 'IDX40001', reason: { code: 'issuer-documents-missing', values: { addresses } } });
    }
    return unresolved('issuer', [address], { idx: 'IDX40001', reason: { code: 'document-unreadable', values: { addresses: [address] } } });
  }
  const certainty: Certainty = authority.fromAddress ? 'inferred' : documented === null ? 'library' : 'documented';
  if (!acceptsIssuer(template, tenant.tid, issuer)) return refuseOther(context, { authority, issuer, tenant, template, certainty });
  return judgeAccepted(context, { authority, issuer, tenant, template, certainty });
}

function refuseUnserved(context: CheckContext, authority: Authority, issuer: string, { isText }: TokenTenant): Checked {
  const reason: Reason = { code: 'tenant-issuer-not-accepted', values: { issuer, accepted: [], tenant: authority.tenant } };
  return refuseIssuer(context, refuseTenant(isText), reason, tenantIssuerText(issuer), 'library');
}

/** What the library accepts, and the documentation may not. */
function judgeAccepted(context: CheckContext, { authority, issuer, tenant, certainty }: Comparison): Checked {
  if (!tenant.isText) {
    const reason: Reason = { code: 'tenant-not-named', values: {} };
    const explain = (values: Disagreement): Reason => ({ code: 'issuer-differs', values });
    return judgeAnswers('issuer', context.engines, answerBy({ jst: 'crashes' }), { reason, message: null, explain }) ?? pass('issuer');
  }
  if (readAddress(authority.endpoint).family === 'external-id') {
    return uncertain('issuer', {
      certainty: 'documented',
      idx: 'IDX40001',
      reason: { code: 'external-id-own-endpoint', values: { issuer } },
    });
  }
  if (authority.tenant === 'organizations' && tenant.tid.toLowerCase() === microsoftAccountTenant) {
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
function acceptsIssuer(template: string, tid: string, issuer: string): boolean {
  const at = template.indexOf(tenantTemplate);
  if (at < 0) return template === issuer;
  const before = template.slice(0, at);
  const after = template.slice(at + tenantTemplate.length);
  return issuer === `${before}${tid}${after}`;
}

/** An issuer and what it is compared with. */
interface Comparison {
  readonly authority: Authority;
  readonly issuer: string;
  readonly tenant: TokenTenant;
  readonly template: string;
  readonly certainty: Certainty;
}

function refuseOther(context: CheckContext, { authority, issuer, tenant, template, certainty }: Comparison): Checked {
  const { tid, isText } = tenant;
  if (isForeign(authority.endpoint, issuer) && readAddress(issuer).family === 'external-id')
    return refuseForeign(context, issuer, authority.tenant, tenant);
  const other =
    findConfigurationOnce(context.memory.keyRing, context.facts.metadata, authority.v1)?.issuer ?? findDocumentedIssuer(authority.v1);
  const accepted = [...new Set([template, ...(other === null ? [] : [other])])];
  const anyTenant = wellKnownTenants.some(name => name === authority.tenant);
  const reason: Reason =
    anyTenant && issuer.includes(tid.toLowerCase()) === false && fitsAnyTenant(template, issuer)
      ? { code: 'tenant-in-token-differs', values: { issuer, tid } }
      : { code: 'tenant-issuer-not-accepted', values: { issuer, accepted, tenant: authority.tenant } };
  return refuseIssuer(context, refuseTenant(isText), reason, tenantIssuerText(issuer), certainty);
}

function fitsAnyTenant(template: string, issuer: string): boolean {
  const [before = '', after] = template.split(tenantTemplate);
  return after !== undefined && issuer.startsWith(before) && issuer.endsWith(after);
}

/**
 * Whether an authority of a workforce endpoint can never have this issuer, whatever its tenant: its issuers are documented to stand on
 * the cloud's own hosts, with the tenant's GUID.
 */
function isForeign(endpoint: string, issuer: string): boolean {
  if (!isSignInHost(readAddress(endpoint))) return false;
  const { family, tenantId } = readAddress(issuer);
  return family !== 'workforce' || tenantId === null;
}

function refuseForeign(context: CheckContext, issuer: string, tenant: string, { isText }: TokenTenant): Checked {
  const external = readAddress(issuer).family === 'external-id';
  const reason: Reason = external
    ? { code: 'external-id-not-supported', values: { issuer, tenant } }
    : { code: 'tenant-issuer-not-accepted', values: { issuer, accepted: [], tenant } };
  return refuseIssuer(context, refuseTenant(isText), reason, tenantIssuerText(issuer), 'documented');
}

/** A tenant that is no text makes JwtSecurityTokenHandler crash. */
function refuseTenant(isText: boolean): Answers {
  return answerBy({ all: 'IDX40001', ...(isText ? {} : { jst: 'crashes' }) });
}

function refuseIssuer(context: CheckContext, answers: Answers, reason: Reason, message: string | null, certainty: Certainty): Checked {
  const judged = judgeAnswers('issuer', context.engines, answers, { reason, message, explain: () => reason });
  return judged === null ? pass('issuer') : { ...judged, result: { ...judged.result, certainty } };
}
