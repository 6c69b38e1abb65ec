import type { Certainty } from '../certainty.js';
import type { TokenKind } from './token.js';

/**
 * A token in plain words, for a panel or a terminal: plain JSON data, without compact form and without signature.
 * `viewToken` makes it.
 */
export interface TokenView {
  readonly kind: TokenKind;
  /** The kind in words: "External ID access token, version 1.0 form". */
  readonly kindLabel: string;
  /** Why it was taken for that kind, in one sentence. */
  readonly kindReason: string;
  readonly kindCertainty: Certainty;
  /** One sentence where the text is no readable token; then everything below may be empty. */
  readonly problem: string | null;
  /** What was taken off the pasted text, each as a short phrase: "the word Bearer". */
  readonly cleaned: readonly string[];
  /** Who issued it, for which API, by which client, for whom: in reading order. */
  readonly summary: readonly SummaryLine[];
  /** In the order of time of the claims' meaning: issued, valid from, expires. */
  readonly times: readonly TimeLine[];
  /** One sentence about the life of the token: "Expires in 41 minutes."; null without claims. */
  readonly lifetime: string | null;
  /** Unix seconds; null where the token does not say. */
  readonly notBefore: number | null;
  readonly expires: number | null;
  readonly header: readonly ClaimLine[];
  readonly claims: readonly ClaimLine[];
}

/** "Issued by | Entra External ID, tenant 1111… | https://…". */
export interface SummaryLine {
  readonly label: string;
  /** In words. */
  readonly words: string;
  /** What the token says, verbatim; null where the words say it all. */
  readonly value: string | null;
  /** The claim that it comes from; null where it is a deduction from several. */
  readonly claim: string | null;
}

/** One moment of the token's life. */
export interface TimeLine {
  /** `iat`, `nbf`, `exp` or `auth_time`. */
  readonly claim: string;
  /** "Expires". */
  readonly label: string;
  /** Unix seconds. */
  readonly at: number;
  /** "in 41 minutes". */
  readonly words: string;
  /** "2026-11-23 16:24:10 UTC". */
  readonly moment: string;
  /** `bad`: this moment makes the token invalid now. `soon`: it will within five minutes, or did within the last five, where clock tolerances reach. */
  readonly state: 'good' | 'soon' | 'bad';
}

/** One claim, or one member of the header. */
export interface ClaimLine {
  readonly name: string;
  /** The value as text: strings as they are, everything else as JSON. */
  readonly value: string;
  /** One sentence; null where the meaning is not known here. */
  readonly meaning: string | null;
  /** The value in words (a time, a known application's name); null where it speaks for itself. */
  readonly note: string | null;
  /** Whether it tells who a person is. A claim that is not known here counts as personal, because nobody can tell. */
  readonly personal: boolean;
  /** Where the meaning was read; null where it is not known. */
  readonly source: string | null;
}
