/**
 * What the token panel shows: made by the server, carried by the extension, drawn by the page. Plain JSON; takes types of the core.
 *
 * Nothing here can carry the token's compact form or its signature: a view is header, claims and sentences about them.
 */
import type { Certainty, CheckName, FactSource, Finding, Fix, NextStep, Outcome, RuleCode, TokenPolicy } from './core/index.js';
import type { ComparedRow, ComparisonCard, Place, TokenCard } from './token-cards.js';

/** All that is shown of one document at one moment. */
export interface View {
  /** Unix seconds at which the view was made. */
  readonly now: number;
  /** Null while no token is set. */
  readonly token: TokenCard | null;
  /** Null while no policy document was ever in front. */
  readonly document: DocumentCard | null;
  /** One for each token policy of the document, in document order. */
  readonly policies: readonly PolicyCard[];
  /** What the diagnosis says about the document, in document order. */
  readonly findings: readonly FindingRow[];
  /** The metadata documents and key sets that matter here, at hand or not. */
  readonly sources: readonly SourceRow[];
  /** The paths of requests that meet the document; null where its folders do not say in which scope it is. */
  readonly paths: PathsCard | null;
  /** The token in force beside another one; null where nobody asked for that. */
  readonly comparison: ComparisonCard | null;
}

/** The paths of requests that meet the document: failures first, one of them in force. */
export interface PathsCard {
  readonly rows: readonly PathRow[];
  /** Which row is in force, from 0. */
  readonly inForce: number;
  /** How many paths were left out. */
  readonly more: number;
  /** What a request on the path in force passes, in its order, and the documents that say nothing about tokens. */
  readonly stations: readonly StationCard[];
  /** What is answered in each branch that is not decided, one sentence a `choose`. */
  readonly branches: readonly string[];
  /** What was not read of the files that say which paths there are, in a sentence or two; null where everything was. */
  readonly unread: string | null;
}

/** What comes of a path; `answered`: a policy of its own answers, whatever the token is. */
export type PathOutcome = Outcome | 'answered';

/** One path to choose from. */
export interface PathRow {
  /** Names it when it is chosen, for other documents and newer texts, too. */
  readonly key: string;
  /** "orders / get-order (product starter)". */
  readonly name: string;
  /** "401 audience"; null without a token. */
  readonly answer: string | null;
  readonly outcome: PathOutcome | null;
}

/**
 * What comes of a station: as its token policy answers; `answers` and `may-answer` where it answers itself; `not-read`; `silent` for a document
 * that says nothing about tokens; `not-reached` behind the answer; `waiting` without a token.
 */
export type StationCardOutcome = Outcome | 'answers' | 'may-answer' | 'not-read' | 'silent' | 'not-reached' | 'waiting';

/** One station of a path. */
export interface StationCard {
  /** "API orders", "fragment check-token". */
  readonly scope: string;
  /** "validate-jwt"; null for a document that says nothing about tokens. */
  readonly kind: string | null;
  readonly outcome: StationCardOutcome;
  /** Whether it stands in a branch whose condition is not decided. */
  readonly conditional: boolean;
  /** Whether it decides the answer. */
  readonly decides: boolean;
  /** Null where nothing is there. */
  readonly place: FilePlace | null;
}

/** A place in a file of the workspace. */
export interface FilePlace extends Place {
  readonly uri: string;
  /** The file's name below the folder of its API Management instance, for people. */
  readonly file: string;
}

/** The policy document and what the caller meets there. */
export interface DocumentCard {
  /** The file's name, for people. */
  readonly name: string;
  /** Null without a token, or where the document has no token policy. */
  readonly prediction: Verdict | null;
  /** Said in the place of the prediction where there is none: "This document has no token policy." */
  readonly notice: string | null;
}

/** The answer that the gateway is predicted to give. */
export interface Verdict {
  readonly outcome: Outcome;
  /** The status that the caller sees, with what limits it: "401", "200 as far as read"; null where it is not known. */
  readonly answer: string | null;
  /** The cause, in one sentence. */
  readonly headline: string;
  /** What was not read and may answer otherwise, with its lines; null where everything was read. */
  readonly notRead: string | null;
  /** Where the first of that stands in the document; null where it stands in none, or in another one. */
  readonly notReadAt: Place | null;
  /** What the caller sees, and why it can differ from what the gateway finds; null where there is nothing to add. */
  readonly detail: string | null;
  /** Which token policy decides; null where none does. */
  readonly policy: number | null;
  /** The value that is refused beside the one that would be accepted; null where the cause is not that. */
  readonly difference: Difference | null;
  /** What cures the check that is reported; null where nothing is reported or no cure is known. */
  readonly cure: Cure | null;
  /** Why it is so, where another file decides; null where this one does, and where nothing more is known. */
  readonly cause: Cause | null;
}

/** The finding in another file that a verdict rests on. */
export interface Cause {
  /** Its title: the cause and what to do, in one sentence or two. */
  readonly title: string;
  /** Where it stands; where it has fixes, where they are offered. */
  readonly place: FilePlace;
  /** "Show fixes"; null where the editor offers none there. */
  readonly fixes: string | null;
  /** What the gateway answers after the first of the fixes: "→ 200"; null where that is not known. */
  readonly after: string | null;
}

/** Two values that should be one. */
export interface Difference {
  /** The claim or the member of the header. */
  readonly name: string;
  /** Null where the token has no such claim. */
  readonly found: string | null;
  /** Of the accepted values the one that is most like it. */
  readonly wanted: string;
  /** How many others are accepted. */
  readonly others: number;
  readonly place: Place | null;
}

