import type { Facts } from '../facts.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import type { TokenPolicy } from '../policy/token-policy.js';
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
  #answers: ReadonlyMap<string, KeptAnswer> = new Map();

  /** Begins a judgement: gives what predicts its token policies, each text at most once. What the judgement does not ask for is forgotten. */
  begin(document: PolicyDocument, { now }: Facts): (policy: TokenPolicy, predict: () => Promise<Prediction>) => Promise<Prediction> {
    // Of a text that breaks, or that a host fills in, the same piece may mean something else elsewhere.
    if (document.break !== null || document.literals.size > 0) return (_, predict) => predict();
    const before = this.#answers;
    const answers = new Map<string, KeptAnswer>();
    this.#answers = answers;
    return async ({ start, end }, predict) => {
      const text = document.text.slice(start, end);
      const known = answers.get(text) ?? before.get(text);
      const answer =
        known !== undefined && (known.now === now || isTimeless(await known.prediction)) ? known : { now, prediction: predict() };
      answers.set(text, answer);
      return answer.prediction;
    };
  }
}

/** Whether nothing in it says how long ago something was, or how far ahead it is. */
function isTimeless({ checks }: Prediction): boolean {
  return checks.some(({ check, outcome, reason }) => check === 'lifetime' && outcome === 'pass' && reason === null);
}
