import type { Facts } from '../facts.js';
import type { Finding } from '../finding.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import type { Fix } from './fix.js';

/** What a fix is worked out from. Spans come from `document`, read from the newest text; the finding only says what it is about. */
export interface FixContext {
  readonly document: PolicyDocument;
  readonly finding: Finding;
  readonly facts: Facts;
}

/** The same, for a finding about one token policy. */
export interface PolicyFixContext extends FixContext {
  readonly policy: TokenPolicy;
}

/** Works out the fixes of a finding, the best first; none where no edit of the policy cures it. */
export type FixMaker =
  | { readonly scope: 'policy'; make(context: PolicyFixContext): Fix[] | Promise<Fix[]> }
  | { readonly scope: 'document'; make(context: FixContext): Fix[] | Promise<Fix[]> };
