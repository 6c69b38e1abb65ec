import type { Finding } from '../finding.js';
import type { Prediction } from '../gateway/prediction.js';
import type { Reach } from '../gateway/reach.js';
import type { Judged, JudgedPolicy, PlainAnswer, Question } from '../judgement/judged.js';
import type { Catalogue } from '../messages/catalogue.js';
import { knowsSame } from '../policy/resolve-document.js';
import type { KnownTexts } from '../policy/resolve-value.js';
import type { Rule } from '../rules/rule.js';
import { cutAllLoose, cutLoose } from '../text/cut-loose.js';
import type { DiagnoseOptions } from './run-rules.js';

/** What is the same for all token policies of a document, and decides how a finding comes out. */
interface Grounds {
  readonly rules: readonly Rule[];
  /** As JSON. */
  readonly severities: string;
  readonly catalogue: Catalogue;
  readonly hidden: ReadonlyMap<string, string>;
  /** Which values are known may depend on what else the text names. */
  readonly known: KnownTexts;
}

/** What was said of a token policy, and all that it rests on besides its text, the facts and the grounds. */
interface Said {
  /** Where the token policy stood; the findings have their places from there. */
  readonly start: number;
  readonly place: string;
  readonly reach: Reach;
  readonly prediction: Prediction | null;
  /** What the rules asked about the document around it, as it is and as if no value were known. */
  readonly asked: readonly [own: ReadonlyMap<Question, PlainAnswer>, bare: ReadonlyMap<Question, PlainAnswer>];
  readonly findings: readonly Finding[];
}

/** One diagnosis: what was said before of a token policy, and what is to be kept of it. */
interface Round {
  /** What was said of it, at the place where it stands now; null where something is another than it was. */
  find(policy: JudgedPolicy): Finding[] | null;
  keep(policy: JudgedPolicy, findings: readonly Finding[]): void;
  /** All was said: what nobody asked for is forgotten. */
  end(): void;
}

/**
 * What is said of the token policies of one document, from one diagnosis to the next, by their texts: the rules of scope `policy` see nothing else of a
 * document but what they ask for (`PolicyAlone`), so that they run again only where the text, the prediction, the place or an answer is another one. Who
 * keeps it throws it away when a fact changes. The clock is no such fact: what it changes is in the prediction (`KeptAnswers`).
 */
export class KeptFindings {
  #grounds: Grounds | null = null;
  #said = new Map<string, Said>();

  /** Begins a diagnosis; null where nothing is kept: of a text that breaks, or that a host fills in, the same piece may mean something else elsewhere. */
  begin(judged: Judged, rules: readonly Rule[], { severities = {} }: DiagnoseOptions): Round | null {
    const { document, discretion, lines, facts } = judged;
    if (document.break !== null || document.literals.size > 0) return null;
    const { catalogue, hidden } = discretion;
    const known: KnownTexts = { namedValues: facts.namedValues, templateValues: facts.templateValues };
    const grounds: Grounds = { rules, severities: JSON.stringify(severities), catalogue, hidden, known };
    if (this.#grounds === null || !isSame(this.#grounds, grounds)) this.#said = new Map();
    this.#grounds = grounds;
    const said = this.#said;
    const met = new Set<string>();
    const textOf = ({ policy: { start, end } }: JudgedPolicy): string => document.text.slice(start, end);
    return {
      find: about => {
        const text = textOf(about);
        met.add(text);
        const known = said.get(text);
        if (known === undefined || !holds(known, about, judged)) return null;
        const by = about.policy.start - known.start;
        return known.findings.map(finding => {
          const start = finding.start + by;
          return { ...finding, start, end: finding.end + by, ...lines.positionAt(start), policy: about.index };
        });
      },
      keep: (about, findings) => {
        const { policy, reach, prediction, asked } = about;
        const bare = judged.written === null ? undefined : judged.bare()?.policies[about.index];
        said.set(cutLoose(textOf(about)), {
          start: policy.start,
          place: placeOf(about),
          reach,
          prediction,
          asked: [new Map(asked), new Map(bare?.asked)],
          findings: cutAllLoose(findings),
        });
      },
      end: () => {
        for (const text of said.keys()) if (!met.has(text)) said.delete(text);
      },
    };
  }
}

function isSame(one: Grounds, other: Grounds): boolean {
  const { rules, severities, catalogue, hidden } = one;
  if (rules !== other.rules || severities !== other.severities || catalogue !== other.catalogue) return false;
  if (!knowsSame(one.known, other.known)) return false;
  return hidden.size === other.hidden.size && [...hidden].every(([text, written]) => other.hidden.get(text) === written);
}

function holds({ place, reach, prediction, asked: [own, ofBare] }: Said, about: JudgedPolicy, { bare }: Judged): boolean {
  if (reach !== about.reach || prediction !== about.prediction || place !== placeOf(about)) return false;
  return isAnswered(own, about) && (ofBare.size === 0 || isAnswered(ofBare, bare()?.policies[about.index]));
}

/** Whether each question has the answer that it had. */
function isAnswered(asked: ReadonlyMap<Question, PlainAnswer>, about: JudgedPolicy | undefined): boolean {
  return [...asked].every(([question, answer]) => about?.ask(question) === answer);
}

/** What a token policy itself tells of its place. */
function placeOf({ policy: { section, chooses } }: JudgedPolicy): string {
  return `${String(section)} ${JSON.stringify(chooses)}`;
}
