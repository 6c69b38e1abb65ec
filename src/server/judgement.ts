import type { DiagnoseOptions } from '../core/diagnosis/run-rules.js';
import type { Explanation } from '../core/explain/explanation.js';
import type { Facts } from '../core/facts.js';
import type { Finding } from '../core/finding.js';
import type { Fix } from '../core/fixes/fix.js';
import type { FixedText } from '../core/fixes/together/fix-all.js';
import type { FixChoice } from '../core/fixes/together/fix-choice.js';
import type { FixGroup, GroupOptions } from '../core/fixes/together/list-fix-groups.js';
import type { CheckResult, DocumentPrediction } from '../core/gateway/prediction.js';
import type { Completion } from '../core/language/complete.js';
import type { KnownNames } from '../core/language/describe-value.js';
import type { Folding } from '../core/language/foldings.js';
import type { Hover } from '../core/language/hover.js';
import type { OutlineSymbol } from '../core/language/outline.js';
import type { Reference } from '../core/language/reference-at.js';
import type { NeededDocument } from '../core/metadata/needed-documents.js';
import type { PolicyDocument } from '../core/policy/policy-document.js';
import type { TokenPolicy } from '../core/policy/token-policy.js';
import type { TokenView } from '../core/token/token-view.js';
import type { DecodedToken, TokenProblem } from '../core/token/token.js';
import type { SampleToken } from '../protocol.js';

/** A token with the documents that verify it, minted with a key that nobody keeps. */
export interface MintedSample {
  readonly token: DecodedToken | TokenProblem;
  /** Address → document. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** What the server asks of the core. It is handed in, so that a test can make any of it fail. */
export interface Judgement {
  /** A quick look: whether the text can be a policy document at all. */
  mayHoldPolicy(text: string): boolean;
  readPolicies(text: string): PolicyDocument;
  diagnose(text: string, facts: Facts, options: DiagnoseOptions): Promise<readonly Finding[]>;
  fixInDocument(document: PolicyDocument, finding: Finding, facts: Facts): Promise<readonly Fix[]>;
  offerForError(text: string, explanation: Explanation, facts: Facts): Promise<readonly Fix[]>;
  offerRewritesAt(text: string, offset: number, facts: Facts): Promise<readonly Fix[]>;
  listFixGroups(document: PolicyDocument, findings: readonly Finding[], facts: Facts, options: GroupOptions): Promise<readonly FixGroup[]>;
  fixAll(text: string, choice: FixChoice, facts: Facts, options: DiagnoseOptions): Promise<FixedText>;
  predictDocument(text: string, token: DecodedToken | TokenProblem, facts: Facts): Promise<DocumentPrediction>;
  /** Why a check came out as it did, in one or two sentences; null where it passes plainly. */
  explainCheck(check: CheckResult): string | null;
  neededDocuments(policy: TokenPolicy, token: DecodedToken | TokenProblem | undefined, facts: Facts): readonly NeededDocument[];
  decodeToken(pasted: string): DecodedToken | TokenProblem;
  /** Whether a text is a token, readable or broken. */
  isToken(token: DecodedToken | TokenProblem): boolean;
  viewToken(token: DecodedToken | TokenProblem, now: number): TokenView;
  /** What a pasted error of the gateway means; `text` is the policy document at hand. */
  explainError(pasted: string, text?: string): readonly Explanation[];
  hover(document: PolicyDocument, offset: number, known: KnownNames): Hover | null;
  complete(text: string, offset: number, namedValues: readonly string[]): readonly Completion[];
  outline(document: PolicyDocument): readonly OutlineSymbol[];
  /** Null for a text that is no policy document. */
  foldings(document: PolicyDocument): readonly Folding[] | null;
  findReference(document: PolicyDocument, offset: number): Reference | null;
  mintSample(sample: SampleToken, now: number): Promise<MintedSample>;
}
