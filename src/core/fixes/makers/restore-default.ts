import { validateJwt } from '../../knowledge/elements.js';
import { say } from '../../messages/message.js';
import { buildFix } from '../writing/build-fix.js';
import { removeAttribute, replaceValue } from '../writing/edit-children.js';
import type { FixMaker } from '../fix-maker.js';
import { findUnderlinedAttribute } from '../writing/find-target.js';

/** Removes an attribute that weakens the validation: its default does not. */
export const restoreDefault: FixMaker = {
  scope: 'policy',
  make(context) {
    const found = findUnderlinedAttribute(context);
    const fallback = validateJwt.attributes.find(({ name }) => name === found?.attribute.name)?.default;
    if (found === undefined || fallback === undefined || fallback === null) return [];
    const { attribute } = found;
    const title = say('fix-restore-default', { attribute: attribute.name, default: fallback });
    const restored = buildFix(context, {
      title,
      edits: [removeAttribute(context.document.text, attribute)],
      widens: false,
      preferred: true,
    });
    if (attribute.name !== 'clock-skew') return [restored];
    // Clocks do differ: five minutes is what the gateway's validation library takes by default.
    const usual = say('fix-value', { name: attribute.name, value: '300' });
    return [restored, buildFix(context, { title: usual, edits: [replaceValue(attribute.value, '300')], widens: false })];
  },
};
