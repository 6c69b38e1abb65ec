import type { Span } from '../text/span.js';
import type { PolicyElement } from './policy-tree.js';
import type { TokenPolicy } from './token-policy.js';

/** Where an expression stands; `end` is -1 where its bracket never closes. */
export interface ExpressionSpan {
  readonly start: number;
  readonly end: number;
}

/** Why a document is not well-formed, once its expressions are masked. */
export type BreakCause =
  | 'mismatched-close-tag'
  | 'unclosed-element'
  | 'stray-close-tag'
  | 'broken-tag'
  | 'duplicate-attribute'
  | 'unquoted-attribute'
  | 'unclosed-comment'
  | 'unclosed-cdata'
  | 'bad-entity'
  | 'several-roots'
  | 'text-outside-root'
  | 'nested-comment'
  | 'other';

/** The one place where a document breaks. `names` are the element or attribute names that the message needs. */
export interface DocumentBreak extends Span {
  readonly cause: BreakCause;
  readonly names: readonly string[];
}

/** One XML text, read. Reading never throws; what could not be read is said in `break`. */
export interface PolicyDocument {
  /** The text that was read; every span is measured on it. */
  readonly text: string;
  /** Null where the text is no policy document; then it has no token policies. */
  readonly root: 'policies' | 'fragment' | null;
  readonly tokenPolicies: readonly TokenPolicy[];
  /** The whole tree; null where the text is no policy document. In a broken document, what could be read of it. */
  readonly tree: PolicyElement | null;
  readonly expressions: readonly ExpressionSpan[];
  /** Null where the document is well-formed but for raw expressions. */
  readonly break: DocumentBreak | null;
}
