import type { Finding } from '../finding.js';
import type { Judged, JudgedPolicy } from '../judgement/judged.js';
import type { Fix } from './fix.js';

/** What a fix is worked out from. Spans come from `document`, read from the newest text; the finding only says what it is about. */
export interface FixContext extends Judged {
  readonly finding: Finding;
}

/** The same, for a finding about one token policy. */
export interface PolicyFixContext extends JudgedPolicy {
  readonly finding: Finding;
}

/** Works out the fixes of a finding, the best first; none where no edit of the policy cures it. */
export type FixMaker =
  | { readonly scope: 'policy'; make(context: PolicyFixContext): Fix[] | Promise<Fix[]> }
  | { readonly scope: 'document'; make(context: FixContext): Fix[] | Promise<Fix[]> };
