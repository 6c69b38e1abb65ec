// The core's only door: what is not exported here is not for others to build on. First what the library promises, then what server and
// command line ask besides.

// Texts, and what each says at once.
export { applyFix, diagnose, explainError, judgeText, predict, predictDocument, rewrite } from './library.js';
export { findExpressions } from './expression/find-expressions.js';
export { readInSteps, readPolicies } from './policy/read-policies.js';
export { KeptMarks } from './expression/kept-marks.js';
export type { Steps } from './text/steps.js';
export { nearestName } from './text/nearest-name.js';
export { sniffPolicy } from './text/sniff-policy.js';
export type { Certainty } from './certainty.js';
export type { FactSource, Facts, GivenFacts, KeyRing } from './facts.js';
export { KeptAnswers } from './gateway/kept-answers.js';
export { openKeyRing } from './metadata/key-ring.js';
export { severities, type Finding, type FindingData, type Severity } from './finding.js';

// Places and edits.
export type { Span } from './text/span.js';
export { blankRecord } from './text/blank-record.js';
export { applyEdits, type Edit } from './text/edit.js';
export { LineMap, type LinePosition } from './text/line-map.js';
export { quoteForDiff } from './text/quote-for-diff.js';
export { unifiedDiff } from './text/unified-diff.js';
export { showInvisible, showInvisibleLines } from './text/visible-text.js';
export { makeInert, quoteMarkdown } from './text/inert-text.js';
export { detectStyle, indentationAt, type TextStyle } from './text/style.js';

// Policy documents.
export { resolveNamedValues, type MissingValue, type ResolvedValue } from './policy/resolve-named-values.js';
export { findElementAt, type ElementAt } from './policy/find-element-at.js';
export { conditionAround } from './policy/condition-around.js';
export type { BreakCause, DocumentBreak, ExpressionSpan, PolicyDocument } from './policy/policy-document.js';
export type { ChooseBranch, RequiredClaim, Section, TokenPolicy, TokenPolicyKind } from './policy/token-policy.js';
export type { PlaceholderKind, PolicyValue, ValuePart, ValueState } from './policy/value.js';
export type { PolicyAttribute, PolicyElement, PolicyText } from './policy/policy-tree.js';

// Policies inside other files.
export { readHost, type HostOptions } from './hosts/read-host.js';
export { hostKindOf, isReadAlways, type HostKind } from './hosts/host-kind.js';
export { encodeEdit, writeBack, type HostSource, type WrittenBack } from './hosts/write-back.js';
export { writeEdits } from './fixes/writing/write-edits.js';
export { literalsOf } from './hosts/host-file.js';
export { noLiterals, type Literals } from './expression/literals.js';
export type { EmbeddedPolicy, HostFile, NotReadReason, TextForm, UnreadPolicy } from './hosts/host-file.js';
export type { HostLoader } from './hosts/host-loader.js';
export type { HostResource } from './hosts/host-resource.js';
export type { OffsetMap } from './hosts/offset-map.js';
export { linesInHost } from './hosts/place-in-host.js';
export { KeptFindings } from './diagnosis/kept-findings.js';
export { runHostRules } from './diagnosis/run-host-rules.js';

// Tokens.
export { topicOfClaim } from './knowledge/claim-topics.js';
export { decodeToken, parseToken } from './token/decode-token.js';
export { isToken } from './token/is-token.js';
export type {
  Cleaning,
  DecodedToken,
  JsonObject,
  MemberTexts,
  TokenKind,
  TokenProblem,
  TokenProblemCode,
  TokenTexts,
} from './token/token.js';
export { viewToken, labelKind } from './token/view-token.js';
export type { ClaimLine, SummaryLine, TimeLine, TokenView } from './token/token-view.js';
export { classifyToken, type Classification } from './token/classify-token.js';
export { redact } from './token/redact.js';
export { shownClaims } from './token/private-values.js';
export { createSampleTenant, type SampleIds, type SampleKind, type SampleTenant } from './token/mint-sample.js';

// Values from outside: named values and template variables.
export { mentionedNames, type MentionedNames } from './values/mentioned-names.js';
export { readAssignment } from './values/read-json-values.js';
export { readLoaders, type LoadedFile } from './values/read-loaders.js';
export { longestValueFile, readValueFile } from './values/read-value-file.js';
export { isSecretName, judgeSuppliedValue, type SupplyProblem } from './metadata/supplied-value.js';
export { noValues, type DocumentValues, type ValueSource } from './values/document-values.js';
export { ValueBook } from './values/value-book.js';
export { valueFormOf } from './values/value-form.js';
export type { ReadValue, ValueFile } from './values/value-file.js';

// What a repository says of all this in its config.
export { configName, longestConfig, type Config, type ConfigProblem } from './config/config.js';
export { findUnknownSet, joinFiles, wordConfigProblem, type FoundConfig } from './config/found-config.js';
export { isIgnored } from './config/is-ignored.js';
export { readConfig } from './config/read-config.js';

// Published documents.
export { neededDocuments, type NeededDocument } from './metadata/needed-documents.js';
export { listObtainableTokens } from './metadata/obtainable-tokens.js';
export { judgeAddress, type AddressJudgement, type AddressRefusal } from './metadata/judge-address.js';
export { keepDocument, type KeptDocument } from './metadata/keep-document.js';
export type { InnerHost } from './metadata/private-host.js';
export { isJsonObject, isMetadataDocument, readMetadata } from './metadata/read-metadata.js';

