import type { Certainty } from './certainty.js';
import type { NextStep } from './next-step.js';
import type { RuleCode } from './rule-codes.js';
import type { Span } from './text/span.js';

/** The mildest first. */
export const severities = ['hint', 'information', 'warning', 'error'] as const;

export type Severity = (typeof severities)[number];

/** Meaning that a fix or an editor needs; never a token, never an unrelated personal claim. */
export type FindingData = { readonly [name: string]: string | number | boolean | null | readonly string[] };

/** A value from outside the document on which a finding rests. */
export interface FindingValue {
  readonly kind: 'named-value' | 'template';
  readonly name: string;
  /** Null where it may not be shown. */
  readonly value: string | null;
  /** `option`: the command line; `input`: somebody typed it into the editor; null where nobody said. */
  readonly source: 'file' | 'setting' | 'option' | 'input' | null;
  /** The file; null where it came from none. */
  readonly path: string | null;
  /** Counted from 1. */
  readonly line: number | null;
  /** The set that it belongs to; null for all of them. */
  readonly set: string | null;
}

/** One diagnostic. */
export interface Finding extends Span {
  /** The code of the rule that found it. */
  readonly code: RuleCode;
  readonly severity: Severity;
  /** All of it in one line: title, detail and the gateway's text. */
  readonly message: string;
  /** The cause and what to do, in at most 120 characters. */
  readonly title: string;
  /** What else there is to know; null where the title says it all. */
  readonly detail: string | null;
  /** The gateway's own words, on one line; null where it has none or they are not known. */
  readonly gatewayText: string | null;
  /** What to do, the first thing first; empty where the title says it. */
  readonly nextSteps: readonly NextStep[];
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;
  /** Which token policy of the document it is about; null where it is about the document. */
  readonly policy: number | null;
  readonly certainty: Certainty;
  readonly data: FindingData;
  /** The values on which it rests: with others, it might not be there. */
  readonly from: readonly FindingValue[];
}
