import type { DecodedToken, DiagnoseOptions, Discretion, Edit, Finding, LineMap, TokenProblem } from '../core/index.js';
import type { ToolHost, ToolProblem } from './answer.js';
import type { JudgedText } from './judged-text.js';
import type { UnreadFile } from './unread-files.js';

/** Where the tools get policies from: the files below a folder, the workspace of an editor. */
export interface PolicySource {
  readonly host: ToolHost;
  /**
   * The files at a path and below it, one after the other, those without a policy left out. Throws `ToolRefusal` where the path is not to be read.
   *
   * @param path undefined for the whole folder
   * @param use whether the token in force is judged with, and whether the path must be one file
   */
  open(path: string | undefined, use: { readonly withToken: boolean; readonly oneFile: boolean }): Promise<OpenedPolicies>;
}

/** What was asked for, to be gone through once. */
export interface OpenedPolicies {
  /** The token in force; null where there is none, or it is not judged with. */
  readonly token: DecodedToken | TokenProblem | null;
  readonly files: AsyncIterable<SourceFile | UnreadFile>;
}

/** A file that holds policies, or is one. */
export interface SourceFile {
  /** The path below the folder. */
  readonly file: string;
  readonly text: string;
  readonly policies: readonly SourcePolicy[];
  /** What is to be said of a file beside the policies in it; null where it is a policy itself. */
  readonly remarks: { readonly findings: readonly Finding[]; readonly lines: LineMap; readonly discretion: Discretion } | null;
}

/** A policy in a file. */
export interface SourcePolicy extends Omit<JudgedText, 'file'> {
  readonly options: DiagnoseOptions;
  /** Edits of the policy as edits of the file, or why the file cannot hold them, as a sentence. */
  readonly write: (edits: readonly Edit[]) => { readonly edits: readonly Edit[] } | { readonly reason: string };
}

/** A call that is refused, with what to do instead. */
export class ToolRefusal extends Error {
  readonly refusal: ToolProblem;

  constructor(refusal: ToolProblem) {
    super();
    this.refusal = refusal;
  }
}
