import { say } from '../../messages/message.js';
import { findCloud, isSignInHost, readAddress } from '../../microsoft/read-address.js';
import { workforceIssuer } from '../../microsoft/write-address.js';
import { isGuid } from '../../microsoft/tenant.js';
import { findAttribute } from '../../policy/policy-tree.js';
import type { RequiredClaim } from '../../policy/token-policy.js';
import type { PolicyValue } from '../../policy/value.js';
import type { Edit } from '../../text/edit.js';
import { buildFix, type Draft } from '../writing/build-fix.js';
import { addToList, replaceValue } from '../writing/edit-children.js';
import { removeClaim } from '../writing/remove-claim.js';
import type { FixMaker, PolicyFixContext } from '../fix-maker.js';

const counterparts: Readonly<Record<string, string>> = { azp: 'appid', appid: 'azp', azpacr: 'appidacr', appidacr: 'azpacr' };

/** Brings the version of the metadata and that of the audiences or the required claims together, either way. */
export const metadataVersion: FixMaker = {
  scope: 'policy',
  make(context) {
    const { has, wants } = context.finding.data;
    if ((wants !== 1 && wants !== 2) || (has !== 1 && has !== 2)) return [];
    const drafts = [...cureAlone(context)];
    const switched = switchMetadata(context, wants);
    if (switched.length > 0) drafts.push({ title: say('fix-switch-metadata', { version: wants }), edits: switched, widens: true });
    return drafts.map(draft => buildFix(context, draft));
  },
};

/** What cures the one piece that is of the other version, and leaves the metadata. */
function cureAlone(context: PolicyFixContext): Draft[] {
  const { document, policy, finding } = context;
  const { claim: name, part, has } = finding.data;
  if (part === 'audience') return addIds(context);
  const claim = policy.requiredClaims.find(({ element }) => element.openTag.start === finding.start);
  if (claim === undefined || claim.name !== name) return [];
  if (part === 'claim-audience') return writeIds(document.text, claim);
  if (part !== 'issuer') return writeClaim(claim, has === 1 ? 1 : 2);
  return [{ title: say('fix-remove-claim', { claim: 'iss' }), edits: [removeClaim(document, policy, claim)], widens: true }];
}

/** The claim, or the value of ver, as tokens of the version have it. */
function writeClaim(claim: RequiredClaim, has: 1 | 2): Draft[] {
  const attribute = findAttribute(claim.element, 'name');
  const counterpart = counterparts[claim.name ?? ''];
  if (counterpart !== undefined && attribute !== undefined) {
    const title = say('fix-claim-other-version', { claim: claim.name ?? '', counterpart });
    return [{ title, edits: [replaceValue(attribute.value, counterpart)], widens: true }];
  }
  if (claim.name !== 'ver') return [];
  const version = has === 1 ? '1.0' : '2.0';
  const edits = claim.values.slice(0, 1).map(value => replaceValue(value, version));
  return [{ title: say('fix-claim-version', { version: has }), edits, widens: true }];
}

/** The ids in the audiences' addresses, which version 2 tokens have in their place. */
function addIds({ document, policy }: PolicyFixContext): Draft[] {
  const ids = policy.audiences.map(value => idIn(document.text, value));
  const [first] = ids;
  if (first === undefined || first === null || ids.includes(null)) return [];
  const entries = [...new Set(ids)].map(id => `<audience>${id ?? ''}</audience>`);
  return [{ title: say('fix-audience-id', { audience: first }), edits: addToList(document, policy, 'audiences', entries), widens: true }];
}

function writeIds(text: string, { values }: RequiredClaim): Draft[] {
  const ids = values.map(value => ({ value, id: idIn(text, value) }));
  const [first] = ids;
  if (first?.id == null || ids.some(({ id }) => id === null)) return [];
  const edits = ids.map(({ value, id }) => replaceValue(value, id ?? ''));
  return [{ title: say('fix-audience-id', { audience: first.id }), edits, widens: true }];
}

/** The raw text of the GUID, or of the one placeholder, that is all of an `api://` address. */
function idIn(text: string, { start, end, parts }: PolicyValue): string | null {
  const raw = text.slice(start, end).trim().replace(/\/$/, '');
  const id = /^api:\/\//i.test(raw) ? raw.slice('api://'.length) : '';
  return isGuid(id) || parts.some(part => part.kind !== 'literal' && part.text === id) ? id : null;
}

/** The addresses of the other version, and the issuers that are listed beside them; none where one of the issuers is nobody's whose other form is known. */
function switchMetadata({ document, policy }: PolicyFixContext, version: 1 | 2): Edit[] {
  const issuers = policy.issuers.map(value => ({ value, other: issuerOf(value.value.trim(), version) }));
  if (issuers.some(({ other }) => other === null)) return [];
  const addresses = policy.openidConfigs.map(value => {
    const raw = document.text.slice(value.start, value.end);
    return { value, other: version === 2 ? addressOfVersion2(raw) : raw.replace(/\/v2\.0\/\.well-known\//i, '/.well-known/') };
  });
  return [...addresses, ...issuers].flatMap(({ value, other }) =>
    other === null || other === document.text.slice(value.start, value.end) ? [] : [replaceValue(value, other)],
  );
}

/** The host of version 1 issuers serves the document of version 1 only. */
function addressOfVersion2(raw: string): string {
  const path = raw.replace(/(?<!\/v2\.0)\/\.well-known\//i, '/v2.0/.well-known/');
  return path.replace(/^(\s*https:\/\/)([^/]+)/i, (whole, scheme: string, host: string) => {
    const cloud = findCloud(host);
    return cloud === null || isSignInHost({ cloud, host: host.toLowerCase() }) ? whole : scheme + cloud.loginHost;
  });
}

/** The issuer that the same tenant has in tokens of a version; null where that is not known. */
function issuerOf(issuer: string, version: 1 | 2): string | null {
  const { family, cloud, host, tenant } = readAddress(issuer);
  const isWhole = /^https:\/\/[^/]+\/[^/]+\/(?:v2\.0)?$/i.test(issuer);
  if (!isWhole || family !== 'workforce' || cloud?.issuerHostV1 == null || tenant === null) return null;
  return [cloud.loginHost, cloud.issuerHostV1].includes(host) ? workforceIssuer(cloud, tenant, version) : null;
}
