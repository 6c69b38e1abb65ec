import { say } from '../../messages/message.js';
import { readPolicies } from '../../policy/read-policies.js';
import { buildFix } from '../writing/build-fix.js';
import type { FixContext, FixMaker } from '../fix-maker.js';
import { closeElement } from '../writing/close-element.js';
import { mendTag } from '../writing/mend-tag.js';
import type { Mending } from '../writing/mending.js';

/** Mends a break that has one certain cure; none that leaves the document broken in the same place. */
export const policyNotWellFormed: FixMaker = {
  scope: 'document',
  make(context) {
    for (const { title, edit } of mend(context)) {
      const fix = buildFix(context, { title, edits: [edit], widens: false, preferred: true });
      const left = readPolicies(fix.text).break;
      if (left === null || left.start > edit.start) return [fix];
    }
    return [];
  },
};

/** What may mend it, the likeliest first. */
function mend({ document }: FixContext): Mending[] {
  const { text, break: broken } = document;
  if (broken === null) return [];
  const { start, end, cause } = broken;
  switch (cause) {
    case 'bad-entity': {
      // A reference whose semicolon is missing stands at the end of a word.
      const cut = /^&(?:amp|lt|gt|quot|apos)(?=[\s<"']|$)/.exec(text.slice(start, start + 8))?.[0];
      if (cut !== undefined) return [escape(start, cut, `${cut};`)];
      // `&&` is one slip.
      const run = /^(?:&(?!#?\w{1,31};))+/.exec(text.slice(start, start + 32))?.[0] ?? '&';
      return [escape(start, run, '&amp;'.repeat(run.length))];
    }
    case 'bad-less-than':
      // Before a letter it may be a tag that is being typed.
      return /^<[\s\d=]/.test(text.slice(start, start + 2)) ? [escape(start, '<', '&lt;')] : [];
    case 'unknown-reference':
      return text.slice(start, end) === '&nbsp;' ? [escape(start, '&nbsp;', '&#160;')] : [];
    case 'cdata-end':
      return [escape(start, ']]>', ']]&gt;')];
    case 'control-character':
      return [{ title: say('fix-remove-control-character', {}), edit: { start, end, text: '' } }];
    case 'unclosed-element':
      return closeElement(document, broken);
    default:
      return mendTag(document, broken);
  }
}

function escape(start: number, what: string, by: string): Mending {
  return { title: say('fix-escape', { what, by }), edit: { start, end: start + what.length, text: by } };
}