// What the gateway answers, and all that is known of a path once it was judged.
export { explainReason, type Reason } from './gateway/reason.js';
export type {
  Alternative,
  CheckName,
  CheckOutcome,
  CheckResult,
  DocumentPrediction,
  GatewayReport,
  Outcome,
  PredictedAnswer,
  Prediction,
} from './gateway/prediction.js';
export { pathOf, pathWithin, type Path } from './scopes/path.js';
export { policiesOf, rootsOf, type Surroundings, type Upward } from './scopes/surroundings.js';
export { keyOfEmbedded } from './scopes/resources/place-resources.js';
export { keyOfTarget, listPaths, type PathTarget, type Reacher } from './scopes/list-paths.js';
export { listMetPolicies, type MetPolicy } from './scopes/met-policies.js';
export { normaliseOperationId } from './scopes/read-operations.js';
export { mayDescribeScopes, readScopes, withText } from './scopes/read-scopes.js';
export { isScopeFolder, recogniseFile, type FilePurpose, type RecognisedFile } from './scopes/recognise-file.js';
export { effectivePolicy, type EffectivePolicy, type PathSection } from './scopes/effective-policy.js';
export type { ScopeFile, ScopeSource } from './scopes/scope-source.js';
export type {
  ApiScope,
  FragmentScope,
  OperationScope,
  ProductScope,
  ScopeKind,
  ScopeProblem,
  Scopes,
  ServiceScopes,
  WorkspaceScope,
} from './scopes/scopes.js';
export type { Gap, GapReason, MetDocument, Statement } from './scopes/statement.js';
export type {
  BranchAnswer,
  PathAnswer,
  PathNotRead,
  PathPlace,
  PolicyOnPath,
  Station,
  StationOutcome,
} from './gateway/request-prediction.js';
export {
  judgePath,
  judgePaths,
  meetsFile,
  type JudgedPath,
  type JudgedPaths,
  type JudgePathsOptions,
  type PathFacts,
} from './judgement/judge-paths.js';
export { PathVerdict, wordPath, wordPathLine, wordTarget, type PathWords } from './judgement/path-verdict.js';
export { wordScopeProblem } from './judgement/scope-problem.js';
export { judge } from './judgement/judge.js';
export { listComparedClaims, type ComparedClaim } from './judgement/compared-claims.js';
export type { Discretion } from './judgement/discretion.js';
export { withoutValues, type Judged, type JudgedPolicy } from './judgement/judged.js';
export { Verdict, wordPolicy, wordVerdict, type Answer, type VerdictWords } from './judgement/verdict.js';
export { listNotRead, type NotRead } from './scopes/not-read.js';

// Rules and findings.
export { rules } from './rules/registry.js';
export { isRuleCode, type RuleCode } from './rule-codes.js';
export { runRules, type DiagnoseOptions, type RuleSeverity, type RunOptions } from './diagnosis/run-rules.js';
export { findPrimary, putPrimaryFirst } from './diagnosis/find-primary.js';
export { silenceHere } from './diagnosis/silence.js';
export { listLines } from './diagnosis/write-finding.js';
export type { CopyKind, NextStep } from './next-step.js';
export { pageOfRule } from './diagnosis/rule-page.js';

// Fixes, one by one and together.
export type { Fix, Refusal } from './fixes/fix.js';
export {
  advisedVariant,
  findVariant,
  isRewriteName,
  rewriteNames,
  rewriteVariants,
  type RewriteName,
  type RewriteVariant,
} from './fixes/rewrite/variants.js';
export { chooseFix } from './fixes/choose-fix.js';
export { makeFixes } from './fixes/make-fixes.js';
export { writesPrivateValue } from './fixes/writing/keep-secret.js';
export type { After } from './fixes/after.js';
export { offerFixes, sortOffers, type Offer } from './fixes/offer-fixes.js';
export { listFixableCodes } from './fixes/registry.js';
export { listRewrites, rewriteEach } from './fixes/rewrite/rewrite.js';
export { fixAll, fixEach } from './fixes/together/fix-all.js';
export type { FixedText } from './fixes/together/fixed-text.js';
export { rewriteAll, type RewrittenText } from './fixes/together/rewrite-all.js';
export { choiceOf, isSameChoice, neutralChoice, readFixChoice, type FixChoice } from './fixes/together/fix-choice.js';
export { listFixGroups, mergeGroups, type FixGroup } from './fixes/together/list-fix-groups.js';

// What a gateway said.
export { explainTrace } from './explain/explain-error.js';
export { offerForError, readTokenOfError } from './explain/offer-for-error.js';
export { selectRelatedFindings } from './explain/related-findings.js';
export type { AdvisedExplanation, AnsweredBy, AnswererKind, CauseLocation, ErrorValues, Explanation } from './explain/explanation.js';

// What an editor asks at a place.
export { complete, type Completion } from './language/complete.js';
export { completePolicies } from './language/complete-policy.js';
export { foldings, type Folding } from './language/foldings.js';
export { hover, type Hover } from './language/hover.js';
export { findComparedValue, type ComparedValue } from './language/compared-value.js';
export { outline, type OutlineSymbol } from './language/outline.js';
export { findReference, type Reference } from './language/reference-at.js';

// Sentences.
export { languageOf, type Catalogue } from './messages/catalogue.js';
export { englishCatalogue } from './messages/english/index.js';
export { germanCatalogue } from './messages/german/index.js';
export { say, type Message } from './messages/message.js';
export { render, renderApart } from './messages/render.js';
export { summarizeRule } from './messages/rule-summary.js';
