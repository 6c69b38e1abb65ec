import { validateJwt } from '../../knowledge/elements.js';
import { say } from '../../messages/message.js';
import { buildFix } from './build-fix.js';
import { removeAttribute, replaceValue } from './edit-children.js';
import type { PolicyFixContext } from '../fix-maker.js';
import type { Fix } from '../fix.js';
import { findUnderlinedAttribute } from './find-target.js';

/** Removes the underlined attribute, which weakens the validation: its default does not. Empty where it has none. */
export function restoreDefault(context: PolicyFixContext): Fix[] {
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
}
