// The library's only door. What is not exported here is not for others to build on.
export type { Span } from './text/span.js';
export { applyEdits, type Edit } from './text/edit.js';
export type { Certainty } from './certainty.js';
export { findExpressions } from './expression/find-expressions.js';
export { readPolicies } from './policy/read-policies.js';
export type { BreakCause, DocumentBreak, ExpressionSpan, PolicyDocument } from './policy/policy-document.js';
export type { ChooseBranch, RequiredClaim, Section, TokenPolicy, TokenPolicyKind } from './policy/token-policy.js';
export type { PlaceholderKind, PolicyValue, ValuePart, ValueState } from './policy/value.js';
export type { PolicyAttribute, PolicyElement, PolicyText } from './policy/policy-tree.js';
