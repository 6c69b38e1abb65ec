import { noLiterals, type Literals } from '../expression/literals.js';
import type { Span } from '../text/span.js';
import type { DecodedText } from './decoded-text.js';
import type { HostKind } from './host-kind.js';
import type { HostLoader } from './host-loader.js';
import type { HostResource } from './host-resource.js';
import type { StringForm } from './host-value.js';

/** How a policy text is written in its host. */
export type TextForm =
  | StringForm
  | 'markdown-fence'
  | 'markdown-quote'
  | 'yaml-literal'
  | 'yaml-double'
  | 'yaml-single'
  | 'yaml-plain'
  | 'csharp-quoted'
  | 'csharp-verbatim'
  | 'csharp-raw'
  | 'typescript-quoted'
  | 'typescript-template'
  | 'python-quoted'
  | 'python-raw'
  | 'powershell-single'
  | 'powershell-double'
  | 'powershell-here'
  | 'powershell-here-expanded';

/** A policy document inside a host file. Its span is that of the whole string, with the signs that enclose it. */
export interface EmbeddedPolicy extends Span, DecodedText {
  readonly host: HostKind;
  readonly form: TextForm;
  /** What stands between the signs that enclose it, as it is written. */
  readonly content: Span;
  /** What each line of the host begins with that is not part of the text. */
  readonly indentation: string;
  /** How the host writes a line break where the text has a line feed. */
  readonly lineBreak: '\n' | '\r\n';
  /** The resource that it is the policy of; null where none is known. */
  readonly resource: HostResource | null;
  /** `format` beside it: whether expressions stand in it XML-escaped (`xml`) or as they are (`rawxml`). Null where it is not said. */
  readonly format: 'xml' | 'rawxml' | null;
  /** Whether a call around it may fill in what means itself in it: `replace`, `templatestring`. */
  readonly isFilledLater: boolean;
}

/** Where in its text a `${` or `%{` means itself to the gateway, too. */
export function literalsOf({ literals, isFilledLater }: EmbeddedPolicy): Literals {
  return isFilledLater || literals.length === 0 ? noLiterals : new Set(literals.map(({ start }) => start));
}

/**
 * Why a policy in a host file is not read: it is put together from pieces (`composed`), an expression of Azure Resource Manager, a piece of a
 * policy without its root (`part`), inside another text (`inside`), filled in by the program (`interpolated`), folded into lines by YAML
 * (`folded`), stands in YAML that is nested too deeply to be read (`too-deep`), in a file that is read only on demand (`on-demand`), or at an address
 * from which it is fetched when it is deployed (`linked`).
 */
export type NotReadReason =
  'composed' | 'arm-expression' | 'part' | 'inside' | 'interpolated' | 'folded' | 'too-deep' | 'on-demand' | 'linked';

/** A policy that was seen in a host file and not read. */
export interface UnreadPolicy extends Span {
  readonly reason: NotReadReason;
}

/** What a host file has for us. */
export interface HostFile {
  readonly kind: HostKind;
  readonly policies: readonly EmbeddedPolicy[];
  readonly notRead: readonly UnreadPolicy[];
  /** The files that it reads texts from, whether or not they are policies. */
  readonly loaders: readonly HostLoader[];
  /** What it declares, of Azure API Management or not. */
  readonly resources: readonly HostResource[];
}
