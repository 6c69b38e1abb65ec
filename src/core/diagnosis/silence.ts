import type { PolicyDocument } from '../policy/policy-document.js';
import { pathTo } from '../policy/policy-tree.js';
import type { RuleCode } from '../rule-codes.js';
import type { Edit } from '../text/edit.js';
import { detectStyle, lineStartOf } from '../text/style.js';
import type { Span } from '../text/span.js';
import { directive } from './suppressions.js';

/** The comment right above, as far as a rule's code can be added to it. */
const above = new RegExp(`<!--\\s*${directive}(?=\\s)[a-z0-9\\s,-]*?(?=\\s*-->[ \\t]*(?:\\r\\n|\\n|\\r)$)`);

/** A comment that names more rules than fit in here is not added to. */
const longestComment = 4096;

/**
 * The edit that silences a rule where a finding stands: a comment on the line above, or one code more in the comment that is there. Null
 * where no comment can stand on a line of its own: in a tag, an expression, a comment, the text of a value, a document that is no policy.
 */
export function silenceHere(document: PolicyDocument, { start }: Span, code: RuleCode): Edit | null {
  const { text, tree, break: broken } = document;
  if (tree === null || broken !== null) return null;
  const path = pathTo(tree, start);
  const innermost = path.at(-1);
  const inTag = innermost !== undefined && start < innermost.openTag.end;
  const line = lineStartOf(text, inTag ? innermost.openTag.start : start);
  if (line > 0 && !/[\r\n]/.test(text[line - 1] ?? '')) return null;
  const head = text.slice(Math.max(0, line - longestComment), line);
  const comment = above.exec(head);
  if (comment !== null) {
    const at = line - head.length + comment.index + comment[0].length;
    return { start: at, end: at, text: ` ${code}` };
  }
  if (!isBetweenTags(document, line)) return null;
  const indent = /^[ \t]*/.exec(text.slice(line, line + longestComment))?.[0] ?? '';
  return { start: line, end: line, text: `${indent}<!-- ${directive} ${code} -->${detectStyle(text).lineEnding}` };
}

/** Whether a comment may stand at an offset and change nothing: before the root, or inside an element that holds no text. */
function isBetweenTags({ text, tree, expressions }: PolicyDocument, offset: number): boolean {
  if (tree === null || expressions.some(({ start, end }) => start < offset && offset < end)) return false;
  if (offset <= tree.start) return /^[ \t\r\n]*$/.test(text.slice(offset, tree.start));
  const around = pathTo(tree, offset - 1).at(-1) ?? tree;
  const { openTag, closeTag, children } = around;
  if (offset < openTag.end || offset > (closeTag?.start ?? around.end)) return false;
  return children.every(child => {
    if (child.type === 'element') return true;
    if (child.type === 'text') return text.slice(child.start, child.end).trim() === '';
    return offset <= child.start || child.end <= offset;
  });
}
