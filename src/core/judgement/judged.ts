// What everybody asks of a policy document and its facts.
import type { Facts } from '../facts.js';
import type { Prediction } from '../gateway/prediction.js';
import type { Memory } from '../gateway/memory.js';
import type { Reach } from '../gateway/reach.js';
import type { readAddress } from '../microsoft/read-address.js';
import type { KnownElement } from '../policy/known-elements.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import type { Path } from '../scopes/path.js';
import type { LineMap } from '../text/line-map.js';
import type { Span } from '../text/span.js';
import type { Discretion } from './discretion.js';
import type { Verdict } from './verdict.js';

/**
 * One token policy by itself: what a rule of scope `policy` sees of it. Neither the document around it is there nor the clock, so that what such a
 * rule says holds for as long as the text of the token policy, the facts, its prediction and all that the rule asks for stay the same.
 */
export interface PolicyAlone {
  readonly facts: Omit<Facts, 'now'>;
  readonly policy: TokenPolicy;
  /** It and everything below it that the table of elements knows, in document order; worked out when somebody asks. */
  readonly elements: () => readonly KnownElement[];
  /** The text of a stretch of it. */
  readonly textOf: (stretch: Span) => string;
  /** What the gateway answers here to the token of the facts; null without one. */
  readonly prediction: Prediction | null;
  /** Whether the token comes to it. */
  readonly reach: Reach;
  /** What the prediction worked out of the token, for who predicts a part of it again. */
  readonly memory: Memory;
  /** Each address is read at most once for all the document's token policies: mostly they name the same. */
  readonly readAddress: typeof readAddress;
  /** What a later folder works out of it, at most once: the work itself is its name, so it must be the same function each time. */
  readonly once: <Result>(work: (policy: PolicyAlone) => Result) => Result;
  /**
   * What has to be known of the document around it, by the same rule. The answer is noted: what was said of the token policy is kept only while each
   * answer stays as it was.
   */
  readonly ask: <Answer extends PlainAnswer>(question: Question<Answer>) => Answer;
}

/** What can be compared with what it was. */
export type PlainAnswer = string | number | boolean | null;

/** A question about the document around a token policy. */
export type Question<Answer extends PlainAnswer = PlainAnswer> = (policy: JudgedPolicy) => Answer;

/** One token policy with all that is known of it. */
export interface JudgedPolicy extends PolicyAlone {
  /** The document that it stands in, the values that are known filled in. */
  readonly document: PolicyDocument;
  readonly facts: Facts;
  /** Its place among the document's token policies, from 0. */
  readonly index: number;
  readonly once: Once;
  /** What was asked so far about the document around it, with the answers. */
  readonly asked: ReadonlyMap<Question, PlainAnswer>;
  /** What is worked out of the whole document, at most once for all its token policies, by the same rule. */
  readonly onceOfDocument: OnceOfDocument;
  /** The same with every value as the policy writes it; null where nothing was filled in. */
  readonly written: JudgedPolicy | null;
}

/** Gives what the work makes of the document, as it came out the first time; the same for all of its token policies. */
export type OnceOfDocument = <Result>(work: (document: PolicyDocument) => Result) => Result;

/** Gives what the work makes of the token policy, as it came out the first time. */
export type Once = <Result>(work: (policy: JudgedPolicy) => Result) => Result;

/** A path and its facts, judged. It is true for that text and those facts, and is thrown away with them. */
export interface Judged {
  /** Its documents as they are written. */
  readonly path: Path;
  /** The path's own document: the one that is asked about. The values that are known are filled in, and every span is that of the text as it is written. */
  readonly document: PolicyDocument;
  readonly facts: Facts;
  readonly lines: LineMap;
  /** The document's token policies, in its order. */
  readonly policies: readonly JudgedPolicy[];
  /** What the caller meets. Null without a token, and where the text is no policy document. */
  readonly verdict: Verdict | null;
  /** What a later folder works out of the document, at most once, as of its token policies. */
  readonly onceOfDocument: OnceOfDocument;
  /** Keeps back, in what is said, values that nobody may see. */
  readonly discretion: Discretion;
  /** The same with every value as the document writes it; null where nothing was filled in. */
  readonly written: Judged | null;
  /**
   * The same document as if no value were known, and without a token's predictions: what is said of it, too, rests on no value. Null where
   * nothing was filled in. Worked out when somebody asks; no getter, because the engine keeps what an object's own getter sees until it cleans up thoroughly.
   */
  readonly bare: () => Judged | null;
}

/** What was judged, with every value as the document writes it: what is shown of it, and what a fix starts from. */
export function withoutValues<Of extends { readonly written: Of | null }>(judged: Of): Of {
  return judged.written ?? judged;
}
