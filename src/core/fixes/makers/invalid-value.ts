import { tokenPolicyFacts, type AttributeFacts, type ElementFacts } from '../../knowledge/elements.js';
import { say } from '../../messages/message.js';
import { buildFix } from '../writing/build-fix.js';
import { removeAttribute, replaceValue } from '../writing/edit-children.js';
import type { Fix } from '../fix.js';
import type { FixMaker, PolicyFixContext } from '../fix-maker.js';
import { findUnderlinedAttribute, findUnderlinedValue } from '../writing/find-target.js';

/** Writes what was certainly meant. */
export const invalidValue: FixMaker = {
  scope: 'policy',
  make(context) {
    const value = findUnderlinedValue(context);
    const { name } = context.finding.data;
    if (value === undefined || typeof name !== 'string') return [];
    if (value.value.trim() === '') return dropEmpty(context);
    const wanted = guess(name, value.value.trim().toLowerCase());
    if (wanted === null) return [];
    return [
      buildFix(context, {
        title: say('fix-value', { name, value: wanted }),
        edits: [replaceValue(value, wanted)],
        widens: false,
        preferred: true,
      }),
    ];
  },
};

/** Removes an empty attribute whose default applies then. */
function dropEmpty(context: PolicyFixContext): Fix[] {
  const found = findUnderlinedAttribute(context);
  const facts = attributesBelow(tokenPolicyFacts[context.policy.kind]).find(({ name }) => name === found?.attribute.name);
  if (found === undefined || facts === undefined || facts.required || facts.default === null) return [];
  const title = say('fix-remove-element', { name: facts.name });
  return [buildFix(context, { title, edits: [removeAttribute(context.document.text, found.attribute)], widens: false, preferred: true })];
}

function attributesBelow({ attributes, children }: ElementFacts): AttributeFacts[] {
  return [...attributes, ...children.flatMap(attributesBelow)];
}

const statuses = new Map([
  ['unauthorized', '401'],
  ['forbidden', '403'],
  ['bad request', '400'],
]);
const units = new Map(Object.entries({ s: 1, sec: 1, second: 1, m: 60, min: 60, minute: 60, h: 3600, hour: 3600 }));

function guess(name: string, value: string): string | null {
  if (name.startsWith('require-') || name.startsWith('allow-') || name === 'validate-connectivity') {
    if (/^(?:yes|on|y|"true"|wahr)$/.test(value)) return 'true';
    return /^(?:no|off|n|"false"|falsch)$/.test(value) ? 'false' : (['true', 'false'].find(word => isSlip(value, word)) ?? null);
  }
  if (name === 'match') {
    if (/^(?:or|one|some|either)$/.test(value)) return 'any';
    return /^(?:and|every|both|each)$/.test(value) ? 'all' : (['all', 'any'].find(word => isSlip(value, word)) ?? null);
  }
  if (name === 'failed-validation-httpcode') {
    const digits = /^[\dol]{3}$/.test(value) ? value.replaceAll('o', '0').replaceAll('l', '1') : value;
    return statuses.get(value.replace(/^\d{3}\s+/, '')) ?? /^([1-5]\d\d)\b/.exec(digits)?.[1] ?? null;
  }
  if (name !== 'clock-skew') return null;
  const span = /^(\d{1,2}):(\d{2}):(\d{2})$/.exec(value);
  if (span !== null) return String(Number(span[1]) * 3600 + Number(span[2]) * 60 + Number(span[3]));
  // `ms` is no plural: thousandths of a second, less than the attribute can say.
  const amount = /^(\d+)\s*(?!ms$)([a-z]+?)s?$/.exec(value.replace(/^pt(?=\d+[hms]$)/, ''));
  const factor = amount === null ? undefined : (units.get(amount[2] ?? '') ?? units.get(`${amount[2] ?? ''}s`));
  return amount === null || factor === undefined ? null : String(Number(amount[1]) * factor);
}

/** One sign too many, or two in the other order. */
function isSlip(value: string, word: string): boolean {
  const sorted = (text: string): string => [...text].sort().join('');
  if (sorted(value) === sorted(word)) return true;
  return value.length === word.length + 1 && [...value].some((_, index) => value.slice(0, index) + value.slice(index + 1) === word);
}
