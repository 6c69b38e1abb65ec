import { claimGroups } from '../../knowledge/claim-groups.js';
import { say } from '../../messages/message.js';
import { isPlainText } from '../../policy/plain-text.js';
import { childElements } from '../../policy/policy-tree.js';
import type { PolicyValue } from '../../policy/value.js';
import { readAudiences } from '../../token/classify-token.js';
import { compareForms, type Relation } from '../../token/elsewhere/compare-forms.js';
import { findInOtherClaim } from '../../token/elsewhere/find-elsewhere.js';
import { recogniseProvider } from '../../token/recognise-provider.js';
import { offerForToken } from '../trust/offer-for-token.js';
import type { Draft } from '../writing/build-fix.js';
import { addToList, insertChild, removeElement, replaceValue } from '../writing/edit-children.js';
import type { FixMaker, PolicyFixContext } from '../fix-maker.js';
import { escapeXml } from '../rewrite/address-text.js';

/** Forms of one audience where nobody can have meant another. */
const certain: readonly Relation[] = ['space', 'slash', 'letters', 'scheme', 'default-scope', 'id-inside', 'name-inside'];

/** Accepts the token's audience: written as the token has it where the policy means the same one, added otherwise. */
export const audienceMismatch: FixMaker = {
  scope: 'policy',
  make(context) {
    const { document, policy, facts } = context;
    const drafts: Draft[] = [];
    const audiences = readAudiences(facts.token?.claims ?? {});
    const foreign = facts.token === undefined ? undefined : recogniseProvider(facts.token).provider.foreignAudiences?.value;
    // What every token of the issuer may have would let all of them in.
    const audience = audiences.find(text => foreign?.test(text) !== true);
    if (policy.audiences.length === 0) return [];
    if (audiences.length === 0) return offerForToken(context, 'audience', requireClient(context));
    if (audience === undefined || !isPlainText(audience)) return [];
    const meant = findMeant(policy.audiences, audience);
    if (meant !== undefined) {
      const title = say('fix-audience-rewrite', { audience, instead: meant.value });
      drafts.push({ title, edits: [replaceValue(meant, escapeXml(audience))], widens: true });
    }
    const entry = `<audience>${escapeXml(audience)}</audience>`;
    drafts.push({ title: say('fix-audience-add', { audience }), edits: addToList(document, policy, 'audiences', [entry]), widens: true });
    return offerForToken(context, 'audience', drafts);
  },
};

/** The entry that the policy wrote in another form. An address that is the token's id for version 1, too, is no mistake: that one stays. */
function findMeant(audiences: readonly PolicyValue[], audience: string): PolicyValue | undefined {
  return audiences.find(({ state, value }) => {
    if (state !== 'literal' || /^api:\/\/[^/]+\/?$/i.test(value.trim()) !== /^api:\/\/[^/]+\/?$/i.test(audience)) return false;
    const relation = compareForms(value, audience);
    return relation !== null && certain.includes(relation);
  });
}

/** Tokens without aud that name the listed audience as their client: the claim in the place of the list, where that is all the policy asks. */
function requireClient({ document, policy, facts }: PolicyFixContext): Draft[] {
  const list = childElements(policy.element, 'audiences')[0];
  const values = policy.audiences.map(({ value }) => value);
  const found = findInOtherClaim('aud', values, facts.token?.claims ?? {});
  const isClient = found !== null && (claimGroups.client as readonly string[]).includes(found.claim);
  const required = childElements(policy.element, 'required-claims')[0];
  if (list === undefined || !isClient || required !== undefined || policy.audiences.some(({ state }) => state !== 'literal')) return [];
  const raw = policy.audiences.map(({ start, end }) => `<value>${document.text.slice(start, end)}</value>`).join('');
  const claim = `<claim name="${found.claim}" match="any">${raw}</claim>`;
  const edits = [removeElement(document.text, list), ...insertChild(document, policy, { name: 'required-claims', entries: [claim] })];
  return [{ title: say('fix-audience-to-claim', { claim: found.claim, values }), edits, widens: true, certainty: 'inferred' }];
}
