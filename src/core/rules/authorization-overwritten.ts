import { say } from '../messages/message.js';
import { elementsNamed } from '../policy/elements-named.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import { childElements, type PolicyElement } from '../policy/policy-tree.js';
import { changeOfHeader, replacingPolicies, tokenVariables } from '../policy/replaced-header.js';
import { readsAuthorization } from '../policy/reads-authorization.js';
import { findReplacedBefore } from '../scopes/replaced-before.js';
import { writePlace } from '../scopes/met-policies.js';
import type { Path } from '../scopes/path.js';
import type { PathRule, Report } from './rule.js';

/**
 * An earlier policy of the same section, or of another document of the path, that certainly runs, and certainly replaces the header that a token policy
 * reads.
 */
export const authorizationOverwritten: PathRule = {
  scope: 'path',
  code: 'authorization-overwritten',
  severity: 'warning',
  certainty: 'observed',
  *check({ document, path }) {
    if (document.tree === null) return;
    yield* reportOthers(path);
    const before = document.text.slice(0, document.tokenPolicies.at(-1)?.start ?? 0);
    const replacing = elementsNamed({ text: before, tree: document.tree }, ...replacingPolicies);
    if (replacing.length === 0) return;
    const tokens = tokenVariables(document);
    if (!replacing.some(element => changeOfHeader(element, tokens) === 'replaced')) return;
    const tokenPolicies = new Set(document.tokenPolicies.map(({ start }) => start));
    const changes = listChanges(document, tokens);
    const sections = document.root === 'policies' ? childElements(document.tree) : [document.tree];
    // Elements whose children are still to be looked at, and who has replaced the header before them.
    const waiting = sections.map((element): Waiting => ({ element, by: null }));
    for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
      let { by } = here;
      for (const child of childElements(here.element)) {
        if (by !== null && tokenPolicies.has(child.start) && readsAuthorization(child)) {
          yield { ...child.nameSpan, message: say('authorization-overwritten', { by: by.name }), data: { by: by.start } };
        }
        const change = changeOfHeader(child, tokens);
        if (change === 'replaced') by ??= child;
        // What a branch replaces is not certain after it; what was replaced before it is certain in it.
        waiting.push({ element: child, by });
        if (change === 'changed' || (by !== null && mayRestore(child, changes))) by = null;
      }
    }
  },
};

/** Where two documents of a path do it together, each of them is told what it has to do with it. */
function* reportOthers({ document, around }: Path): Iterable<Report> {
  const said = new Set<number>();
  for (const { by, policy } of around?.upward.flatMap(way => findReplacedBefore(way.policy)) ?? []) {
    const isHere = policy.at.source.document === document;
    const [here, there] = isHere ? [policy, by] : [by, policy];
    if (here.at.source.document !== document || there.at.source === here.at.source || said.has(here.element.start)) continue;
    said.add(here.element.start);
    const values = { by: there.element.name, at: writePlace(there.at, there.element.start) };
    const message = isHere ? say('authorization-overwritten-before', values) : say('authorization-overwritten-behind', values);
    yield { ...here.element.nameSpan, message, data: { by: values.at } };
  }
}

interface Waiting {
  readonly element: PolicyElement;
  readonly by: PolicyElement | null;
}

/** Where the request's header may be written again, in document order. What stands in these two is no header of the request. */
function listChanges(document: PolicyDocument, tokens: ReadonlySet<string>): number[] {
  let until = 0;
  return elementsNamed(document, 'send-request', 'return-response', 'include-fragment', ...replacingPolicies).flatMap(element => {
    if (element.start < until) return [];
    if (element.name === 'send-request' || element.name === 'return-response') until = element.end;
    return changeOfHeader(element, tokens) === 'changed' ? [element.start] : [];
  });
}

/** Whether something inside a policy may write the caller's header again. */
function mayRestore({ start, end }: PolicyElement, changes: readonly number[]): boolean {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return (changes[low] ?? end) < end;
}
