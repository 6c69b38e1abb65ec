import { languageOf } from '../../messages/catalogue.js';
import { say } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import type { BreakCause, DocumentBreak, PolicyDocument } from '../../policy/policy-document.js';
import { rereadDocument } from '../../policy/reread-document.js';
import { composeEdits } from '../../text/compose-edits.js';
import type { Edit } from '../../text/edit.js';
import { buildFix } from '../writing/build-fix.js';
import type { FixMaker } from '../fix-maker.js';
import { closeElement } from '../writing/close-element.js';
import { mendTag } from '../writing/mend-tag.js';
import type { Mending } from '../writing/mending.js';

/** A slip is made again and again, an `&` in each address; more of them than this are no slip any more. */
const mostMendings = 10;

/** Mends a break that has one certain cure, wherever the same slip stands; none that leaves the document broken. */
export const policyNotWellFormed: FixMaker = {
  scope: 'document',
  make(context) {
    const { document } = context;
    if (document.break === null) return [];
    for (const first of mend(document, document.break)) {
      const edits = mendAll(document, first, document.break.cause);
      if (edits === null) continue;
      const each = render(first.title, languageOf(context.facts));
      const title = edits.length === 1 ? first.title : say('fix-mend-all', { first: each, places: edits.length });
      return [buildFix(context, { title, edits, widens: false, preferred: true })];
    }
    return [];
  },
};

/** The edits that leave the document whole; null where something else is wrong with it, too. */
function mendAll(document: PolicyDocument, first: Mending, cause: BreakCause): readonly Edit[] | null {
  let edits: readonly Edit[] = [];
  let next: Mending | undefined = first;
  let mended = document;
  for (let count = 0; next !== undefined && count < mostMendings; count++) {
    edits = composeEdits(edits, [next.edit]);
    mended = rereadDocument(mended, [next.edit]);
    const left: DocumentBreak | null = mended.break;
    if (left === null) return edits;
    // The same place again: the edit mended nothing.
    if (left.cause !== cause || left.start <= next.edit.start) return null;
    [next] = mend(mended, left);
  }
  return null;
}

/** What may mend it, the likeliest first. */
function mend(document: PolicyDocument, broken: DocumentBreak): Mending[] {
  const { text } = document;
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
