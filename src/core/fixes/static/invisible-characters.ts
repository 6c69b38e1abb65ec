import { say } from '../../messages/message.js';
import type { PolicyValue } from '../../policy/value.js';
import type { Edit } from '../../text/edit.js';
import { buildFix } from '../build-fix.js';
import type { FixMaker } from '../fix-maker.js';
import { findUnderlinedValue } from './find-target.js';

/** What stands for a character: itself, or a reference to it. */
const reference = String.raw`&#(?:x0*(?:9|a|d|20|a0|ad|200[b-f]|202[a-f]|206[0-4]|2007|feff)|0*(?:9|10|13|32|160|173|820[3-7]|823[4-9]|829[0-2]|8199|8239|65279));`;
const withoutWidth = String.raw`[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|&#(?:x0*(?:ad|200[b-f]|202[a-e]|206[0-4]|feff)|0*(?:173|820[3-7]|823[4-8]|829[0-2]|65279));`;

/** Trims a compared value, and takes out what has no width; a no-break space inside becomes a plain one. */
export const invisibleCharacters: FixMaker = {
  scope: 'policy',
  make(context) {
    const { document, finding } = context;
    const { name } = finding.data;
    const value = findUnderlinedValue(context);
    if (value === undefined || typeof name !== 'string') return [];
    const edits = cleanParts(document.text, value);
    // Whitespace that the gateway compares decides outcomes for nobody: no token has it.
    return edits.length === 0
      ? []
      : [buildFix(context, { title: say('fix-trim', { name }), edits, widens: false, neutral: true, preferred: true })];
  },
};

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
    if (index === parts.length - 1) clean = clean.replace(new RegExp(String.raw`(?:\s|${reference})+$`, 'i'), '');
    return clean === raw ? [] : [{ start: part.start, end: part.end, text: clean }];
  });
}
