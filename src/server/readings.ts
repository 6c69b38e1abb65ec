import type { CancellationToken, Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  judge,
  KeptAnswers,
  KeptFindings,
  KeptMarks,
  pathOf,
  runRules,
  type Finding,
  type Judged,
  type PolicyDocument,
} from '../core/index.js';
import type { OpenDocuments } from './documents.js';
import type { Grounds } from './grounds.js';
import { KeptByText } from './kept-by-text.js';
import { readInTurns, type Turns } from './read-in-turns.js';
import { SharedWork } from './shared-work.js';
import { serve, type ServedDocument, type ServedText } from './served-text.js';
import type { ServerLog } from './server-log.js';

/** A policy text of an open document at one version, read. */
export interface Reading {
  readonly text: ServedText;
  readonly document: PolicyDocument;
}

/** The same, judged on one revision of the facts. */
export interface JudgedReading extends Reading {
  readonly judged: Judged;
}

/** The same with what was found in it. */
export interface Diagnosis extends JudgedReading {
  /** Version and revision: it names the diagnosis of a text completely. */
  readonly id: string;
  readonly findings: readonly Finding[];
}

/** How open texts are read, judged and diagnosed. A test hands in others, to see what a failure costs. */
export interface Judging {
  /** Null where it stopped because the text is not wanted any more. */
  readonly read: (...told: Required<Parameters<typeof readInTurns>>) => PolicyDocument | null | Promise<PolicyDocument | null>;
  readonly judge: typeof judge;
  readonly runRules: typeof runRules;
}

/** As the core does it. */
export const coreJudging: Judging = { read: readInTurns, judge, runRules };

interface ReadingsParts {
  readonly judging: Judging;
  readonly documents: OpenDocuments;
  readonly grounds: Grounds;
  readonly log: ServerLog;
  pause(): Promise<void>;
}

/** What is kept of one version of a document: for each of its texts what is worked out of it. */
interface KeptDocument extends ServedDocument {
  /** A client that opens a document again without closing it may give another text the same version. */
  readonly opened: TextDocument;
  readonly version: number;
  readonly kept: readonly Kept[];
}

/** What is worked out of one version of a text; each part when somebody asks for it first. */
interface Kept {
  readonly text: ServedText;
  /** Null where reading stopped: the text is another one now. */
  reading: Promise<Reading | null> | null;
  /** Null in it where reading or judging stopped. */
  judged: { readonly revision: string; readonly reading: Promise<JudgedReading | null> } | null;
  /** Null in it where it was stopped, or failed. */
  diagnosis: { readonly revision: string; readonly work: SharedWork<Diagnosis | null> } | null;
}

/** Which text of a document is meant: the one at a position of it, the one of a number, or simply the first. */
type WhichText = Position | number | undefined;

/**
 * The policy texts of the open documents, each read once at one version, and judged and diagnosed once on one revision of the facts, whoever
 * asks. A document is one text, or a host file with any number of them. What is kept of a document goes with its next version, or when it closes.
 */
export class Readings {
  readonly #parts: ReadingsParts;
  readonly #kept = new Map<string, KeptDocument>();
  readonly #marks = new KeptByText(() => new KeptMarks());
  /** What the token policies of a text answered, and what was said of them, on a revision of the facts. */
  readonly #judged = new KeptByText(() => ({ answers: new KeptAnswers(), findings: new KeptFindings() }));

  constructor(parts: ReadingsParts) {
    this.#parts = parts;
  }

  /** The texts of the document as it is now, and what else it has as a host; null where it is not open. */
  serve(uri: string): ServedDocument | null {
    return this.#open(uri);
  }

  /** The text at a position of the document as it is now, not read; null where there is none. */
  textAt(uri: string, position: Position): ServedText | null {
    return this.#find(uri, position)?.text ?? null;
  }

  /** The text as it is now; null where the document is not open, or has no text there. */
  async read(uri: string, which?: WhichText): Promise<Reading | null> {
    return this.#untilRead(uri, which, kept => this.#read(kept));
  }

