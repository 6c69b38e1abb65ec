import type { TokenPolicy } from '../policy/token-policy.js';
import type { EffectivePolicy } from './effective-policy.js';
import { allStatements, type MetDocument, type Statement } from './statement.js';

/** A token policy on a path. */
export interface MetPolicy {
  readonly policy: TokenPolicy;
  readonly at: MetDocument;
  /** Whether every request that comes so far meets it: it stands in no branch. */
  readonly always: boolean;
}

/** The token policies that a request meets on its way in, in their order. */
export function listMetPolicies({ sections }: EffectivePolicy): MetPolicy[] {
  const found: MetPolicy[] = [];
  const waiting = [...sections.inbound].reverse().map(statement => ({ statement, always: true }));
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    const { statement, always } = here;
    const policy = policyOf(statement);
    if (policy !== undefined && statement.at !== null) found.push({ policy, at: statement.at, always });
    const inside = always && statement.element?.name !== 'choose';
    for (let i = statement.children.length - 1; i >= 0; i--) {
      const child = statement.children[i];
      if (child !== undefined) waiting.push({ statement: child, always: inside });
    }
  }
  return found;
}

/** The token policy that a statement is; undefined where it is none. */
export function policyOf({ at, element, gap }: Statement): TokenPolicy | undefined {
  return at === null || element === null || gap !== null ? undefined : at.source.tokenPolicyAt(element.start);
}

/** Whether everything on the way in was followed. */
export function isFollowed({ sections }: EffectivePolicy): boolean {
  return allStatements(sections.inbound).every(({ gap }) => gap === null);
}

/** Where a token policy or another element stands, for people: file and line. */
export function writePlace(at: MetDocument, start: number): string {
  return `${at.source.path}:${String(at.source.placeOf(start).line)}`;
}
