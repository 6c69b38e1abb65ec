import type { JudgedPolicy } from '../../judgement/judged.js';
import { say } from '../../messages/message.js';
import { readValue } from '../../policy/read-value.js';
import type { PolicyValue } from '../../policy/value.js';
import type { Edit } from '../../text/edit.js';
import { buildFix } from '../writing/build-fix.js';
import type { FixMaker } from '../fix-maker.js';
import { editSlice } from '../rewrite/element-edits.js';
import { findUnderlinedValue } from '../writing/find-target.js';

/** What stands for a character: itself, or a reference to it. */
const reference = String.raw`&#(?:x0*(?:9|a|d|20|a0|ad|200[b-f]|202[a-f]|206[0-4]|2007|feff)|0*(?:9|10|13|32|160|173|820[3-7]|823[4-9]|829[0-2]|8199|8239|65279));`;
const withoutWidth = String.raw`[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|&#(?:x0*(?:ad|200[b-f]|202[a-e]|206[0-4]|feff)|0*(?:173|820[3-7]|823[4-8]|829[0-2]|65279));`;

/** Where these hold what nobody sees, the gateway looks for the token elsewhere: cleaning them lets no other token in. */
const places = ['header-name', 'query-parameter-name', 'require-scheme'];

/**
 * Trims a compared value, and takes out what has no width; a no-break space inside becomes a plain one. The schema keeps white space
 * (`xs:string`) and the library compares it, so that a cleaned value accepts what the other refused: only beside the same value, clean, nothing changes.
 */
export const invisibleCharacters: FixMaker = {
  scope: 'policy',
  make(context) {
    const { document, finding, once } = context;
    const { name } = finding.data;
    const value = findUnderlinedValue(context);
    if (value === undefined || typeof name !== 'string') return [];
    const edits = cleanParts(document.text, value);
    if (edits.length === 0) return [];
    const raw = editSlice(document.text, value, edits);
    const clean = readValue(raw, { start: 0, end: raw.length }).value;
    const neutral = once(indexLists).some(({ values, literals }) => values.has(value) && literals.has(clean));
    const widens = !neutral && !places.includes(name);
    const title = widens ? say('fix-trim-widens', { name, value: clean }) : say('fix-trim', { name });
    return [buildFix(context, { title, edits, widens, neutral, preferred: !widens })];
  },
};

/** The lists of a token policy, to be asked for each of their values. */
function indexLists({ policy }: JudgedPolicy): { readonly values: ReadonlySet<PolicyValue>; readonly literals: ReadonlySet<string> }[] {
  return [policy.audiences, policy.issuers, policy.clientApplicationIds].map(list => ({
    values: new Set(list),
    literals: new Set(list.filter(({ state }) => state === 'literal').map(({ value }) => value)),
  }));
}

function cleanParts(text: string, { parts }: PolicyValue): Edit[] {
  return parts.flatMap((part, index) => {
    if (part.kind !== 'literal') return [];
    const raw = text.slice(part.start, part.end);
    // What stands around a comment or a CDATA section is left to its author.
    if (/<!--|<!\[CDATA\[/.test(raw)) return [];
    let clean = raw
      .replace(new RegExp(withoutWidth, 'gi'), '')
      .replace(/[\u00a0\u2007\u202f]|&#(?:x0*(?:a0|2007|202f)|0*(?:160|8199|8239));/gi, ' ');
    if (index === 0) clean = clean.replace(new RegExp(String.raw`^(?:\s|${reference})+`, 'i'), '');
    if (index === parts.length - 1) clean = trimEnd(clean);
    return clean === raw ? [] : [{ start: part.start, end: part.end, text: clean }];
  });
}

/** Runs of white space are looked at once each: a pattern that is held to the end would begin anew at each of their characters. */
function trimEnd(text: string): string {
  const runs = new RegExp(String.raw`(?:\s|${reference})+`, 'gi');
  return text.replace(runs, (run: string, at: number) => (at + run.length === text.length ? '' : run));
}
