import type { Certainty } from '../certainty.js';
import type { FindingData, Severity } from '../finding.js';
import type { Judged, JudgedPolicy } from '../judgement/judged.js';
import type { Message } from '../messages/message.js';
import type { Span } from '../text/span.js';

/** What a rule says about one place. What it leaves out comes from the rule. */
export interface Report extends Span {
  readonly message: Message;
  readonly severity?: Severity;
  readonly certainty?: Certainty;
  readonly data?: FindingData;
}

interface RuleBase {
  /** Kebab-case; also the name of its file, fixture folder and page. */
  readonly code: string;
  /** What settings, pages and SARIF call it: one line. */
  readonly summary: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  /** Absent means on. */
  readonly offByDefault?: boolean;
}

/** Looks at the whole document. */
export interface DocumentRule extends RuleBase {
  readonly scope: 'document';
  check(judged: Judged): Iterable<Report>;
}

/** Looks at one token policy at a time. */
export interface PolicyRule extends RuleBase {
  readonly scope: 'policy';
  check(policy: JudgedPolicy): Iterable<Report>;
}

export type Rule = DocumentRule | PolicyRule;
