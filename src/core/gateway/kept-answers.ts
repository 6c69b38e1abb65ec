import type { Facts } from '../facts.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import { knowsSame } from '../policy/resolve-document.js';
import type { KnownTexts } from '../policy/resolve-value.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import { cutAllLoose, cutLoose } from '../text/cut-loose.js';
import { openMemory, type Memory } from './memory.js';
import type { Prediction } from './prediction.js';

interface KeptAnswer {
  /** The moment for which it was predicted (Unix seconds). */
  readonly now: number;
  readonly prediction: Promise<Prediction>;
}

/**
 * What the token policies of one document answer, from one judgement to the next: one whose text did not change is not predicted again. Who keeps
 * it throws it away when a fact changes, and when a moment of the token passes.
 */
export class KeptAnswers {
  #answers = new Map<string, KeptAnswer>();
  #known: KnownTexts = {};
  #memory: Memory | null = null;

  /** What was worked out of the token: it is the same in the next judgement. */
  memoryOf(facts: Facts): Memory {
    if (this.#memory === null || (facts.keyRing !== undefined && this.#memory.keyRing !== facts.keyRing)) this.#memory = openMemory(facts);
    return this.#memory;
  }

  /** Begins a judgement: of each text `predict` is asked at most once. What the judgement does not ask for is forgotten when it ends; one that never does forgets nothing. */
  begin(document: PolicyDocument, facts: Facts): AnsweringJudgement {
    // Of a text that breaks, or that a host fills in, the same piece may mean something else elsewhere.
    if (document.break !== null || document.literals.size > 0) return { answer: (_, predict) => predict(), end: () => undefined };
    const { now, namedValues, templateValues } = facts;
    // Which values are known may depend on what else the text names.
    if (!knowsSame(this.#known, facts)) this.#answers = new Map();
    this.#known = { namedValues, templateValues };
    const answers = this.#answers;
    const asked = new Set<string>();
    const answer: AnsweringJudgement['answer'] = async ({ start, end }, predict) => {
      const text = document.text.slice(start, end);
      const known = answers.get(text);
      const answer =
        known !== undefined && (known.now === now || isTimeless(await known.prediction))
          ? known
          : { now, prediction: predict().then(cutAllLoose) };
      asked.add(text);
      answers.set(known === undefined ? cutLoose(text) : text, answer);
      return answer.prediction;
    };
    const end = (): void => {
      for (const text of answers.keys()) if (!asked.has(text)) answers.delete(text);
    };
    return { answer, end };
  }
}

/** One judgement of a document's token policies. */
interface AnsweringJudgement {
  readonly answer: (policy: TokenPolicy, predict: () => Promise<Prediction>) => Promise<Prediction>;
  readonly end: () => void;
}

/** Whether nothing in it says how long ago something was, or how far ahead it is. */
function isTimeless({ checks }: Prediction): boolean {
  return checks.some(({ check, outcome, reason }) => check === 'lifetime' && outcome === 'pass' && reason === null);
}
