import type { Certainty } from '../certainty.js';
import { nameEngines, type Engine, type Refusals } from './library/engines.js';
import type { CheckName, CheckResult, Outcome } from './prediction.js';
import type { Reason } from './reason.js';

/** A check's result, with what the report needs of it besides. */
export interface Checked {
  readonly result: CheckResult;
  /** Which engines refuse here, and with what code. */
  readonly refusals: Refusals;
}

interface Details {
  readonly certainty?: Certainty;
  readonly idx?: string | null;
  readonly message?: string | null;
  readonly missing?: readonly string[];
  readonly reason?: Reason | null;
}

const noRefusals: Refusals = new Map<Engine, string | null>();

function settle(check: CheckName, outcome: Outcome, details: Details, refusals: Refusals): Checked {
  const { certainty = 'library', idx = null, message = null, missing = [], reason = null } = details;
  return { result: { check, outcome, certainty, idx, message, missing, reason }, refusals };
}

/** The check passes in every generation. */
export function pass(check: CheckName, details: Pick<Details, 'certainty' | 'reason'> = {}): Checked {
  return settle(check, 'pass', details, noRefusals);
}

/** The check fails, and not by the library: no code. */
export function fail(check: CheckName, engines: readonly Engine[], details: Details & { readonly reason: Reason }): Checked {
  return settle(check, 'fail', details, new Map(engines.map(engine => [engine, details.idx ?? null])));
}

/** What the gateway does here is not documented, or inside a tolerance; `idx` is what a refusal would be reported as. */
export function uncertain(check: CheckName, details: Details & { readonly reason: Reason }): Checked {
  return settle(check, 'uncertain', details, noRefusals);
}

/** A value or a document is missing; `idx` is what a refusal would be reported as, where that is known. */
export function unresolved(check: CheckName, missing: readonly string[], details: Details & { readonly reason: Reason }): Checked {
  return settle(check, 'unresolved', { ...details, missing }, noRefusals);
}

/** How a sentence calls those who refuse and those who accept. */
export interface Camps {
  readonly refused: string;
  readonly accepted: string;
}

/** What is said where the engines agree that they refuse, and where they do not agree. */
export interface Refused {
  readonly reason: Reason;
  /** 8.23.0's text. */
  readonly message: string | null;
  /** Why it depends on the generation. */
  readonly differs: (camps: Camps) => Reason;
}

/** Fails where every engine refuses, is uncertain where some do, and null where none does. */
export function judgeRefusals(check: CheckName, engines: readonly Engine[], refusals: Refusals, refused: Refused): Checked | null {
  if (refusals.size === 0) return null;
  const idx = refusals.get('8-jwt') ?? [...refusals.values()].find(code => code !== null) ?? null;
  if (engines.every(engine => refusals.has(engine))) {
    return settle(check, 'fail', { idx, message: refused.message, reason: refused.reason }, refusals);
  }
  const camps = nameCamps(engines, refusals);
  return settle(check, 'uncertain', { idx, reason: refused.differs(camps) }, refusals);
}

function nameCamps(engines: readonly Engine[], refusals: Refusals): Camps {
  const refused = engines.filter(engine => refusals.has(engine));
  const accepted = engines.filter(engine => !refusals.has(engine));
  return { refused: nameEngines(refused), accepted: nameEngines(accepted) };
}
