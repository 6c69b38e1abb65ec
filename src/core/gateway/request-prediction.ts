import type { TokenPolicy } from '../policy/token-policy.js';
import type { Gap, MetDocument, Statement } from '../scopes/statement.js';
import type { Span } from '../text/span.js';
import type { CheckName, Outcome, Prediction } from './prediction.js';
import type { Reason } from './reason.js';

/** A place on a path: an element of one of its documents. */
export interface PathPlace extends Span {
  readonly at: MetDocument;
}

/** What a station does to the request: what its token policy answers, that it always answers itself, or that it may. */
export type StationOutcome = Outcome | 'answers' | 'may-answer' | 'not-read';

/** Something on a path that may answer the request. */
export interface Station {
  /** Null where nothing is there: a scope without a file. */
  readonly place: PathPlace | null;
  /** The name of the element: `validate-jwt`, `return-response`, `base`, `include-fragment`. */
  readonly kind: string;
  readonly outcome: StationOutcome;
  /** Whether it stands in a branch whose condition is not decided. */
  readonly conditional: boolean;
  /** The token policy and what it answers; null for any other station. */
  readonly judged: PolicyOnPath | null;
}

/** A token policy on a path, with what it answers. */
export interface PolicyOnPath {
  readonly policy: TokenPolicy;
  readonly at: MetDocument;
  readonly prediction: Prediction;
}

/** What could not be followed before the answer, or not with certainty. */
export interface PathNotRead {
  readonly kind: Gap['kind'] | 'expression' | 'condition';
  /** A fragment's id, a scope, the expression or the condition in its first 80 characters. */
  readonly name: string | null;
  readonly place: PathPlace | null;
  /** Why; null for an expression and a condition. */
  readonly reason: Gap['reason'] | null;
}

/** What is answered if one branch of an undecided `choose` is taken, all else being as predicted. */
export interface BranchAnswer {
  /** The condition in its first 80 characters; null for `otherwise`, written or not. */
  readonly condition: string | null;
  /** The `choose`. */
  readonly place: PathPlace;
  /** Null where a policy of its own answers. */
  readonly outcome: Outcome | null;
  /** Null where it is not known. */
  readonly status: number | null;
  readonly check: CheckName | null;
}

/** What answers in the end. */
export interface PathAnswer {
  /** What the token's part in it is; null where a policy of its own ends the path, whatever the token is. */
  readonly outcome: Outcome | null;
  /** Whether all before it was read and is decided: else a refusal comes here at the latest. */
  readonly certain: boolean;
  /** The status that the caller gets; null where it is not known. */
  readonly status: number | null;
  /** The token policy that decides; null where none does. */
  readonly policy: PolicyOnPath | null;
  /** Where it is decided: the token policy, or what ends the path. */
  readonly decidedBy: PathPlace | null;
  /** What stands between the token policies' answers and the caller's. */
  readonly because: Reason | null;
}

/** What one request with one token meets. */
export interface RequestPrediction {
  readonly answer: PathAnswer;
  /** In the order in which they run, until the answer. */
  readonly stations: readonly Station[];
  readonly branches: readonly BranchAnswer[];
  readonly notRead: readonly PathNotRead[];
}

/** The place of a statement; null where nothing is there. */
export function placeOf({ at, element }: Statement): PathPlace | null {
  return at === null || element === null ? null : { at, start: element.start, end: element.end };
}
