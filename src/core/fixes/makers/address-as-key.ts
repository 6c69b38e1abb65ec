import { say } from '../../messages/message.js';
import { signingKeyElements } from '../../policy/compared-values.js';
import { childElements } from '../../policy/policy-tree.js';
import { buildFix } from '../writing/build-fix.js';
import { insertChild, removeElement, replaceValue } from '../writing/edit-children.js';
import { writeAttribute } from '../rewrite/address-text.js';
import { readLayout } from '../writing/layout.js';
import type { FixMaker } from '../fix-maker.js';

/** Puts an openid-config in the key's place: in that of the whole list, where nothing else is in it. */
export const addressAsKey: FixMaker = {
  scope: 'policy',
  make(context) {
    const { document, policy, finding } = context;
    const url = finding.data['suggestion'];
    const key = signingKeyElements(policy).find(({ value }) => value.start === finding.start);
    // What would have to be escaped is left to whoever knows it.
    if (key === undefined || typeof url !== 'string' || /[&<"']/.test(url)) return [];
    const list = childElements(policy.element, 'issuer-signing-keys').find(({ start, end }) => start <= key.start && key.end <= end);
    const isAlone = list !== undefined && childElements(list).length === 1;
    const { quote, selfClose } = readLayout(document, policy.element);
    const known = policy.openidConfigs.some(({ value }) => value.trim() === url);
    const gone = removeElement(document.text, isAlone ? list : key);
    const edits = known
      ? [gone]
      : isAlone
        ? [replaceValue(list, `<openid-config ${writeAttribute('url', url, quote)}${selfClose}`)]
        : [...insertChild(document, policy, { name: 'openid-config', attributes: [['url', url]] }), gone];
    return [buildFix(context, { title: say('fix-address-as-key', { url }), edits, widens: true })];
  },
};
