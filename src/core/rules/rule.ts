import type { Certainty } from '../certainty.js';
import type { Facts } from '../facts.js';
import type { FindingData, Severity } from '../finding.js';
import type { DocumentPrediction, Prediction } from '../gateway/prediction.js';
import type { Message } from '../messages/message.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import type { Span } from '../text/span.js';
import type { KnownElement } from '../policy/known-elements.js';
import type { Reach } from '../gateway/reach.js';

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

export interface DocumentContext {
  readonly document: PolicyDocument;
  readonly facts: Facts;
  /** Null without a token. */
  readonly prediction: DocumentPrediction | null;
}

export interface PolicyContext extends DocumentContext {
  readonly policy: TokenPolicy;
  /** Its place among the document's token policies. */
  readonly index: number;
  /** What the gateway answers at this token policy; null without a token. */
  readonly policyPrediction: Prediction | null;
  /** Whether the token comes to it. */
  readonly reach: Reach;
  /** It and everything below it that the table of elements knows, in document order. */
  readonly elements: readonly KnownElement[];
}

/** Looks at the whole document. */
export interface DocumentRule extends RuleBase {
  readonly scope: 'document';
  check(context: DocumentContext): Iterable<Report>;
}

/** Looks at one token policy at a time. */
export interface PolicyRule extends RuleBase {
  readonly scope: 'policy';
  check(context: PolicyContext): Iterable<Report>;
}

export type Rule = DocumentRule | PolicyRule;
