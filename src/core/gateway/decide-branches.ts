import { fillNamedValues } from '../expression/named-values.js';
import { childElements, findAttribute } from '../policy/policy-tree.js';
import { resolveNamedValues } from '../policy/resolve-named-values.js';
import { findVariable, resolveValue } from '../policy/resolve-value.js';
import type { Facts } from '../facts.js';
import type { MetDocument, Statement } from '../scopes/statement.js';
import type { DecodedToken, JsonObject, TokenProblem } from '../token/token.js';
import { evaluateCondition, type ConditionContext } from './evaluate-condition.js';
import { findTakenBranch } from './predict-path.js';

/** Which branches of a `choose` a request may take; with `otherwise` null where none may be taken. */
export interface Branches {
  /** In their order: those whose condition is not certainly false, up to the first that is certainly true. */
  readonly possible: readonly Statement[];
  /** Whether a request may take none of them. */
  readonly mayPass: boolean;
}

/** What the conditions of a path may rest on. */
export interface BranchFacts extends Pick<ConditionContext, 'operation' | 'apiId' | 'apiPath' | 'productId'> {
  readonly token: DecodedToken | TokenProblem;
  readonly factsOf: (at: MetDocument) => Facts;
}

/** A variable that holds the claims of the token, and those before it. */
interface Kept {
  readonly variable: string;
  readonly before: Kept | null;
}

/**
 * Which branch of each `choose` is taken. What a token policy puts into a variable is known behind it, in its own sequence and what stands in that; not
 * where something on the path writes the same variable again.
 */
export function decideBranches(sequence: readonly Statement[], facts: BranchFacts): ReadonlyMap<Statement, Branches> {
  const decided = new Map<Statement, Branches>();
  const claims = readClaims(facts.token);
  const rewritten = new Set<string>();
  const waiting: { readonly sequence: readonly Statement[]; readonly kept: Kept | null }[] = [{ sequence, kept: null }];
  const pending: { readonly choose: Statement; readonly kept: Kept | null }[] = [];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    let { kept } = here;
    for (const statement of here.sequence) {
      const { element, children } = statement;
      if (element === null || statement.gap !== null) continue;
      const variable = findAttribute(element, 'output-token-variable-name')?.value.value;
      if (element.name === 'set-variable') rewritten.add(findAttribute(element, 'name')?.value.value ?? '');
      else if (isTokenPolicy(element.name) && variable !== undefined) kept = { variable, before: kept };
      else if (variable !== undefined) rewritten.add(variable);
      if (element.name === 'choose') pending.push({ choose: statement, kept });
      if (children.length > 0) waiting.push({ sequence: children, kept });
    }
  }
  for (const { choose, kept } of pending) {
    const claimsIn = (variable: string): JsonObject | undefined => (holds(kept, variable) && !rewritten.has(variable) ? claims : undefined);
    decided.set(choose, decide(choose, { ...facts, claimsIn }));
  }
  return decided;
}

/** Claims that somebody else can read, too; of an encrypted or unreadable token nothing is known. */
function readClaims(token: DecodedToken | TokenProblem): JsonObject | undefined {
  return token.status === 'decoded' ? token.claims : undefined;
}

function isTokenPolicy(name: string): boolean {
  return name === 'validate-jwt' || name === 'validate-azure-ad-token';
}

function holds(kept: Kept | null, variable: string): boolean {
  for (let here = kept; here !== null; here = here.before) if (here.variable === variable) return true;
  return false;
}

function decide(choose: Statement, context: ConditionContext & BranchFacts): Branches {
  const branches = choose.children.filter(({ element }) => element?.name === 'when' || element?.name === 'otherwise');
  const known = findKnownBranch(choose, branches, context);
  if (known !== null) return { possible: [known], mayPass: false };
  const possible: Statement[] = [];
  for (const branch of branches) {
    const holdsTrue = branch.element?.name === 'otherwise' ? true : decideCondition(branch, context);
    if (holdsTrue === false) continue;
    possible.push(branch);
    if (holdsTrue === true) return { possible, mayPass: false };
  }
  return { possible, mayPass: true };
}

/** The branch that a token takes where the condition is the one that a rewrite writes. */
function findKnownBranch(choose: Statement, branches: readonly Statement[], { token }: BranchFacts): Statement | null {
  if (choose.at === null || choose.element === null) return null;
  const { tokenPolicies } = choose.at.source.document;
  const elements = childElements(choose.element).filter(({ name }) => name === 'when' || name === 'otherwise');
  const taken = findTakenBranch({ policies: tokenPolicies, token }, elements);
  return branches.find(({ element }) => element === taken) ?? null;
}

const templateName = /\$\{\s{0,8}([A-Za-z_][\w.-]{0,255})\s{0,8}\}/g;

function decideCondition({ at, element }: Statement, context: ConditionContext & BranchFacts): boolean | undefined {
  const written = element === null ? undefined : findAttribute(element, 'condition')?.value;
  if (at === null || written === undefined) return undefined;
  const known = context.factsOf(at);
  const { namedValues = {}, templateValues } = known;
  const value = resolveValue(written, known);
  const { text } = resolveNamedValues(value, namedValues);
  if (text !== null && /^\s*(?:true|false)\s*$/i.test(text)) return /true/i.test(text);
  const inner = /^\s*@\(([^]*)\)\s*$/.exec(value.value)?.[1];
  if (inner === undefined) return undefined;
  // A template is rendered first: what is left of it says nothing.
  const rendered = inner.replace(templateName, (all, name: string) => findVariable(name, templateValues)?.text ?? all);
  if (/[$%]\{/.test(rendered)) return undefined;
  // Named values stand in an expression as text, before anybody reads it as C#.
  const filled = fillNamedValues(rendered, name => (Object.hasOwn(namedValues, name) ? namedValues[name] : undefined));
  return filled.includes('{{') ? undefined : evaluateCondition(filled, context);
}
