// What may be folded. An editor that gets foldings from here does not work out others by itself, so they are those of the whole
// document, not of its token policies alone.
import type { PolicyDocument } from '../policy/policy-document.js';
import type { PolicyElement } from '../policy/policy-tree.js';
import { LineMap } from '../text/line-map.js';

/** Lines count from 1. The last line stays hidden when the folding is closed; that of a closing tag is not among them. */
export interface Folding {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly kind: 'element' | 'comment' | 'expression';
}

/** The foldings of a policy document in document order; null for a text that is none. */
export function foldings(document: PolicyDocument): Folding[] | null {
  const { text, tree } = document;
  if (tree === null) return null;
  const lines = new LineMap(text);
  const lineAt = (offset: number): number => lines.positionAt(offset).line;
  const found: Folding[] = [];
  const add = (firstLine: number, lastLine: number, kind: Folding['kind']): void => {
    if (lastLine > firstLine) found.push({ firstLine, lastLine, kind });
  };
  const waiting: (PolicyElement | PolicyElement['children'][number])[] = [tree];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type === 'comment') add(lineAt(next.start), lineAt(next.end - 1), 'comment');
    if (next.type !== 'element') continue;
    // What closes itself, or was never closed, ends with its own last line.
    add(
      lineAt(next.start),
      next.closeTag === null ? lineAt(Math.max(next.start, next.end - 1)) : lineAt(next.closeTag.start) - 1,
      'element',
    );
    for (const child of next.children) waiting.push(child);
  }
  for (const { start, end } of document.expressions) {
    if (end > start)
      for (const [first, last] of foldByIndentation(text, lines, lineAt(start), lineAt(end - 1))) add(first, last, 'expression');
  }
  return found.sort((one, other) => one.firstLine - other.firstLine || other.lastLine - one.lastLine);
}

/** The blocks of the C# between two lines: lines that stand deeper than the one before them. */
function foldByIndentation(text: string, lines: LineMap, first: number, last: number): [number, number][] {
  const blocks: [number, number][] = [];
  const open: { readonly line: number; readonly indent: number }[] = [];
  let filled = first;
  for (let line = first; line <= last; line++) {
    const content = text.slice(lines.offsetAt({ line, column: 1 }), lines.offsetAt({ line: line + 1, column: 1 }));
    if (content.trim() === '') continue;
    const indent = /^[ \t]*/.exec(content)?.[0].length ?? 0;
    for (let block = open.at(-1); block !== undefined && block.indent >= indent; block = open.at(-1)) {
      blocks.push([block.line, filled]);
      open.pop();
    }
    open.push({ line, indent });
    filled = line;
  }
  for (const { line } of open) blocks.push([line, filled]);
  return blocks;
}
