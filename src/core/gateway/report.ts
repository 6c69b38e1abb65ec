import type { ReadToken } from './check-context.js';
import { findFaultAfterUnknownKey } from './checks/lifetime.js';
import { checksBeforeUnknownKey } from './checks/order.js';
import { nameEngines, type Engine } from './library/engines.js';
import { fixedText } from './library/texts.js';
import type { Judgement } from './outcome.js';
import type { Alternative, CheckName, GatewayReport, Outcome } from './prediction.js';
import { explainReason } from './reason.js';

/** All that a report rests on. */
export interface Judged {
  /** In the gateway's order. */
  readonly judgements: readonly Judgement[];
  readonly engines: readonly Engine[];
  /** Null where the token cannot be read. */
  readonly token: ReadToken | null;
  /** Those who look at lifetime, issuer and audience before they report that no key has the token's kid. */
  readonly looksFurther: ReadonlySet<Engine>;
}

/** What one engine reports. */
export interface Refusal {
  readonly check: CheckName;
  readonly idx: string | null;
}

/** The engine whose codes and texts are shown. */
const shown: Engine = '8-jwt';

/** Any `fail` makes it `fail`; else `unresolved`; else `uncertain`; else `pass`. */
export function combineOutcomes(judgements: readonly Judgement[]): Outcome {
  const order: readonly Outcome[] = ['fail', 'unresolved', 'uncertain'];
  return order.find(outcome => judgements.some(({ result }) => result.outcome === outcome)) ?? 'pass';
}

/**
 * Where every engine refuses, if at different checks, the check at which the shown one refuses fails: none of them would accept the token.
 */
export function settleRefusals(judgements: readonly Judgement[], engines: readonly Engine[]): readonly Judgement[] {
  const refusedByAll = engines.every(engine => judgements.some(({ refusals }) => refusals.has(engine)));
  if (!refusedByAll) return judgements;
  const first = judgements.find(({ refusals }) => refusals.has(shown));
  if (first === undefined) return judgements;
  const message = first.result.message ?? fixedText(first.result.idx ?? '');
  const failed: Judgement = { ...first, result: { ...first.result, outcome: 'fail', message } };
  return judgements.map(judgement => (judgement === first ? failed : judgement));
}

/** What the gateway reports, with what else it may be; null where nothing fails for certain. */
export function writeReport(judged: Judged): GatewayReport | null {
  if (combineOutcomes(judged.judgements) !== 'fail') return null;
  const order = orderFor(judged, shown);
  const first = order.find(({ result }) => result.outcome === 'fail');
  if (first === undefined) return null;
  const reported = looksAtTimes(judged, shown, order, first) ?? { check: first.result.check, idx: first.result.idx };
  const open = listOpenChecks(order.slice(0, order.indexOf(first)));
  const alternatives = dropRepeated([...open, ...listOtherEngines(judged)], reported);
  const isPlain = reported.check === first.result.check && reported.idx === first.result.idx;
  return { ...reported, message: isPlain ? first.result.message : null, alternatives };
}

/** The checks in the order in which an engine gets to them. */
function orderFor({ judgements, looksFurther }: Judged, engine: Engine): readonly Judgement[] {
  if (!looksFurther.has(engine)) return judgements;
  const find = (name: CheckName): Judgement[] => judgements.filter(({ result }) => result.check === name);
  const front: readonly CheckName[] = ['source', 'form', ...checksBeforeUnknownKey];
  return [...front.flatMap(find), ...judgements.filter(({ result }) => !front.includes(result.check))];
}

/** What an engine reports first; null where it accepts. */
export function findRefusal(judged: Judged, engine: Engine): Refusal | null {
  const order = orderFor(judged, engine);
  const refusing = order.filter(({ refusals }) => refusals.has(engine));
  // Errors over members of unusual form come up when the handler lists the claims, after all checks.
  const first = refusing.find(({ result, refusals }) => !isLateError(result.check, refusals.get(engine))) ?? refusing[0];
  if (first === undefined) return null;
  return looksAtTimes(judged, engine, order, first) ?? { check: first.result.check, idx: first.refusals.get(engine) ?? null };
}

function isLateError(check: CheckName, idx: string | null | undefined): boolean {
  return idx === null && (check === 'form' || check === 'audience');
}

/** Looking further after an unknown key, one handler stumbles over an expiry that is not there, before anything from the lifetime on. */
function looksAtTimes({ looksFurther, token }: Judged, engine: Engine, order: readonly Judgement[], first: Judgement): Refusal | null {
  if (!looksFurther.has(engine) || token === null) return null;
  const idx = findFaultAfterUnknownKey(token, engine);
  const isEarlier = order.indexOf(first) < order.findIndex(({ result }) => result.check === 'lifetime');
  return idx === null || isEarlier ? null : { check: 'lifetime', idx };
}

/** What each engine reports, those who report the same together. */
function listOtherEngines(judged: Judged): Alternative[] {
  const groups = new Map<string, { refusal: Refusal; engines: Engine[] }>();
  for (const engine of judged.engines) {
    const refusal = findRefusal(judged, engine);
    if (refusal === null) continue;
    const key = `${refusal.check} ${String(refusal.idx)}`;
    const group = groups.get(key) ?? { refusal, engines: [] };
    group.engines.push(engine);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ refusal, engines }) => ({
    ...refusal,
    because: `This is reported by ${nameEngines(engines)} of the gateway's library; which one a gateway runs is not published.`,
  }));
}

/** Checks that are not decided and come before what is reported. */
function listOpenChecks(before: readonly Judgement[]): Alternative[] {
  return before.flatMap(({ result: { check, outcome, idx, reason } }) =>
    outcome === 'pass' || reason === null ? [] : [{ check, idx, because: explainReason(reason) }],
  );
}

function dropRepeated(alternatives: readonly Alternative[], reported: Refusal): Alternative[] {
  const seen = new Set([`${reported.check} ${String(reported.idx)}`]);
  return alternatives.filter(({ check, idx }) => {
    const key = `${check} ${String(idx)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