/** What cures a refusal: an edit of the policy, another token, or what is done in another document of the path. */
export type Cure =
  | { readonly kind: 'fixes'; readonly fixes: readonly FixOffer[] }
  /** `step`: the step of the view's findings that tells how to get one; null where none has something to copy. */
  | { readonly kind: 'token'; readonly words: string; readonly step: StepPlace | null }
  /** A step by hand that has something to copy: no edit is certain enough. */
  | { readonly kind: 'step'; readonly step: StepPlace }
  /** `station`: of the path, from 0. */
  | { readonly kind: 'elsewhere'; readonly station: number };

/** A step of a finding of the view, both counted from 0. */
export interface StepPlace {
  readonly finding: number;
  readonly step: number;
}

/** One fix, as a button offers it. */
export interface FixOffer extends Pick<Fix, 'title' | 'code' | 'widens'> {
  /** The code of the finding that it cures. */
  readonly finding: RuleCode;
  /** "Rewrite line 9", "Add the audience to the policy". */
  readonly label: string;
  /** What the gateway answers then: "→ 200 if the signature is right"; null where that is not known. */
  readonly after: string | null;
  /** Whether the token in force is refused for certain afterwards, too. */
  readonly fails: boolean;
}

/** One token policy and its checks. */
export interface PolicyCard {
  /** Its place among the document's token policies, from 0. */
  readonly index: number;
  readonly kind: TokenPolicy['kind'];
  readonly place: Place;
  /** "inbound"; null where it stands in no section. */
  readonly section: TokenPolicy['section'];
  /** "If this branch of choose is taken: …"; null where it stands in no choose. */
  readonly condition: string | null;
  /** Null without a token. */
  readonly prediction: PolicyVerdict | null;
  /** What it compares of the token; empty without one. */
  readonly compared: readonly ComparedRow[];
}

export interface PolicyVerdict {
  readonly outcome: Outcome;
  /** "accepts", "refuses (401)": a status alone is said of a request, never of a policy. */
  readonly answer: string;
  /** What the gateway reports; null unless the outcome is `fail`. */
  readonly reports: ReportCard | null;
  /** Every check, in the gateway's order. */
  readonly checks: readonly CheckRow[];
}

interface ReportCard {
  readonly check: CheckName;
  readonly idx: string | null;
  /** The gateway's own text; null where none is known. */
  readonly message: string | null;
  /** What it may report instead. */
  readonly alternatives: readonly AlternativeReport[];
}

interface AlternativeReport {
  /** The check, in words. */
  readonly label: string;
  readonly idx: string | null;
  /** On what it depends, in one sentence of our own. */
  readonly because: string;
}

export interface CheckRow {
  readonly check: CheckName;
  /** "Issuer". */
  readonly label: string;
  readonly outcome: Outcome;
  readonly certainty: Certainty;
  /** Why it came out so, in one or two sentences; null where it passes plainly. */
  readonly sentence: string | null;
  readonly idx: string | null;
  /** The gateway's own text; null where none is known. */
  readonly gatewayText: string | null;
  /** The documents and values that would settle the check. */
  readonly missing: readonly string[];
  /** Where in the policy the cause stands; null where no one place does. */
  readonly place: Place | null;
}

/** One finding of the diagnosis. */
export interface FindingRow extends Pick<Finding, 'code' | 'severity' | 'title' | 'detail' | 'gatewayText' | 'policy'> {
  /** What to do, the first thing first. */
  readonly steps: readonly NextStep[];
  readonly place: Place;
  /** The check that it is about; null where it is about the policy alone. */
  readonly check: CheckName | null;
  /** Whether the editor offers at least one fix there. */
  readonly fixable: boolean;
}

/** One metadata document or key set. */
export interface SourceRow {
  readonly address: string;
  readonly document: 'configuration' | 'keys';
  /** Why it matters: "named by the policy", "the token's issuer". */
  readonly purpose: string;
  /** Null while it is not at hand. */
  readonly from: FactSource['from'] | null;
  /** How and when it came, or was last tried: "fetched 3 minutes ago"; null while it was never asked for. */
  readonly moment: string | null;
  /** What was wrong with it, in one sentence. */
  readonly problem: string | null;
  /** The issuer that the document names, or how many keys it has; null while it is not at hand. */
  readonly summary: string | null;
}

/** One code or text of a gateway's error, explained. */
export interface ErrorExplanation {
  /** Null where the text has no code. */
  readonly idx: string | null;
  /** What of the text is expected for the token in force anyway, in one sentence; null where nothing is, or where nothing can be compared. */
  readonly matches: string | null;
  /** Who answered, in one sentence. */
  readonly answeredBy: string;
  readonly explanation: string;
  /** Never empty. */
  readonly cures: readonly string[];
  /** What to do, the first thing first, with what there is to copy for it; the cures where the text holds no values for more. */
  readonly nextSteps: readonly NextStep[];
  /** Where in the policy document the cause stands; null where it cannot be told. */
  readonly place: Place | null;
  /** What was found in the policy document that is about the same thing, the likeliest first. */
  readonly findings: readonly RelatedFinding[];
}

/** A finding of the policy document that an error text is about. */
export interface RelatedFinding {
  readonly code: string;
  /** The cause and what to do, in at most 120 characters. */
  readonly title: string;
  /** All of it in one line. */
  readonly message: string;
  readonly place: Place;
  /** The title of its first fix; null where no edit of the policy cures it. */
  readonly fix: string | null;
}
