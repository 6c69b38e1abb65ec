import { findScopeOrRole } from '../../judgement/causes/scope-or-role.js';
import { say } from '../../messages/message.js';
import { childElements, findAttribute, type PolicyElement } from '../../policy/policy-tree.js';
import { applyEdits } from '../../text/edit.js';
import type { Fix } from '../fix.js';
import type { PolicyFixContext } from '../fix-maker.js';
import { findTrustworthyToken } from '../trust/token-trust.js';
import { buildFix } from './build-fix.js';
import { removeElement } from './edit-children.js';
import { readLayout, startsLine } from './layout.js';

/**
 * A token policy that asks for scopes and roles, as a choose: tokens with scp are asked for scopes, all others for roles. None where the
 * finding is about another claim, where a text inside could change by being moved, or where the issuer is not accepted.
 */
export function splitScopeOrRole(context: PolicyFixContext): Fix[] {
  const { document, policy, finding, prediction } = context;
  const both = findScopeOrRole(context);
  if (both === null || both.condition === null || both.lacks !== finding.data['claim']) return [];
  if (findTrustworthyToken(context.facts) === null || prediction?.checks.find(({ check }) => check === 'issuer')?.outcome !== 'pass')
    return [];
  const { text } = document;
  const { element, start, end } = policy;
  const raw = text.slice(start, end);
  const [scp, roles] = ['scp', 'roles'].map(name => findOnly(element, name));
  // Two elements with one id, and lines inside of C# texts.
  if (scp === undefined || roles === undefined || findAttribute(element, 'id') !== undefined || /@\$?"|\$@?"|"""/.test(raw)) return [];
  const { newline, base, unit } = readLayout(document, element);
  const isMultiLine = startsLine(text, start);
  const without = (claim: PolicyElement): string => {
    const { start: from, end: to, text: nothing } = removeElement(text, claim);
    const own = applyEdits(raw, [{ start: from - start, end: to - start, text: nothing }]);
    return isMultiLine ? own.replace(/\r\n|\n|\r/g, line => line + unit + unit) : own;
  };
  const line = (depth: number): string => (isMultiLine ? newline + base + unit.repeat(depth) : '');
  const written =
    `<choose>${line(1)}<when condition='${both.condition}'>${line(2)}${without(roles)}${line(1)}</when>` +
    `${line(1)}<otherwise>${line(2)}${without(scp)}${line(1)}</otherwise>${line(0)}</choose>`;
  return [
    buildFix(context, { title: say('fix-scope-or-role', {}), edits: [{ start, end, text: written }], widens: true, certainty: 'inferred' }),
  ];
}

/** The one required claim of a name; undefined where there is none, or several. */
function findOnly(element: PolicyElement, name: string): PolicyElement | undefined {
  const claims = childElements(element, 'required-claims').flatMap(list => childElements(list, 'claim'));
  const found = claims.filter(claim => findAttribute(claim, 'name')?.value.value === name);
  return found.length === 1 ? found[0] : undefined;
}
