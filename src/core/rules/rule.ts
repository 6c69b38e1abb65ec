import type { Certainty } from '../certainty.js';
import type { FindingData, Severity } from '../finding.js';
import type { HostFile } from '../hosts/host-file.js';
import type { Judged, PolicyAlone } from '../judgement/judged.js';
import type { Message } from '../messages/message.js';
import type { Steps } from '../messages/steps.js';
import type { RuleCode } from '../rule-codes.js';
import type { Span } from '../text/span.js';

/** What a rule says about one place. What it leaves out comes from the rule. */
export interface Report extends Span {
  /** The first sentence's title becomes the finding's; all else its detail. */
  readonly message: Message;
  /** The gateway's own text; absent or null where it is not known. */
  readonly gatewayText?: string | null;
  /** What to do next; absent where the title says it. */
  readonly next?: Steps | null;
  readonly severity?: Severity;
  readonly certainty?: Certainty;
  readonly data?: FindingData;
}

/**
 * The rules beside whose finding this one keeps silent, because the same edit cures both: `place`: where both begin at the same place
 * of the same token policy; `policy`: anywhere in it; `check`: where both say why the same check of the same token policy fails; `offset`: where both begin at the same place, whether one speaks of the document
 * and the other of a token policy.
 */
export type Silencers = { readonly [Within in 'place' | 'policy' | 'check' | 'offset']?: readonly RuleCode[] };

interface RuleBase {
  /** The catalogue says under it, in one line, what settings, pages and SARIF call the rule. */
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly silencedBy?: Silencers;
  /** Absent means on. */
  readonly offByDefault?: boolean;
}

/** Looks at the whole document, and at nothing around it. */
export interface DocumentRule extends RuleBase {
  readonly scope: 'document';
  check(judged: Pick<Judged, 'document' | 'facts'>): Iterable<Report>;
}

/** Looks at a document and at the scopes and fragments around it, as far as they are known. */
export interface PathRule extends RuleBase {
  readonly scope: 'path';
  check(judged: Pick<Judged, 'document' | 'facts' | 'path'>): Iterable<Report>;
}

/** Looks at one token policy at a time, and at nothing around it but what it asks for. */
export interface PolicyRule extends RuleBase {
  readonly scope: 'policy';
  check(policy: PolicyAlone): Iterable<Report>;
}

/** Looks at a file that holds policies, for what is true of no policy document in it. */
export interface HostRule extends RuleBase {
  readonly scope: 'host';
  check(host: HostFile): Iterable<Report>;
}

export type Rule = PolicyRule | DocumentRule | PathRule | HostRule;