  /** All texts of the document as it is now, in their order; none where it is not open. */
  async readAll(uri: string): Promise<readonly Reading[]> {
    return (await this.#all(uri, index => this.read(uri, index))) ?? [];
  }

  /** The text as it is now, judged on the facts of now; null where the document is not open, or has no text there. */
  async judge(uri: string, which?: WhichText): Promise<JudgedReading | null> {
    return this.#untilRead(uri, which, kept => this.#judge(kept));
  }

  /** All texts of the document as it is now, judged on the facts of now; none where it is not open. */
  async judgeAll(uri: string): Promise<readonly JudgedReading[]> {
    return (await this.#all(uri, index => this.judge(uri, index))) ?? [];
  }

  /** The findings in all texts of the document as it is now, in their order. Null as `diagnose` says, for any of them. */
  async diagnoseAll(uri: string, cancellation: CancellationToken): Promise<readonly Diagnosis[] | null> {
    return this.#all(uri, index => this.diagnose(uri, cancellation, index));
  }

  /**
   * The findings in the text as it is now. Never rejects: what goes wrong costs the findings and writes a line to the log.
   * Null where the document is not open or has no text there, where it was cancelled, and where it went wrong.
   */
  async diagnose(uri: string, cancellation: CancellationToken, which?: WhichText): Promise<Diagnosis | null> {
    for (let kept = this.#find(uri, which); kept !== null; kept = this.#find(uri, which)) {
      const running = this.#diagnose(kept, cancellation);
      const diagnosis = await running.result;
      if (cancellation.isCancellationRequested) return null;
      // It stopped because the text is another one now, or because all who had asked before are gone.
      if (!running.stopped) return diagnosis;
    }
    return null;
  }

  /** Forgets what rests on facts that have changed: with it goes the last mention of a token that was cleared. */
  dropJudged(): void {
    this.#judged.clear();
    for (const { kept } of this.#kept.values()) {
      for (const each of kept) {
        each.judged = null;
        each.diagnosis = null;
      }
    }
  }

  /** Forgets a document that was closed. */
  drop(uri: string): void {
    this.#kept.delete(uri);
    this.#marks.drop(uri);
    this.#judged.drop(uri);
  }

  /** Works on the newest text, and on the next one where another one came meanwhile. */
  async #untilRead<Result>(uri: string, which: WhichText, work: (kept: Kept) => Promise<Result | null>): Promise<Result | null> {
    for (let kept = this.#find(uri, which); kept !== null; kept = this.#find(uri, which)) {
      const result = await work(kept);
      if (result !== null) return result;
    }
    return null;
  }

  /** The same of all texts of one version; null where it is not open, and where one of them has no result. */
  async #all<Result extends Reading>(uri: string, work: (index: number) => Promise<Result | null>): Promise<Result[] | null> {
    for (let open = this.#open(uri); open !== null; open = this.#open(uri)) {
      const { version, texts } = open;
      const found: Result[] = [];
      for (const { index } of texts) {
        const result = await work(index);
        // A text that a newer version does not have any more has none, either.
        if (result === null && this.#open(uri)?.version === version) return null;
        if (result?.text.version !== version) break;
        found.push(result);
      }
      if (found.length === texts.length) return found;
    }
    return null;
  }

  #isNewest({ text }: Kept): boolean {
    return this.#parts.documents.get(text.uri)?.version === text.version;
  }

