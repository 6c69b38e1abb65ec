// What the view says of the token in force, and of another one beside it. Plain JSON; takes types of the core.
import type { CheckName, ClaimLine, Outcome, TokenKind, TokenView } from './core/index.js';

/** A place in the policy document: UTF-16 code units, end exclusive, and the line (from 1) for reading. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** The token in plain words: its kind, what the pasted text was cleaned of, who issued it for whom, its times. */
export interface TokenCard extends Pick<TokenView, 'kind' | 'kindLabel' | 'kindReason' | 'problem' | 'cleaned' | 'summary' | 'times'> {
  /** Tells it from every other one. */
  readonly id: string;
  /** Whether the token was minted here for the sample. */
  readonly sample: boolean;
  readonly header: readonly ClaimRow[];
  /** Those that fit the filter, as many as somebody reads. */
  readonly claims: readonly ClaimRow[];
  /** How many claims the token has, and how many of those that fit the filter were left out. */
  readonly count: number;
  readonly more: number;
  /** Header and payload as JSON; null until somebody asks for them. */
  readonly json: TokenJson | null;
}

interface TokenJson {
  readonly header: string;
  readonly claims: string;
  /** Whether what is very long was cut. */
  readonly cut: boolean;
}

/** Of what a claim tells. */
export type ClaimGroup = 'issuer' | 'audience' | 'times' | 'client' | 'rights' | 'person' | 'other';

/** One claim or one member of the header. */
export interface ClaimRow extends Pick<ClaimLine, 'name' | 'meaning' | 'note' | 'personal'> {
  /** As text, the end of a very long one cut; null where it may tell who a person is and nobody asked for such values. */
  readonly value: string | null;
  /** How many entries it has; null where it is no list. */
  readonly entries: number | null;
  /** How long it is, in UTF-16 code units, before it was cut. */
  readonly length: number;
  /** The moment that it is, in Unix seconds; null where it is none. */
  readonly at: number | null;
  readonly group: ClaimGroup;
}

/** One claim that a token policy compares, hidden from nobody: with what came of it. */
export interface ComparedRow {
  readonly name: string;
  readonly part: TokenPart;
  readonly check: CheckName;
  readonly outcome: Outcome;
  /** What the token has; null where it has no such member. */
  readonly value: string | null;
  readonly entries: number | null;
  readonly at: number | null;
  /** The accepted values, the one most like the token's first; empty where any will do or the clock decides. */
  readonly wanted: readonly string[];
  readonly meaning: string | null;
  /** Where the policy says so; null where it says nothing of it. */
  readonly place: Place | null;
}

/** Two tokens of the session, claim by claim. */
export interface ComparisonCard {
  /** The kind of the other one: the token in force is the first. */
  readonly kind: TokenKind;
  /** What differs first. */
  readonly rows: readonly ComparisonRow[];
  /** How many rows were left out. */
  readonly more: number;
}

/** One member of either token, with what it has there; null where it has none, or where the value is hidden. */
export interface ComparisonRow {
  readonly name: string;
  readonly part: TokenPart;
  readonly own: string | null;
  readonly other: string | null;
  readonly differs: boolean;
  /** Whether the values are kept back because they may tell who a person is. */
  readonly hidden: boolean;
}

export type TokenPart = 'header' | 'claims';
