import { say } from '../../messages/message.js';
import { findAttribute } from '../../policy/policy-tree.js';
import type { Edit } from '../../text/edit.js';
import { buildFix, type Draft } from '../build-fix.js';
import { replaceValue } from '../edit-children.js';
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

/** The addresses of the other version; none where issuers are listed, which would contradict them then. */
function switchMetadata({ document, policy }: PolicyFixContext, version: 1 | 2): Edit[] {
  if (policy.issuers.length > 0) return [];
  return policy.openidConfigs.flatMap(value => {
    const raw = document.text.slice(value.start, value.end);
    const other =
      version === 2
        ? raw.replace(/(?<!\/v2\.0)\/\.well-known\//i, '/v2.0/.well-known/')
        : raw.replace(/\/v2\.0\/\.well-known\//i, '/.well-known/');
    return other === raw ? [] : [replaceValue(value, other)];
  });
}
