import { tokenPolicyFacts } from '../../knowledge/elements.js';
import { say } from '../../messages/message.js';
import type { Span } from '../../text/span.js';
import { buildFix } from '../writing/build-fix.js';
import type { FixMaker } from '../fix-maker.js';
import { readPieces, type Piece } from '../rewrite/source-element.js';

/** Puts the children of a token policy in the order of the schema; comments travel with the child they belong to. */
export const elementOrder: FixMaker = {
  scope: 'policy',
  make(context) {
    const { document, policy } = context;
    const { text } = document;
    const { element } = policy;
    const order = tokenPolicyFacts[policy.kind].children.map(({ name }) => name);
    const { pieces } = readPieces(element, text);
    // What nobody knows stays where it is, and text between the elements may be a template's directive: moving around it would change it.
    const known = pieces.filter(piece => order.includes(piece.element.name));
    const loose = element.children.some(
      child => child.type === 'cdata' || (child.type === 'text' && text.slice(child.start, child.end).trim() !== ''),
    );
    if (loose) return [];
    const sorted = [...known].sort((a, b) => order.indexOf(a.element.name) - order.indexOf(b.element.name));
    const edits = known.flatMap((piece, index) => {
      const span = spanOf(piece);
      const other = sorted[index];
      if (other === undefined || other === piece) return [];
      const { start, end } = spanOf(other);
      return [{ ...span, text: text.slice(start, end) }];
    });
    if (edits.length === 0) return [];
    return [buildFix(context, { title: say('fix-order', { parent: element.name }), edits, widens: false, neutral: true, preferred: true })];
  },
};

/** From the first comment that belongs to a child to the last. */
function spanOf({ element, leading, trailing }: Piece): Span {
  return { start: leading[0]?.start ?? element.start, end: trailing.at(-1)?.end ?? element.end };
}
