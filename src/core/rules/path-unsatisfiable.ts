import { findContradiction } from '../judgement/find-contradiction.js';
import { say } from '../messages/message.js';
import { listMetPolicies, writePlace } from '../scopes/met-policies.js';
import type { PathRule } from './rule.js';

/** More token policies than these are not compared with each other. */
const mostCompared = 32;

/**
 * A token policy that certainly runs, and another one on the same path that does, too, of which no token passes both. It stands at the later of two in
 * one document, else in the document that is looked at.
 */
export const pathUnsatisfiable: PathRule = {
  scope: 'path',
  code: 'path-unsatisfiable',
  severity: 'error',
  certainty: 'documented',
  *check({ facts, path: { document, around } }) {
    if (around === undefined) return;
    const said = new Set<number>();
    for (const { policy: way } of around.upward) {
      const met = listMetPolicies(way)
        .filter(({ always }) => always)
        .slice(0, mostCompared);
      for (const { policy, at } of met) {
        if (at.source.document !== document || said.has(policy.start)) continue;
        for (const other of met) {
          if (other.policy === policy || (other.at.source === at.source && other.policy.start > policy.start)) continue;
          const found = findContradiction(policy, other.policy, facts);
          if (found === null) continue;
          said.add(policy.start);
          const [here, there] = [found.one.join(', '), found.other.join(', ')];
          const place = writePlace(other.at, other.policy.start);
          const message = say('path-unsatisfiable', { kind: other.policy.kind, at: place, what: found.why, here, there });
          yield { ...policy.element.nameSpan, message, data: { why: found.why, other: place } };
          break;
        }
      }
    }
  },
};
