import type { Literals } from '../expression/literals.js';
import type { ExpressionSpan, MarkupFault } from '../expression/markup.js';
import type { PolicyElement } from './policy-tree.js';
import type { TemplateBlock } from './template-blocks.js';
import type { TokenPolicy } from './token-policy.js';

export type { BreakCause, ExpressionSpan } from '../expression/markup.js';

/** The one place where a document breaks. `names` are the element or attribute names that the message needs. */
export type DocumentBreak = MarkupFault;

/** One XML text, read. Reading never throws; what could not be read is said in `break`. */
export interface PolicyDocument {
  /** The text that was read; every span is measured on it. */
  readonly text: string;
  /** Where in it a `${` or `%{` means itself. */
  readonly literals: Literals;
  /** Null where the text is no policy document; then it has no token policies. */
  readonly root: 'policies' | 'fragment' | null;
  readonly tokenPolicies: readonly TokenPolicy[];
  /** The whole tree; null where the text is no policy document. In a broken document, what could be read of it. */
  readonly tree: PolicyElement | null;
  readonly expressions: readonly ExpressionSpan[];
  /** What directives of a template may take away or repeat, in order. */
  readonly blocks: readonly TemplateBlock[];
  /**
   * Null where the document is well-formed but for raw expressions, and where it is no policy document. The cause
   * `unclosed-expression` stands for an expression whose bracket never closes: what follows cannot be judged.
   */
  readonly break: DocumentBreak | null;
}
