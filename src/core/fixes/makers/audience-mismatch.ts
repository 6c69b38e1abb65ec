import { say } from '../../messages/message.js';
import { readAudiences } from '../../token/classify-token.js';
import { addToList, replaceValue } from '../writing/edit-children.js';
import type { Draft } from '../writing/build-fix.js';
import type { FixMaker } from '../fix-maker.js';
import { offerForToken } from '../trust/offer-for-token.js';
import { escapeXml } from '../rewrite/address-text.js';
import { isPlainText } from '../../policy/plain-text.js';

/** Accepts the token's audience: written as the token has it where the policy means the same one, added otherwise. */
export const audienceMismatch: FixMaker = {
  scope: 'policy',
  make(context) {
    const { document, policy, facts } = context;
    const drafts: Draft[] = [];
    const [audience] = readAudiences(facts.token?.claims ?? {});
    if (audience === undefined || !isPlainText(audience) || policy.audiences.length === 0) return [];
    const meant = policy.audiences.find(({ state, value }) => state === 'literal' && plain(value) === plain(audience));
    if (meant !== undefined) {
      const title = say('fix-audience-rewrite', { audience, instead: meant.value });
      drafts.push({ title, edits: [replaceValue(meant, escapeXml(audience))], widens: true });
    }
    const entry = `<audience>${escapeXml(audience)}</audience>`;
    drafts.push({ title: say('fix-audience-add', { audience }), edits: addToList(document, policy, 'audiences', [entry]), widens: true });
    return offerForToken(context, 'audience', drafts);
  },
};

/** What is left of an audience without what people overlook: case, a slash at the end, white space. */
function plain(audience: string): string {
  return audience.trim().toLowerCase().replace(/\/$/, '');
}
