import type { PolicyElement } from '../policy/policy-tree.js';
import type { ScopeSource } from './scope-source.js';
import type { ScopeKind } from './scopes.js';

/** A document where a path meets it. */
export interface MetDocument {
  readonly scope: ScopeKind;
  /** The name of the workspace, product, API, operation or fragment; null for the global scope and for all other operations. */
  readonly name: string | null;
  /** The workspace that it belongs to; null where it belongs to the instance itself. */
  readonly workspace: string | null;
  readonly source: ScopeSource;
}

/** Why something of a path could not be followed, or not with certainty. */
export type GapReason =
  /** The file of the scope is not there, and whether the scope has a policy is not known. */
  | 'absent'
  /** A condition decides whether this policy or fragment is deployed. It was not followed. */
  | 'conditional'
  /** The policy is an expression that is not worked out. */
  | 'not-plain'
  /** `<base />` where its meaning is not known: in a branch or another policy, in a fragment. */
  | 'base-inside'
  /** A second `<base />` in one section. */
  | 'base-twice'
  /** The section is missing altogether, so that its `<base />` is, too. */
  | 'section-missing'
  /** The fragment is not there. */
  | 'fragment-absent'
  /** A fragment inside a fragment: it was followed, but a gateway does not take it. */
  | 'fragment-nested'
  /** A fragment that includes itself, at once or by others. */
  | 'fragment-circle'
  /** A file that holds no policy of this kind, or one that breaks. */
  | 'unreadable'
  /** The path has more statements than are followed. */
  | 'too-long';

/** Something that stands on a path and was not followed, or not with certainty. */
export interface Gap {
  readonly kind: 'base' | 'fragment';
  /** The fragment's id, or which scope is meant; null where only `<base />` itself is. */
  readonly name: string | null;
  readonly reason: GapReason;
}

/** One statement of a path. `<base />` and `include-fragment` are none: what they stand for is, in their place. */
export interface Statement {
  /** In whose document it stands; null for a gap that has no place: nothing is there. */
  readonly at: MetDocument | null;
  /** The statement itself, or what left the gap. */
  readonly element: PolicyElement | null;
  /** What stands in it, followed likewise. */
  readonly children: readonly Statement[];
  /** Null for what was followed. */
  readonly gap: Gap | null;
}

/** Every statement of a sequence and all that stands in them, in the order of their places. Without recursion. */
export function allStatements(sequence: readonly Statement[]): Statement[] {
  const found: Statement[] = [];
  const waiting = [...sequence].reverse();
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    found.push(here);
    for (let i = here.children.length - 1; i >= 0; i--) {
      const child = here.children[i];
      if (child !== undefined) waiting.push(child);
    }
  }
  return found;
}
