import { say } from '../../messages/message.js';
import { findCloud, isSignInHost, readAddress } from '../../microsoft/read-address.js';
import { workforceIssuer } from '../../microsoft/write-address.js';
import { findAttribute } from '../../policy/policy-tree.js';
import type { Edit } from '../../text/edit.js';
import { buildFix, type Draft } from '../writing/build-fix.js';
import { replaceValue } from '../writing/edit-children.js';
import type { FixMaker, PolicyFixContext } from '../fix-maker.js';

const counterparts: Readonly<Record<string, string>> = { azp: 'appid', appid: 'azp', azpacr: 'appidacr', appidacr: 'azpacr' };

/** Brings the version of the metadata and that of the required claims together, either way. */
export const metadataVersion: FixMaker = {
  scope: 'policy',
  make(context) {
    const { policy, finding } = context;
    const claim = policy.requiredClaims.find(({ element }) => element.openTag.start === finding.start);
    const { claim: name, has, wants } = finding.data;
    if (claim === undefined || claim.name !== name || (wants !== 1 && wants !== 2) || (has !== 1 && has !== 2)) return [];
    const drafts: Draft[] = [];
    const attribute = findAttribute(claim.element, 'name');
    const counterpart = counterparts[claim.name ?? ''];
    if (counterpart !== undefined && attribute !== undefined) {
      const title = say('fix-claim-other-version', { claim: claim.name ?? '', counterpart });
      drafts.push({ title, edits: [replaceValue(attribute.value, counterpart)], widens: true });
    } else if (claim.name === 'ver') {
      const version = has === 1 ? '1.0' : '2.0';
      drafts.push({
        title: say('fix-claim-version', { version: has }),
        edits: claim.values.slice(0, 1).map(value => replaceValue(value, version)),
        widens: true,
      });
    }
    const switched = switchMetadata(context, wants);
    if (switched.length > 0) drafts.push({ title: say('fix-switch-metadata', { version: wants }), edits: switched, widens: true });
    return drafts.map(draft => buildFix(context, draft));
  },
};

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
