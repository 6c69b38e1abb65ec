import { say } from '../../messages/message.js';
import { knowWritten } from '../../policy/known-value.js';
import { childElements, findAttribute } from '../../policy/policy-tree.js';
import { readAddress } from '../../microsoft/read-address.js';
import { externalIdConfiguration, externalIdHost, externalIdIssuer } from '../../microsoft/write-address.js';
import type { Edit } from '../../text/edit.js';
import { readAudiences } from '../../token/classify-token.js';
import type { DecodedToken } from '../../token/token.js';
import type { Draft } from './build-fix.js';
import { addToList, removeElement, replaceValue } from './edit-children.js';
import type { PolicyFixContext } from '../fix-maker.js';
import { addConfig } from './add-config.js';
import { escapeXml } from '../rewrite/address-text.js';
import { writeComment } from '../rewrite/block-layout.js';
import { findNotPlain } from '../../policy/plain-text.js';
import type { TenantConfig } from '../trust/tenant-configs.js';

const entry = (issuer: string): string => `<issuer>${issuer}</issuer>`;

/** The External ID metadata of the policy's own tenant, in place of its workforce metadata or beside it. */
export function acceptExternalId(context: PolicyFixContext, tenant: string, workforce: readonly TenantConfig[], version: 1 | 2): Draft[] {
  const { document, policy } = context;
  // Whatever else serves the tenant's metadata: the host that is the tenant's by its id, which no token and no document chooses.
  const address = externalIdConfiguration(tenant);
  const [first, ...others] = workforce;
  if (first === undefined) return [];
  // The version 1 form is in no document: it is listed, beside the document's own issuer.
  const wanted = [externalIdIssuer(tenant, 2), ...(version === 1 ? [externalIdIssuer(tenant, 1)] : [])];
  const listed =
    version === 1 || policy.issuers.length > 0 ? addToList(document, policy, 'issuers', missingFrom(context, wanted).map(entry)) : [];
  const stops = readAddress(first.value.value).host;
  const detail = say('rewrite-detail', { addresses: [address], issuers: listed.length === 0 ? [] : wanted });
  const take: Draft = {
    title: say('fix-issuer-take-external-id', { host: externalIdHost(tenant), stops, version }),
    detail,
    edits: [replaceValue(first.value, address), ...others.map(({ element }) => removeElement(document.text, element)), ...listed],
    widens: true,
    certainty: 'documented',
    variant: version === 1 ? 'v1' : 'v2',
  };
  const last = others.at(-1) ?? first;
  const add: Draft = {
    title: say('fix-issuer-add-external-id', { host: externalIdHost(tenant), version }),
    detail,
    edits: [addConfig(document, last.element, address), ...listed],
    widens: true,
    variant: 'keep-workforce',
  };
  // Where issuers are listed, those of the workforce stay accepted: taking the metadata's place would not stop them.
  return policy.issuers.length > 0 ? [add] : [take, add];
}

/**
 * The version 1.0 form of External ID's tokens, in one step: both issuers listed beside the version 2 document, the token's audience
 * where it is missing, the client's id in `appid` in place of `azp`.
 */
export function acceptVersionOne(context: PolicyFixContext, token: DecodedToken, tenant: string): Draft {
  const { document, policy, facts } = context;
  const issuers = missingFrom(context, [externalIdIssuer(tenant, 2), externalIdIssuer(tenant, 1)]);
  const edits: Edit[] = issuers.length === 0 ? [] : addToList(document, policy, 'issuers', issuers.map(entry));
  const [audience, ...more] = readAudiences(token.claims);
  const listed = policy.audiences.map(value => knowWritten(value, facts));
  const isMissing =
    audience !== undefined && more.length === 0 && listed.length > 0 && listed.every(known => known.known && known.text !== audience);
  const unwritten = isMissing ? findNotPlain(audience) : null;
  const added = isMissing && unwritten === null ? audience : null;
  if (added !== null) edits.push(...addToList(document, policy, 'audiences', [`<audience>${escapeXml(added)}</audience>`]));
  const names = policy.requiredClaims.flatMap(({ name, element }) => (name === 'azp' ? (findAttribute(element, 'name')?.value ?? []) : []));
  const appid = names.length > 0 && typeof token.claims['appid'] === 'string' && token.claims['azp'] === undefined;
  if (appid) edits.push(...names.map(value => replaceValue(value, 'appid')), ...correctNotes(context));
  const title = say('fix-issuer-accept-version-1', { issuer: externalIdIssuer(tenant, 1), audience: added, unwritten, appid });
  const detail = say('rewrite-detail', { addresses: policy.openidConfigs.map(({ value }) => value), issuers });
  return { title, detail, edits, widens: true, certainty: 'inferred', variant: 'v1' };
}

/** The comment that the rewrite wrote on the client's claim says which claim it is. */
function correctNotes({ document, policy }: PolicyFixContext): Edit[] {
  const [before, after] = (['azp', 'appid'] as const).map(claim =>
    writeComment(say('comment-client', { claim, version: claim === 'azp' ? '2.0' : '1.0' })),
  );
  const notes = childElements(policy.element, 'required-claims').flatMap(({ children }) =>
    children.filter(({ type }) => type === 'comment'),
  );
  const own = notes.filter(({ start, end }) => document.text.slice(start, end) === before);
  return own.map(note => replaceValue(note, after ?? ''));
}

/** Those of the issuers that the policy does not list. */
function missingFrom({ policy, facts }: PolicyFixContext, issuers: readonly string[]): string[] {
  const listed = policy.issuers.map(value => knowWritten(value, facts));
  return issuers.filter(issuer => !listed.some(known => known.known && known.text === issuer));
}
