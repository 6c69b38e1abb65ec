import { say } from '../messages/message.js';
import { childElements } from '../policy/policy-tree.js';
import { effectivePolicy, type EffectivePolicy } from '../scopes/effective-policy.js';
import { isFollowed, listMetPolicies, writePlace, type MetPolicy } from '../scopes/met-policies.js';
import type { Surroundings } from '../scopes/surroundings.js';
import type { PathRule } from './rule.js';

/**
 * An operation that no token policy reaches, with or without a product, although another one of its API has one. It stands in the policy of the operation, or
 * in that of the API for operations without a policy. Silent where something of the path is not known, and where a missing `<base />` is the cause.
 */
export const unprotectedOperation: PathRule = {
  scope: 'path',
  code: 'unprotected-operation',
  severity: 'hint',
  certainty: 'inferred',
  silencedBy: { offset: ['base-missing'] },
  *check({ document, path: { around } }) {
    const { tree } = document;
    if (tree === null || document.root !== 'policies' || around === undefined || around.api === null) return;
    if (!around.upward.every(({ policy }) => isUnprotected(policy))) return;
    const { met, api } = around;
    const own = met.scope === 'operation' ? [met.name] : api.operations.flatMap(({ name, policy }) => (policy === null ? [name] : []));
    const operations = met.scope === 'operation' || own.length > 0 ? own : [null];
    const sibling = findProtected(around, met.scope === 'operation' ? met.name : null);
    if (sibling === null) return;
    const place = writePlace(sibling.at, sibling.policy.start);
    yield {
      ...(childElements(tree, 'inbound')[0] ?? tree).nameSpan,
      message: say('unprotected-operation', { names: operations, at: place }),
      data: { operations: operations.map(name => name ?? '*'), sibling: place },
    };
  },
};

function isUnprotected(policy: EffectivePolicy): boolean {
  return listMetPolicies(policy).length === 0 && isFollowed(policy);
}

/** A token policy of another operation of the API, on its path without a product. */
function findProtected({ scopes, service, api }: Surroundings, operation: string | null): MetPolicy | null {
  for (const { name, policy } of api?.operations ?? []) {
    if (name === operation || policy === null || api === null) continue;
    const target = { root: service.root, workspace: api.workspace, api: api.name, operation: name, product: null, reachedBy: [] };
    const [first] = listMetPolicies(effectivePolicy(scopes, target));
    if (first !== undefined) return first;
  }
  return null;
}
