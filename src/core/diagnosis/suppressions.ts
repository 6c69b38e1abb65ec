import type { PolicyDocument } from '../policy/policy-document.js';
import { allElements } from '../policy/policy-tree.js';
import type { LineMap } from '../text/line-map.js';

/** Where comments silence which rules: line (from 1) → codes. */
type Suppressions = ReadonlyMap<number, ReadonlySet<string>>;

/** What a comment begins with that silences rules on the next line. */
export const directive = 'apim-token-doctor-disable-next-line';

const comment = new RegExp(`<!--\\s*${directive}(?=\\s)([a-z0-9\\s,-]*)-->`, 'g');

/**
 * Finds `<!-- apim-token-doctor-disable-next-line rule-code -->`: it silences those rules (several are separated by space or
 * comma) on the line after the one where the comment ends, and where a tag begins on that line, to the end of the tag: no comment can
 * stand before one of its attributes. A comment that names no rule silences nothing.
 */
export function readSuppressions({ text, tree }: PolicyDocument, lines: LineMap): Suppressions {
  const found = new Map<number, Set<string>>();
  // Most texts silence nothing: a search for a plain text costs next to nothing.
  if (!text.includes(directive)) return found;
  for (const match of text.matchAll(comment)) {
    const line = lines.positionAt(match.index + match[0].length).line + 1;
    const codes = found.get(line) ?? new Set<string>();
    for (const code of (match[1] ?? '').split(/[\s,]+/)) if (code !== '') codes.add(code);
    found.set(line, codes);
  }
  if (found.size === 0 || tree === null) return found;
  const heads = new Map(found);
  for (const { openTag } of allElements(tree)) {
    const first = lines.positionAt(openTag.start).line;
    const codes = heads.get(first);
    if (codes === undefined) continue;
    for (let line = first + 1; line <= lines.positionAt(openTag.end).line; line++)
      found.set(line, new Set([...(found.get(line) ?? []), ...codes]));
  }
  return found;
}
