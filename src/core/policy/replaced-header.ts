import { elementsNamed } from './elements-named.js';
import type { PolicyDocument } from './policy-document.js';
import { childElements, findAttribute, type PolicyElement } from './policy-tree.js';
import type { PolicyValue } from './value.js';

/**
 * What a policy makes of the Authorization header: `replaced` where the caller's token is certainly gone, `changed` where it may be
 * there again or not, null where the policy does not touch it.
 */
type HeaderChange = 'replaced' | 'changed' | null;

/** The policies that may replace the header. */
export const replacingPolicies: readonly string[] = ['authentication-managed-identity', 'authentication-basic', 'set-header'];

/** What one policy makes of the header. `tokens` are the variables that hold a token of the gateway's own. */
export function changeOfHeader(element: PolicyElement, tokens: ReadonlySet<string>): HeaderChange {
  switch (element.name) {
    case 'authentication-managed-identity':
      return findAttribute(element, 'output-token-variable-name') === undefined ? 'replaced' : null;
    case 'authentication-basic':
      return 'replaced';
    case 'include-fragment':
      return 'changed';
    case 'set-header': {
      if (findAttribute(element, 'name')?.value.value.trim().toLowerCase() !== 'authorization') return null;
      const action = findAttribute(element, 'exists-action')?.value.value.trim().toLowerCase() ?? 'override';
      if (action === 'delete') return 'replaced';
      if (action !== 'override') return null;
      const values = childElements(element, 'value');
      return values.length > 0 && values.every(({ value }) => isForeign(value, tokens)) ? 'replaced' : 'changed';
    }
    default:
      return null;
  }
}

/** Whether a value cannot be the request's: a text, or an expression that looks at nothing but tokens of the gateway's own. */
function isForeign({ state, parts }: PolicyValue, tokens: ReadonlySet<string>): boolean {
  if (state === 'literal') return true;
  const told = parts.filter(({ kind, text }) => kind !== 'literal' || text.trim() !== '');
  const [first, more] = told;
  if (first?.kind === 'expression' && more === undefined) return looksAtNothingElse(first.text, tokens);
  // A named value may be an expression, but only where the value begins with it.
  return first?.kind === 'literal' && told.every(({ kind }) => kind !== 'expression');
}

const variable = /context\s*\.\s*Variables\s*(?:\[\s*|\.\s*GetValueOrDefault\s*(?:<[^<>()]{0,40}>\s*)?\(\s*)"([^"]{0,200})"/g;

function looksAtNothingElse(expression: string, tokens: ReadonlySet<string>): boolean {
  const rest = expression.replace(variable, (whole, name: string) => (tokens.has(name) ? '' : whole));
  return !/\bcontext\b|\{\{/.test(rest);
}

/** The variables that hold a token of the gateway's own, and nothing else. */
export function tokenVariables(document: PolicyDocument): ReadonlySet<string> {
  const valuesOf = (element: string, attribute: string): string[] =>
    elementsNamed(document, element).flatMap(each => findAttribute(each, attribute)?.value.value ?? []);
  const given = valuesOf('authentication-managed-identity', 'output-token-variable-name');
  // Most policies have none, and thousands of variables that need not be read.
  if (given.length === 0) return new Set();
  const set = new Set(valuesOf('set-variable', 'name'));
  return new Set(given.filter(name => !set.has(name)));
}
