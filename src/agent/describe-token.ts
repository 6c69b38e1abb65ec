import { shownClaims, type DecodedToken, type TokenProblem } from '../core/index.js';
import { longestName, mostNames } from './limits.js';
import { tellOutside } from './outside-text.js';

/** Of a token its kind, the names of its claims, and the values of those that may be told: an agent needs no others. */
export function describeToken({ kind, problem, claims }: DecodedToken | TokenProblem) {
  const told = shownClaims.flatMap(name => {
    const values = Object.hasOwn(claims, name) ? [claims[name]].flat().slice(0, mostNames).flatMap(tellValue) : [];
    return values.length === 0 ? [] : [[name, values] as const];
  });
  return {
    kind,
    problem,
    claimNames: Object.keys(claims)
      .slice(0, mostNames)
      .map(name => tellOutside(name, longestName)),
    untrustedClaims: Object.fromEntries(told),
  };
}

/** Texts and numbers; what else stands there is none of what the claim is for. */
function tellValue(value: unknown): string[] {
  return typeof value === 'string' || typeof value === 'number' ? [tellOutside(String(value), longestName)] : [];
}
