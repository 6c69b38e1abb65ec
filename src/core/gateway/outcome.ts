import type { Certainty } from '../certainty.js';
import type { Disagreement } from '../messages/english/gateway-engines.js';
import { acceptedByAll, codeOf, isRefusal, workOut, type Answers } from './library/answers.js';
import { isSupported, shownEngine, type Engine } from './library/engines.js';
import type { CheckName, CheckResult, Outcome } from './prediction.js';
import type { Reason } from './reason.js';

/** A check's result, with what the report needs of it besides. */
export interface Checked {
  readonly result: CheckResult;
  /** What each engine answers here. */
  readonly answers: Answers;
  /** Whether an engine refuses here only after all checks, for a reason of its own; absent means no. */
  readonly isLate?: (engine: Engine) => boolean;
}

interface Details {
  readonly certainty?: Certainty;
  readonly idx?: string | null;
  readonly message?: string | null;
  readonly missing?: readonly string[];
  readonly reason?: Reason | null;
}

function settle(check: CheckName, outcome: Outcome, details: Details, answers: Answers): Checked {
  const { certainty = 'library', idx = null, message = null, missing = [], reason = null } = details;
  return { result: { check, outcome, certainty, idx, message, missing, reason }, answers: workOut(answers) };
}

/** The check passes in every generation; `answers` may hold the refusal of an engine that does not decide alone. */
export function pass(check: CheckName, details: Pick<Details, 'certainty' | 'reason'> = {}, answers: Answers = acceptedByAll): Checked {
  return settle(check, 'pass', details, answers);
}

/** The check fails, and not by the library: no code. */
export function fail(check: CheckName, details: Omit<Details, 'idx'> & { readonly reason: Reason }): Checked {
  return settle(check, 'fail', details, () => 'refuses');
}

/** What the gateway does here is not documented, or inside a tolerance; `idx` is what a refusal would be reported as. */
export function uncertain(check: CheckName, details: Details & { readonly reason: Reason }): Checked {
  return settle(check, 'uncertain', details, acceptedByAll);
}

/** A value or a document is missing; `idx` is what a refusal would be reported as, where that is known. */
export function unresolved(check: CheckName, missing: readonly string[], details: Details & { readonly reason: Reason }): Checked {
  return settle(check, 'unresolved', { ...details, missing }, acceptedByAll);
}

/** What is said where the engines agree that they refuse, and where they do not agree. */
interface Refused {
  readonly reason: Reason;
  /** 8.23.0's text. */
  readonly message: string | null;
  /** Why it depends on the generation. */
  readonly explain: (disagreement: Disagreement) => Reason;
}

/** Fails where every engine refuses that may decide, is uncertain where some do, and null where none does. */
export function judgeAnswers(check: CheckName, engines: readonly Engine[], answers: Answers, refused: Refused): Checked | null {
  if (answers === acceptedByAll) return null;
  const deciding = engines.filter(isSupported);
  const refusing = deciding.filter(engine => isRefusal(answers(engine)));
  if (refusing.length === 0) return null;
  const idx = [shownEngine, ...refusing].map(engine => codeOf(answers(engine))).find(code => code !== null) ?? null;
  if (refusing.length === deciding.length) {
    return settle(check, 'fail', { idx, message: refused.message, reason: refused.reason }, answers);
  }
  const refusedBy = engines.filter(engine => isRefusal(answers(engine)));
  const accepted = engines.filter(engine => !isRefusal(answers(engine)));
  return settle(check, 'uncertain', { idx, reason: refused.explain({ refused: refusedBy, accepted }) }, answers);
}
