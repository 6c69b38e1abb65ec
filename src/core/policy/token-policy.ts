import type { Span } from '../text/span.js';
import type { PolicyElement } from './policy-tree.js';
import type { PolicyValue } from './value.js';

export type TokenPolicyKind = 'validate-jwt' | 'validate-azure-ad-token';

/** The part of the document in which a token policy stands; null where it stands in none. */
export type Section = 'inbound' | 'backend' | 'outbound' | 'on-error' | 'fragment';

/** Which branch of which `choose` a token policy stands in. */
export interface ChooseBranch {
  /** Which `choose` of the document, counted from 0 in document order. */
  readonly id: number;
  /** Which `when` or `otherwise` of it, counted from 0. */
  readonly branch: number;
  /** How many branches it has. */
  readonly of: number;
  /** Whether the last branch is an `otherwise`. */
  readonly otherwise: boolean;
}

/** One `claim` of `required-claims`. */
export interface RequiredClaim extends Span {
  /** Null where the attribute is missing. */
  readonly name: string | null;
  /** As written (`all`, `any`, an expression, a mistake); `all`, the default, where the attribute is missing. */
  readonly match: string;
  /** Null where the attribute is missing. */
  readonly separator: string | null;
  readonly values: readonly PolicyValue[];
  /** The element with all its spans; not part of the JSON output. */
  readonly element: PolicyElement;
}

/**
 * One `validate-jwt` or `validate-azure-ad-token` element. What the JSON output prints of it is listed in
 * `src/cli/formats/json.ts`; `element` and `chooses` are for those who need every span.
 */
export interface TokenPolicy extends Span {
  readonly kind: TokenPolicyKind;
  readonly section: Section | null;
  /** The innermost `choose` around it. */
  readonly choose: ChooseBranch | null;
  /** Every `choose` around it, outermost first. */
  readonly chooses: readonly ChooseBranch[];
  readonly attributes: Readonly<Record<string, PolicyValue>>;
  /** The `url` of each openid-config that has one. */
  readonly openidConfigs: readonly PolicyValue[];
  /** How many keys are written into the policy. */
  readonly issuerSigningKeys: number;
  readonly decryptionKeys: number;
  readonly audiences: readonly PolicyValue[];
  readonly issuers: readonly PolicyValue[];
  readonly clientApplicationIds: readonly PolicyValue[];
  readonly backendApplicationIds: readonly PolicyValue[];
  readonly requiredClaims: readonly RequiredClaim[];
  readonly element: PolicyElement;
}

/** The token policy as if it required other claims. It is not spread: what is read where somebody looks at it is no property of its own. */
export function withRequiredClaims(policy: TokenPolicy, requiredClaims: readonly RequiredClaim[]): TokenPolicy {
  const { kind, section, choose, chooses, attributes, openidConfigs, issuerSigningKeys, decryptionKeys } = policy;
  const { audiences, issuers, clientApplicationIds, backendApplicationIds, element, start, end } = policy;
  const lists = { openidConfigs, issuerSigningKeys, decryptionKeys, audiences, issuers, clientApplicationIds, backendApplicationIds };
  return { kind, section, choose, chooses, attributes, ...lists, requiredClaims, element, start, end };
}
