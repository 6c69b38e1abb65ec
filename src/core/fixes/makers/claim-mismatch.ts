import { say } from '../../messages/message.js';
import { findAttribute } from '../../policy/policy-tree.js';
import type { RequiredClaim } from '../../policy/token-policy.js';
import type { Edit } from '../../text/edit.js';
import { contradictsIssuers } from '../../judgement/trusted-issuers.js';
import { removeClaim } from '../writing/remove-claim.js';
import { appendEntry, insertAttributes, replaceValue } from '../writing/edit-children.js';
import type { Draft } from '../writing/build-fix.js';
import type { FixMaker, PolicyFixContext } from '../fix-maker.js';
import { offerForToken } from '../trust/offer-for-token.js';
import { escapeXml } from '../rewrite/address-text.js';
import { findOtherForm } from '../../token/elsewhere/find-elsewhere.js';
import { isPlainText } from '../../policy/plain-text.js';

/** Accepts the token's value of a required claim, or splits it the way it is written. */
export const claimMismatch: FixMaker = {
  scope: 'policy',
  make(context) {
    const { policy, finding } = context;
    const claim = policy.requiredClaims.find(({ element, name }) => element.start === finding.start && name === finding.data['claim']);
    return claim === undefined ? [] : offerForToken(context, 'claims', listDrafts(context, claim));
  },
};

function listDrafts(context: PolicyFixContext, claim: RequiredClaim): Draft[] {
  const { document, facts, finding } = context;
  const name = claim.name ?? '';
  const claims = facts.token?.claims ?? {};
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  const found = (Array.isArray(value) ? value : [value]).flatMap((entry: unknown) =>
    typeof entry === 'string' && isPlainText(entry) ? [entry] : [],
  );
  switch (finding.data['reason']) {
    case 'claim-needs-separator': {
      const edits = [setAttribute(context, claim, 'separator', ' ')];
      // Of several listed values one was enough for nobody: whoever listed them meant any of them or all of them; match stays.
      return [{ title: say('fix-claim-separator', { claim: name, separator: ' ' }), edits, widens: true }];
    }
    case 'claim-needs-any':
      return [{ title: say('fix-claim-match-any', { claim: name }), edits: [setAttribute(context, claim, 'match', 'any')], widens: true }];
    case 'claim-written-differently': {
      const pairs = claim.values.flatMap(listed => {
        const fitting = found.find(text => text !== listed.value && text.trim().toLowerCase() === listed.value.trim().toLowerCase());
        return listed.state === 'literal' && fitting !== undefined ? [{ listed, fitting }] : [];
      });
      return pairs.map(({ listed, fitting }) => ({
        title: say('fix-claim-rewrite', { claim: name, value: fitting, instead: listed.value }),
        edits: [replaceValue(listed, escapeXml(fitting))],
        widens: true,
      }));
    }
    case 'claim-not-accepted': {
      // The metadata lets no token pass that has it.
      if (typeof contradictsIssuers(context, claim) === 'number')
        return [{ title: say('fix-remove-claim', { claim: name }), edits: [removeClaim(document, context.policy, claim)], widens: true }];
      // Which of several a policy should accept is not for a token to say; nor is a version, or a tenant.
      const short = shortenValues(claim, name, facts.token?.claims ?? {});
      if (short.length > 0) return short;
      const [only, ...more] = found;
      if (
        only === undefined ||
        more.length > 0 ||
        (Array.isArray(value) && value.length > 1) ||
        ['ver', 'tid', 'iss', 'iat', 'nbf', 'exp'].includes(name)
      )
        return [];
      if (claim.separator !== null && only.includes(claim.separator)) return [];
      const any = claim.match.trim().toLowerCase() === 'any' ? [] : [setAttribute(context, claim, 'match', 'any')];
      if (any.length > 0 && claim.values.length > 1) return [];
      const edits = [...any, ...appendEntry(document, claim.element, `<value>${escapeXml(only)}</value>`)];
      return [{ title: say('fix-claim-add-value', { claim: name, value: only }), edits, widens: true }];
    }
    default:
      return [];
  }
}

function setAttribute({ document }: PolicyFixContext, { element }: RequiredClaim, name: string, value: string): Edit {
  const found = findAttribute(element, name);
  const last = element.attributes.at(-1)?.name;
  return found === undefined ? insertAttributes(document, element, [[name, value]], last) : replaceValue(found.value, value);
}

/** Scopes that the policy has as a client asks for them, each as a token has it. */
function shortenValues(claim: RequiredClaim, name: string, claims: { readonly [name: string]: unknown }): Draft[] {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  const separator = claim.separator ?? '';
  const texts = (Array.isArray(value) ? value : [value]).flatMap((entry: unknown) =>
    typeof entry !== 'string' ? [] : separator === '' ? [entry] : entry.split(separator),
  );
  return claim.values.flatMap(listed => {
    const form = listed.state === 'literal' ? findOtherForm(name, [listed.value], texts.filter(isPlainText), ['name-inside']) : null;
    if (form === null) return [];
    const title = say('fix-claim-rewrite', { claim: name, value: form.found, instead: listed.value });
    return [{ title, edits: [replaceValue(listed, escapeXml(form.found))], widens: true }];
  });
}
