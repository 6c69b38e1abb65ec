// The library: of the core, what others may build on. docs/api.md explains it with examples; docs/api.report.md has each signature, and a test
// compares it with this file. Whoever changes one of these changes what others have written against.

// What is asked of a text.
export { applyFix, diagnose, explainError, findExpressions, readPolicies, rewrite } from '../core/index.js';
export { predict, predictDocument } from './predictions.js';
export type { DiagnoseOptions, Literals, RewriteName, RewriteVariant, RuleSeverity } from '../core/index.js';
export { rewriteNames, rewriteVariants, severities } from '../core/index.js';

// What is given: the token and the facts.
export { decodeToken, parseToken } from './tokens.js';
export { redact } from '../core/index.js';
export type { FactSource, GivenFacts as Facts, KeyRing } from '../core/index.js';
export { openKeyRing } from '../core/index.js';
export type {
  Cleaning,
  DecodedToken,
  JsonObject,
  MemberTexts,
  TokenKind,
  TokenProblem,
  TokenProblemCode,
  TokenTexts,
} from '../core/index.js';

// What is answered: policies with their spans,
export type { ChooseBranch, PolicyDocument, RequiredClaim, Section, Span, TokenPolicy, TokenPolicyKind } from '../core/index.js';
export type { PlaceholderKind, PolicyValue, ValuePart, ValueState } from '../core/index.js';
export type { BreakCause, DocumentBreak, ExpressionSpan, PolicyAttribute, PolicyElement, PolicyText } from '../core/index.js';
// predictions,
export type { Alternative, Certainty, CheckName, CheckOutcome, GatewayReport, Outcome, PredictedAnswer } from '../core/index.js';
export type { CheckResult, DocumentPrediction, Prediction } from './predictions.js';
// findings and fixes,
export type { CopyKind, Edit, Finding, FindingData, Fix, NextStep, Refusal, RuleCode, Severity } from '../core/index.js';
export { applyEdits } from '../core/index.js';
// and what a pasted error means.
export type { AdvisedExplanation, AnsweredBy, AnswererKind, CauseLocation, ErrorValues, Explanation } from '../core/index.js';

// A tenant that exists in memory only, to try all of it with.
export { createSampleTenant, type SampleIds, type SampleKind, type SampleTenant } from '../core/index.js';
