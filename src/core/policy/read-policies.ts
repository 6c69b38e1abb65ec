// The entry of this layer: marks, tree, token policies, and the one place where the document breaks.
import { noLiterals, type Literals } from '../expression/literals.js';
import type { Markup } from '../expression/markup.js';
import type { KeptMarks } from '../expression/kept-marks.js';
import { scanInSteps } from '../expression/scan-markup.js';
import { finish, type Steps } from '../text/steps.js';
import { buildTokenPolicies } from './build-token-policies.js';
import { nestMarks, type Nesting } from './nest-marks.js';
import type { DocumentBreak, PolicyDocument } from './policy-document.js';
import { ReadTree } from './read-tree.js';
import { readTemplateBlocks } from './template-blocks.js';
import { sniffPolicy } from '../text/sniff-policy.js';

/**
 * Reads a policy document: its tree, its expressions and every token policy, with spans measured on the text as given.
 * Never throws, whatever the text; a text with another root than `policies` or `fragment` has no token policies.
 *
 * @param literals where a `${` or `%{` means itself: a host file knows (`literalsOf`)
 */
export function readPolicies(text: string, literals: Literals = noLiterals): PolicyDocument {
  return finish(readInSteps(text, literals));
}

/**
 * The same, so that it can be left between two statements: an editor's text may be another one before it is read.
 *
 * @param kept what is kept from one version of the text to the next: without it, reading begins from nothing
 */
export function* readInSteps(text: string, literals: Literals = noLiterals, kept?: KeptMarks): Steps<PolicyDocument> {
  if (!sniffPolicy(text)) return { text, literals, root: null, tokenPolicies: [], tree: null, expressions: [], blocks: [], break: null };
  const markup = yield* kept?.scanInSteps(text, literals) ?? scanInSteps(text, literals);
  const { expressions } = markup;
  const nesting = yield* nestMarks(text, markup);
  const [first] = nesting.roots;
  const root = first === undefined ? null : rootNamed(markup.marks.name(first));
  if (first === undefined || root === null) {
    return { text, literals, root: null, tokenPolicies: [], tree: null, expressions, blocks: [], break: null };
  }
  const tree = new ReadTree({ text, literals, marks: markup.marks, nesting });
  return {
    text,
    literals,
    root,
    tokenPolicies: buildTokenPolicies(tree),
    tree: tree.element(first),
    expressions,
    blocks: readTemplateBlocks(text, markup.templates),
    break: findBreak(markup, nesting),
  };
}

function rootNamed(name: string): PolicyDocument['root'] {
  return name === 'policies' || name === 'fragment' ? name : null;
}

/** Of all that is wrong, what reading met first: the rest may follow from it. */
function findBreak(markup: Markup, nesting: Nesting): DocumentBreak | null {
  const inMarks = markup.faults[0];
  const inTree = nesting.fault;
  if (inMarks && (!inTree || inMarks.start <= inTree.met)) return inMarks;
  if (inTree) return inTree.fault;
  const [odd] = [markup.oddity, nesting.oddity].filter(span => span !== null).sort((a, b) => a.start - b.start);
  return odd === undefined ? null : { cause: 'other', ...odd, names: [] };
}
