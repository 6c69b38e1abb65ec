import type { Literals } from '../expression/literals.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import { readPolicies } from '../policy/read-policies.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import { LineMap, type LinePosition } from '../text/line-map.js';

/** A file, by the path that its user gives it, and its text or what gives it: nothing is read that nobody asks for. */
export interface ScopeFile {
  readonly path: string;
  readonly text: string | (() => string);
}

/** Where a policy stands in its file. */
export interface PolicyText {
  /** As XML. */
  readonly text: string;
  /** Where an offset of it stands in the file: UTF-16 code units. */
  readonly offsetInFile: (offset: number) => number;
  /** Where a `${` or `%{` means itself. */
  readonly literals?: Literals;
}

/** How a policy stands among the scopes: what it is called there, and what it is of its file. */
interface SourceOptions {
  /** What it is called among the scopes; absent where its file's path is its name. */
  readonly key?: string;
  /** Finds it in the text of the file; absent where it is the whole file. */
  readonly extract?: (file: string) => PolicyText | null;
  /** Why there is nothing to read, although the scope has a policy. */
  readonly standsFor?: 'absent' | 'not-plain';
}

/** One policy of a file. It is read and parsed when somebody first asks, and then no more. */
export class ScopeSource {
  /** The file. */
  readonly path: string;
  /** What it is called among the scopes: the path, where the file holds it alone. */
  readonly key: string;
  /** Whether the file is the policy, and nothing else. */
  readonly isWholeFile: boolean;
  /** Why there is nothing to read, although the scope has a policy; null for every other. */
  readonly standsFor: 'absent' | 'not-plain' | null;
  readonly #file: ScopeFile;
  readonly #extract: (file: string) => PolicyText | null;
  #read: Reading | null = null;

  constructor(file: ScopeFile, { key = file.path, extract = wholeFile, standsFor }: SourceOptions = {}) {
    this.path = file.path;
    this.key = key;
    this.isWholeFile = extract === wholeFile;
    this.standsFor = standsFor ?? null;
    this.#file = file;
    this.#extract = extract;
  }

  /** The text of the file; empty where it cannot be read. */
  get fileText(): string {
    return this.#reading.file;
  }

  /** What the policy says; it has no root where the file holds none. */
  get document(): PolicyDocument {
    return this.#reading.document;
  }

  /** Whether somebody has asked for the document. */
  get isParsed(): boolean {
    return this.#read !== null;
  }

  /** Whether its text is given by that. */
  holds(text: ScopeFile['text']): boolean {
    return this.#file.text === text;
  }

  /** The same place with another text in it. */
  withText(text: string | (() => string)): ScopeSource {
    return new ScopeSource({ path: this.path, text }, { key: this.key, extract: this.#extract });
  }

  /** The same place with its document as an edit leaves it. In a file that holds more than the document, places are those of before. */
  withDocument(document: PolicyDocument): ScopeSource {
    const { text } = document;
    const isWhole = this.#extract === wholeFile;
    const other = new ScopeSource(isWhole ? { path: this.path, text } : this.#file, { key: this.key, extract: this.#extract });
    other.#read = { ...this.#reading, ...(isWhole ? { file: text, lines: null } : {}), document, policies: null };
    return other;
  }

  /** Where an offset of the document stands in the file. */
  offsetInFile(offset: number): number {
    return this.#reading.offsetInFile(offset);
  }

  /** Line and column in the file, of an offset of the document. */
  placeOf(offset: number): LinePosition {
    const reading = this.#reading;
    reading.lines ??= new LineMap(reading.file);
    return reading.lines.positionAt(reading.offsetInFile(offset));
  }

  /** The token policy that begins at an offset of the document. */
  tokenPolicyAt(start: number): TokenPolicy | undefined {
    const reading = this.#reading;
    reading.policies ??= new Map(reading.document.tokenPolicies.map(policy => [policy.start, policy]));
    return reading.policies.get(start);
  }

  get #reading(): Reading {
    this.#read ??= read(this.#file, this.#extract);
    return this.#read;
  }
}

interface Reading extends Pick<PolicyText, 'offsetInFile'> {
  readonly file: string;
  readonly document: PolicyDocument;
  lines: LineMap | null;
  policies: Map<number, TokenPolicy> | null;
}

function read(file: ScopeFile, extract: (file: string) => PolicyText | null): Reading {
  const text = readText(file) ?? '';
  const policy = extract(text) ?? { text: '', offsetInFile: () => 0 };
  return {
    file: text,
    document: readPolicies(policy.text, policy.literals),
    offsetInFile: policy.offsetInFile,
    lines: null,
    policies: null,
  };
}

/** The text of a file; null where it cannot be had. */
export function readText({ text }: ScopeFile): string | null {
  if (typeof text === 'string') return text;
  try {
    return text();
  } catch {
    return null;
  }
}

function wholeFile(text: string): PolicyText {
  return { text, offsetInFile: offset => offset };
}