  #find(uri: string, which: WhichText): Kept | null {
    const kept = this.#open(uri)?.kept ?? [];
    if (typeof which !== 'object') return kept[which ?? 0] ?? null;
    return kept.find(({ text }) => text.touches({ start: which, end: which })) ?? null;
  }

  #open(uri: string): KeptDocument | null {
    const open = this.#parts.documents.get(uri);
    if (open === undefined) return null;
    const { version, languageId } = open;
    const known = this.#kept.get(uri);
    if (known?.version === version && known.opened === open) return known;
    const served = serve(TextDocument.create(uri, languageId, version, open.getText()));
    const kept = served.texts.map((text): Kept => ({ text, reading: null, judged: null, diagnosis: null }));
    const keptDocument = { ...served, opened: open, version, kept };
    this.#kept.set(uri, keptDocument);
    return keptDocument;
  }

  #read(kept: Kept): Promise<Reading | null> {
    kept.reading ??= forgetting(this.#readText(kept), () => (kept.reading = null));
    return kept.reading;
  }

  async #readText(kept: Kept): Promise<Reading | null> {
    const { text } = kept;
    const turns: Turns = { pause: () => this.#parts.pause(), isWanted: () => this.#isNewest(kept) };
    const document = await this.#parts.judging.read(text.getText(), turns, text.literals, this.#marks.of(text));
    return document && { text, document };
  }

  #judge(kept: Kept): Promise<JudgedReading | null> {
    const revision = this.#parts.grounds.revisionFor(kept.text.uri);
    if (kept.judged?.revision === revision) return kept.judged.reading;
    const reading = forgetting(this.#judgeReading(kept, revision), () => {
      if (kept.judged?.reading === reading) kept.judged = null;
    });
    kept.judged = { revision, reading };
    return reading;
  }

  async #judgeReading(kept: Kept, revision: string): Promise<JudgedReading | null> {
    const { grounds } = this.#parts;
    // Before anything is awaited: what facts that change meanwhile have dropped does not come back.
    const { answers } = this.#judged.of(kept.text, revision);
    const reading = await this.#read(kept);
    if (reading === null) return null;
    const { document } = reading;
    // Nobody asks the client for the settings of a text that is no policy.
    const facts = document.root === null ? grounds.common : await grounds.factsFor(kept.text.uri);
    const path = document.root === null ? pathOf(document) : await grounds.pathFor(kept.text.uri, kept.text.index, document);
    const pause = async (): Promise<void> => {
      await this.#parts.pause();
      if (!this.#isNewest(kept)) throw new Outdated();
    };
    try {
      return { ...reading, judged: await this.#parts.judging.judge(path, facts, { kept: answers, pause }) };
    } catch (error) {
      if (error instanceof Outdated) return null;
      throw error;
    }
  }

  #diagnose(kept: Kept, cancellation: CancellationToken): SharedWork<Diagnosis | null> {
    const revision = this.#parts.grounds.revisionFor(kept.text.uri);
    const known = kept.diagnosis;
    if (known?.revision === revision && !known.work.stopped) {
      known.work.join(cancellation);
      return known.work;
    }
    const isNewest = (): boolean => this.#isNewest(kept);
    const work = new SharedWork<Diagnosis | null>(cancellation, isNewest, async signal => {
      try {
        return await this.#runRules(kept, revision, signal);
      } catch (error) {
        if (kept.diagnosis?.work === signal) kept.diagnosis = null;
        this.#parts.log.failure(words => words.diagnosisFailed(), error);
        return null;
      }
    });
    kept.diagnosis = { revision, work };
    return work;
  }

  async #runRules(kept: Kept, revision: string, signal: { readonly aborted: boolean }): Promise<Diagnosis | null> {
    const { findings: before } = this.#judged.of(kept.text, revision);
    const reading = await this.#judge(kept);
    if (signal.aborted || reading === null) return null;
    const { uri, version } = kept.text;
    const options = reading.document.root === null ? {} : await this.#parts.grounds.optionsFor(uri, signal);
    const findings = await this.#parts.judging.runRules(reading.judged, { ...options, kept: before });
    return signal.aborted ? null : { ...reading, id: `${version}.${revision}`, findings };
  }
}

/** Ends the judgement of a text that is another one now. */
class Outdated extends Error {}

/** What failed is not kept: who asks next tries again. */
function forgetting<Result>(work: Promise<Result>, forget: () => void): Promise<Result> {
  work.catch(forget);
  return work;
}
