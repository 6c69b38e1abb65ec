// A document, or a piece of it, as edits leave it, read again: what means itself in it still does.
import { isTerraformAt, scanTerraform } from '../expression/scan-terraform.js';
import type { Literals } from '../expression/literals.js';
import { applyEdits, type Edit } from '../text/edit.js';
import type { Span } from '../text/span.js';
import type { PolicyDocument } from './policy-document.js';
import { readPolicies } from './read-policies.js';

type ReadText = Pick<PolicyDocument, 'text' | 'literals'>;

/** The document as the edits leave it. */
export function rereadDocument({ text, literals }: ReadText, edits: readonly Edit[]): PolicyDocument {
  return readPolicies(applyEdits(text, edits), moveLiterals({ text, literals }, edits));
}

const opening = '<fragment>';

/** A piece of the document as edits inside it leave it, as a fragment of its own. */
export function rereadPiece({ text, literals }: ReadText, { start, end }: Span, edits: readonly Edit[]): PolicyDocument {
  const moved = edits.map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const piece = { text: text.slice(start, end), literals: shift(literals, -start) };
  const after = applyEdits(piece.text, moved);
  return readPolicies(`${opening}${after}</fragment>`, shift(moveLiterals(piece, moved), opening.length));
}

function shift(literals: Literals, by: number): Literals {
  return literals.size === 0 ? literals : new Set([...literals].map(offset => offset + by));
}

/** A longer template is not looked for in what edits write. */
const longestTemplate = 300;

/**
 * Where what means itself stands once the edits are applied: where it stood, and in what they write where they repeat it. A host that fills
 * the same text in elsewhere cannot hold such an edit, and says so.
 */
function moveLiterals({ text, literals }: ReadText, edits: readonly Edit[]): Literals {
  if (literals.size === 0) return literals;
  const templates = edits.some(edit => /[$%]\{/.test(edit.text)) ? listTemplates(text, literals) : new Set<string>();
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const moved = new Set<number>();
  let by = 0;
  let next = 0;
  const write = ({ start, end, text: written }: Edit): void => {
    for (let i = 0; i < written.length; i++) {
      if (!isTerraformAt(written, i)) continue;
      const stop = scanTerraform(written, i, Math.min(written.length, i + longestTemplate));
      if (stop >= 0 && templates.has(written.slice(i, stop))) moved.add(start + by + i);
    }
    by += written.length - (end - start);
  };
  for (const offset of [...literals].sort((a, b) => a - b)) {
    for (let edit = ordered[next]; edit !== undefined && edit.end <= offset; edit = ordered[++next]) write(edit);
    const edit = ordered[next];
    if (edit === undefined || offset < edit.start) moved.add(offset + by);
  }
  for (const edit of ordered.slice(next)) write(edit);
  return moved;
}

function listTemplates(text: string, literals: Literals): ReadonlySet<string> {
  const found = new Set<string>();
  for (const offset of literals) {
    const end = scanTerraform(text, offset, Math.min(text.length, offset + longestTemplate));
    if (end >= 0) found.add(text.slice(offset, end));
  }
  return found;
}
