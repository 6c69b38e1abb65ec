// The entry of this layer: marks, tree, token policies, and the one place where the document breaks.
import { noLiterals, type Literals } from '../expression/literals.js';
import type { Markup } from '../expression/markup.js';
import { maskMarkup } from '../expression/mask-expressions.js';
import { scanInSteps } from '../expression/scan-markup.js';
import { finish, type Steps } from '../text/steps.js';
import { buildTokenPolicies } from './build-token-policies.js';
import { parseTree, validateMasked, type ParsedTree } from './parse-tree.js';
import type { DocumentBreak, PolicyDocument } from './policy-document.js';
import { readTemplateBlocks } from './template-blocks.js';
import { sniffPolicy } from '../text/sniff-policy.js';

/** A gateway takes 256 KiB; what is larger is read like anything else, but a second opinion on it is not asked for. */
const largestForSecondOpinion = 1024 * 1024;

/**
 * Reads a policy document: its tree, its expressions and every token policy, with spans measured on the text as given.
 * Never throws, whatever the text; a text with another root than `policies` or `fragment` has no token policies.
 *
 * @param literals where a `${` or `%{` means itself: a host file knows (`literalsOf`)
 */
export function readPolicies(text: string, literals: Literals = noLiterals): PolicyDocument {
  return finish(readInSteps(text, literals));
}

/** The same, so that it can be left between two statements: an editor's text may be another one before it is read. */
export function* readInSteps(text: string, literals: Literals = noLiterals): Steps<PolicyDocument> {
  if (!sniffPolicy(text)) return { text, literals, root: null, tokenPolicies: [], tree: null, expressions: [], blocks: [], break: null };
  const markup = yield* scanInSteps(text, literals);
  const { expressions } = markup;
  const masked = maskMarkup(text, markup);
  const parsed = yield* parseTree({ text, literals, masked }, markup);
  const tree = parsed.roots[0];
  if (tree?.name !== 'policies' && tree?.name !== 'fragment') {
    return { text, literals, root: null, tokenPolicies: [], tree: null, expressions, blocks: [], break: null };
  }
  return {
    text,
    literals,
    root: tree.name,
    tokenPolicies: buildTokenPolicies(text, parsed.roots),
    tree,
    expressions,
    blocks: readTemplateBlocks(text, markup.templates),
    break: findBreak(masked, markup, parsed),
  };
}

/** Of all that is wrong, what reading met first: the rest may follow from it. */
function findBreak(masked: string, markup: Markup, parsed: ParsedTree): DocumentBreak | null {
  const inMarks = markup.faults[0];
  const inTree = parsed.fault;
  if (inMarks && (!inTree || inMarks.start <= inTree.met)) return inMarks;
  if (inTree) return inTree.fault;
  if (masked.length > largestForSecondOpinion) return null;
  const place = validateMasked(masked);
  if (place === null) return null;
  const inside = markup.expressions.find(({ start, end }) => start <= place && place < end);
  const start = inside ? inside.end : place;
  return { cause: 'other', start, end: Math.min(start + 1, masked.length), names: [] };
}
