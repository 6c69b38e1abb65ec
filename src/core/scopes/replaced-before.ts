import type { PolicyElement } from '../policy/policy-tree.js';
import { changeOfHeader, tokenVariables } from '../policy/replaced-header.js';
import { readsAuthorization } from '../policy/reads-authorization.js';
import type { EffectivePolicy } from './effective-policy.js';
import { policyOf } from './met-policies.js';
import { allStatements, type MetDocument, type Statement } from './statement.js';

/** A statement with its document. */
interface Placed {
  readonly at: MetDocument;
  readonly element: PolicyElement;
}

/** A token policy that certainly reads what something before it has certainly written into the Authorization header. */
interface ReplacedBefore {
  readonly by: Placed;
  readonly policy: Placed;
}

/** The token policies of a path that come after something which certainly replaces the header that they read. What stands in branches is left aside. */
export function findReplacedBefore({ sections }: EffectivePolicy): ReplacedBefore[] {
  const found: ReplacedBefore[] = [];
  const tokens = new Map<MetDocument, ReadonlySet<string>>();
  const changeOf = (at: MetDocument, element: PolicyElement): ReturnType<typeof changeOfHeader> => {
    const known = tokens.get(at) ?? tokensOf(at);
    tokens.set(at, known);
    return changeOfHeader(element, known);
  };
  const mayRestore = (children: readonly Statement[]): boolean =>
    allStatements(children).some(
      ({ at, element, gap }) => gap !== null || (at !== null && element !== null && changeOf(at, element) === 'changed'),
    );
  let by: Placed | null = null;
  for (const statement of sections.inbound) {
    const { at, element, children } = statement;
    if (at === null || element === null || statement.gap !== null) {
      by = null;
      continue;
    }
    if (by !== null && policyOf(statement) !== undefined && readsAuthorization(element)) found.push({ by, policy: { at, element } });
    const change = changeOf(at, element);
    if (change === 'replaced') by ??= { at, element };
    else if (change === 'changed' || mayRestore(children)) by = null;
  }
  return found;
}

function tokensOf({ source: { document } }: MetDocument): ReadonlySet<string> {
  return tokenVariables(document);
}
