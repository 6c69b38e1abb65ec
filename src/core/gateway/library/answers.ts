import type { Generation } from '../../metadata/signing-key.js';
import { engines, type Engine, type Handler } from './engines.js';

/** A code of the library's, such as `IDX10214`. */
export type Code = `IDX${number}`;

/**
 * What one engine answers where it looks at something. `accepts`: it goes on. A code: it refuses, and reports that. `refuses`: it refuses
 * without a code, because the check is not the library's. `crashes`: it ends with an error of its own that has no code.
 */
export type Answer = 'accepts' | 'refuses' | 'crashes' | Code;

/** What each engine answers. */
export type Answers = (engine: Engine) => Answer;

/** Answers by engine (`5-jst`), by generation (`5`), by handler (`jst`) or for `all`: the most exact one that is given counts; without any, it accepts. */
export type AnswerTable = { readonly [Name in `${Generation}-${Handler}` | Generation | Handler | 'all']?: Answer };

/** What a table says. */
export function answerBy(table: AnswerTable): Answers {
  if (Object.keys(table).length === 0) return acceptedByAll;
  return ({ generation, handler }) => table[`${generation}-${handler}`] ?? table[generation] ?? table[handler] ?? table.all ?? 'accepts';
}

/** Every engine accepts. Most that is looked at is in order, so there is this one function for it, which nobody has to ask engine by engine. */
export const acceptedByAll: Answers = () => 'accepts';

/** Where several look one after the other: the answer of the first that does not accept. */
export function firstRefusal(...inOrder: readonly Answers[]): Answers {
  const looking = inOrder.filter(answers => answers !== acceptedByAll);
  if (looking.length < 2) return looking[0] ?? acceptedByAll;
  return engine => {
    for (const answers of looking) {
      const answer = answers(engine);
      if (isRefusal(answer)) return answer;
    }
    return 'accepts';
  };
}

/** The same answers, worked out once for every engine; `acceptedByAll` where nobody refuses. */
export function workOut(answers: Answers): Answers {
  if (answers === acceptedByAll) return answers;
  const known = new Map(engines.map(engine => [engine, answers(engine)]));
  return [...known.values()].some(isRefusal) ? engine => known.get(engine) ?? answers(engine) : acceptedByAll;
}

/** Whether the token is lost: anything but `accepts`. */
export function isRefusal(answer: Answer): boolean {
  return answer !== 'accepts';
}

/** The code that is reported; null where the token is accepted, and where it is refused without one. */
export function codeOf(answer: Answer): Code | null {
  return answer === 'accepts' || answer === 'refuses' || answer === 'crashes' ? null : answer;
}
