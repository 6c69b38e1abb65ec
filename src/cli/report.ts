import { severities } from '../core/index.js';
import type { ConfigReport } from './config-report.js';
import type {
  After,
  DecodedToken,
  Edit,
  EmbeddedPolicy,
  Finding,
  Fix,
  HostKind,
  Judged,
  JudgedPath,
  LineMap,
  ScopeProblem,
  Severity,
  Span,
  TokenProblem,
} from '../core/index.js';

/** What `check` found in one file, or in one policy text of a file that holds several, with all that it was judged on. It goes once every format has told of it. */
export interface DocumentReport {
  /** As it was given. */
  readonly path: string;
  /** The set of values that it was judged with, where it was judged with several in turn. */
  readonly set?: string;
  /** Its lines are those of the file. */
  readonly judged: Judged;
  /** What the file is, where policies stand inside it; null where it is a policy document itself. */
  readonly host: HostKind | null;
  /** The text that it is in its host: offsets of what was judged and found are measured on it. Null where they are those of the file. */
  readonly embedded: EmbeddedPolicy | null;
  /** The lines of the file, for offsets of the file. */
  readonly fileLines: LineMap;
  /** The file's text; absent where no line of it is shown. */
  readonly fileText?: string;
  readonly findings: readonly FindingReport[];
}

/** What is said of a fix: all but its result. */
export interface ListedFix extends Omit<Fix, 'edits' | 'text' | 'neutral'> {
  /** What it changes, at offsets of the file; empty where the format does not say it, or the host cannot hold it. */
  readonly edits: readonly Edit[];
  /** What the gateway answers to the token after it; null without one. */
  readonly after: Pick<After, 'outcome' | 'status' | 'check'> | null;
  /** What shows its changes, to be copied into a shell; null where only an editor offers it. */
  readonly command: string | null;
  /** The title with what follows. */
  readonly offer: string;
}

export interface FindingReport {
  readonly finding: Finding;
  readonly fixes: readonly ListedFix[];
  /** Where the document was judged with several sets of values in turn: whether not every one of them leads to it. */
  readonly onlyInSome?: boolean;
}

/** From which severity of a finding on `check` fails; the first is taken where none is given. */
export const failOnNames = ['error', 'warning', 'never'] as const;

/** One of them. */
export type FailOn = (typeof failOnNames)[number];

/** Whether a finding of that severity makes the check fail. */
export function isFailure(severity: Severity, failOn: FailOn): boolean {
  return failOn !== 'never' && severities.indexOf(severity) >= severities.indexOf(failOn);
}

/** How the output for people looks. */
export interface Look {
  readonly hasColours: boolean;
  /** The width of the terminal, on which findings stand with the line that they are about; null where there is none. */
  readonly columns: number | null;
}

/** For files and pipes. */
export const plainLook: Look = { hasColours: false, columns: null };

/**
 * What is kept of a document until all are judged: plain data that holds on to nothing that was read or judged, so that ten thousand documents take little memory,
 * and so that it may come from another thread.
 */
export interface CheckedDocument {
  /** As it was given. */
  readonly path: string;
  /** Whether it has the root of a policy document. */
  readonly isPolicy: boolean;
  /** Whether it stands inside a host. */
  readonly isInHost: boolean;
  /** Where its text begins in its host; null where it is all of the file. */
  readonly start: number | null;
  /** Whether it makes the check fail. */
  readonly fails: boolean;
  /** How many warnings it has, told or not. One that several sets of values lead to is counted once, here and there. */
  readonly warnings: number;
  /** How many findings are told of it. */
  readonly shown: SeverityCounts;
  /** What each of the formats that were asked for says of it, in their order. */
  readonly told: readonly unknown[];
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** A document as a format that writes the report gets it: with what it said of it itself. */
export interface ToldDocument<Told> extends Omit<CheckedDocument, 'told'> {
  readonly told: Told;
}

/** What a format knows when it tells of a document. */
export interface Telling {
  readonly failOn: FailOn;
  readonly look: Look;
}

/** Everything that a format needs. */
export interface CheckReport<Told = unknown> {
  readonly failOn: FailOn;
  /** Unix seconds. */
  readonly now: number;
  readonly version: string;
  readonly token: DecodedToken | TokenProblem | null;
  readonly documents: readonly ToldDocument<Told>[];
  /** The paths of a folder's operations; of one file, those that meet it. Absent where no scopes are known. */
  readonly paths?: readonly PathReport[];
  /** Files of the scopes that are not used as their place says, by their paths as the machine takes them. Absent where there are none. */
  readonly problems?: readonly ScopeProblem[];
  /** What the configs of the files did, and what is wrong with them. Absent where there are none. */
  readonly configs?: readonly ConfigReport[];
  /** Whether a path that refuses the token makes the check fail; absent means no. */
  readonly pathsCount?: boolean;
  /** Whether more than one file was asked about: the text format ends with a summary. Absent means no. */
  readonly isMany?: boolean;
  /** How it looks to a person. */
  readonly look: Look;
  /** Whether each path is told with all that it meets, not in one line; absent means no. */
  readonly isFull?: boolean;
}

/** One path of a request, judged. */
export interface PathReport extends Pick<JudgedPath, 'target' | 'verdict'> {
  /** The set of values that it was judged with; null where there is no choice. */
  readonly set: string | null;
}

/** Whether a request with the token is refused on one of the paths. */
export function refuses(paths: readonly PathReport[]): boolean {
  return paths.some(({ verdict }) => verdict?.answer.outcome === 'fail');
}

/** Where something of a document stands in its file: offsets of the file. */
export function spanInFile({ embedded }: Pick<DocumentReport, 'embedded'>, { start, end }: Span): Span {
  return embedded === null ? { start, end } : embedded.map.spanInHost({ start, end });
}

/** A document without the findings that one before it has, too: of several sets of values, the first tells what all of them lead to. */
export function withoutRepeated(document: DocumentReport, index: number, documents: readonly DocumentReport[]): DocumentReport {
  const before = documents[index - 1];
  const isSame = before?.path === document.path && before.embedded?.start === document.embedded?.start;
  if (!isSame || document.set === undefined) return document;
  return { ...document, findings: document.findings.filter(({ onlyInSome }) => onlyInSome === true) };
}
