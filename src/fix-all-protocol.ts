// What client and server tell each other about fixing many places at once; the messages' names stand in protocol.ts.

/** Where fixes are applied: in one document, or in all policy documents of the workspace where the address is null. */
export interface FixAllScope {
  readonly uri: string | null;
}

/** Which fixes are meant: by meaning, so that it holds for other documents and newer texts, too. Exported for tests. */
export interface FixAllChoice {
  /** Every fix that can change no outcome; the rest is null then. */
  readonly neutral: boolean;
  readonly code: string | null;
  readonly variant: string | null;
  /** The very title, for fixes after which more is accepted. */
  readonly title: string | null;
}

/** What can be fixed at all. */
export interface FixAllChoices {
  readonly groups: readonly FixAllGroup[];
  /** Files that were not looked at. */
  readonly unread: readonly SkippedPlace[];
  /** Why nothing can be offered; null where something is or nothing is to fix. */
  readonly problem: string | null;
}

/** One entry of the list that a user picks from. */
export interface FixAllGroup {
  readonly choice: FixAllChoice;
  readonly title: string;
  /** In how many places, of how many documents. */
  readonly count: number;
  readonly documents: number;
  /** Whether more is accepted afterwards than before. */
  readonly widens: boolean;
}

/** Asks what applying one choice would do. */
export interface PrepareFixesParams extends FixAllScope {
  readonly choice: FixAllChoice;
}

/** What applying would do. */
export interface PreparedFixes {
  /** Names it when it is applied; null where there is nothing to apply. */
  readonly id: number | null;
  readonly places: number;
  readonly documents: number;
  readonly skipped: readonly SkippedPlace[];
  readonly problem: string | null;
}

/** What is left as it is, and why. */
export interface SkippedPlace {
  readonly uri: string;
  /** From 1; null where the whole file is meant. */
  readonly line: number | null;
  readonly reason: string;
}

/** Applies what was prepared under that name. */
export interface ApplyFixesParams {
  readonly id: number;
}

/** What came of applying. */
export interface AppliedFixes {
  /** False where the user thought better of it, too. */
  readonly applied: boolean;
  /** What went wrong, in one sentence; null where nothing did. */
  readonly problem: string | null;
}

/** How far the work on many documents is, in documents. */
export interface FixAllProgress {
  readonly done: number;
  readonly total: number;
}
