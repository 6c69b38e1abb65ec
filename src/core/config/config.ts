import type { Severity } from '../finding.js';
import type { RuleCode } from '../rule-codes.js';
import type { IgnorePattern } from './is-ignored.js';
import type { LinePosition } from '../text/line-map.js';
import type { Span } from '../text/span.js';
import type { ReadValue } from '../values/value-file.js';

/** The name of the file, wherever it stands. */
export const configName = '.apim-token-doctor.json';

/** The longest config that is read, in UTF-16 code units. */
export const longestConfig = 262_144;

/** What is wrong with a config. Whatever it is about counts for nothing; the rest counts. */
export interface ConfigProblem extends Span, LinePosition {
  readonly code:
    | 'too-large'
    | 'not-json'
    | 'too-deep'
    | 'not-an-object'
    | 'unknown-member'
    | 'not-from-here'
    | 'twice'
    | 'not-a-list'
    | 'not-a-text'
    | 'unknown-rule'
    | 'wrong-severity'
    | 'wrong-pattern'
    | 'wrong-path'
    | 'wrong-name'
    | 'too-long'
    | 'too-many'
    | 'unknown-set'
    | 'not-read';
  /** `error` where nothing of the config counts. */
  readonly severity: Extract<Severity, 'error' | 'warning'>;
  /** What it is about; null where the place says so. */
  readonly name: string | null;
  /** The name that was perhaps meant; null where none is near. */
  readonly near: string | null;
}

/** A file with values that a config names. */
export interface ConfigFile extends Span, LinePosition {
  /** From the config's folder, with slashes: no step leads out of it, or into what is hidden. */
  readonly path: string;
  /** The set that its values belong to; null where its own name says so, or where they belong to all. */
  readonly set: string | null;
}

/** A value that a config gives. */
export interface ConfiguredValue extends ReadValue {
  /** Null where it belongs to every set. */
  readonly set: string | null;
}

/** What a config says. It comes with a repository: it names no host, no document, and nothing outside its folder. */
export interface Config {
  readonly severities: Readonly<Partial<Record<RuleCode, Severity | 'off'>>>;
  /** What is not looked at, by its path from the folder of the config. */
  readonly ignore: readonly IgnorePattern[];
  readonly values: readonly ConfiguredValue[];
  readonly files: readonly ConfigFile[];
  /** The sets that it names. */
  readonly sets: readonly string[];
  /** Null where it puts none in force. */
  readonly inForce: ConfiguredSet | null;
  readonly problems: readonly ConfigProblem[];
}

/** The set that a config puts in force. */
export interface ConfiguredSet extends Span, LinePosition {
  readonly name: string;
}
