import type { ReadToken } from './check-context.js';
import { answerTimesAfterUnknownKey } from './checks/lifetime.js';
import { checksBeforeUnknownKey } from './checks/order.js';
import type { Catalogue } from '../messages/catalogue.js';
import { say, type Message } from '../messages/message.js';
import { render } from '../messages/render.js';
import { codeOf, isRefusal } from './library/answers.js';
import { isSupported, shownEngine, type Engine } from './library/engines.js';
import { fixedText } from './library/texts.js';
import type { Checked } from './outcome.js';
import type { CheckName, GatewayReport, Outcome } from './prediction.js';

/** All that a report rests on. */
export interface CheckedToken {
  /** In the gateway's order. */
  readonly checks: readonly Checked[];
  readonly engines: readonly Engine[];
  /** Null where the token cannot be read. */
  readonly token: ReadToken | null;
  /** Those who look at lifetime, issuer and audience before they report that no key has the token's kid. */
  readonly checksClaimsFirst: (engine: Engine) => boolean;
}

/** What one engine reports. */
interface Refusal {
  readonly check: CheckName;
  readonly idx: string | null;
}

/** Any `fail` makes it `fail`; else `unresolved`; else `uncertain`; else `pass`. */
export function combineOutcomes(checks: readonly Checked[]): Outcome {
  const order: readonly Outcome[] = ['fail', 'unresolved', 'uncertain'];
  return order.find(outcome => checks.some(({ result }) => result.outcome === outcome)) ?? 'pass';
}

/**
 * Where every engine that may decide refuses, if at different checks, the check at which the shown one refuses fails: none of them would accept the token.
 */
export function settleAnswers(checks: readonly Checked[], engines: readonly Engine[]): readonly Checked[] {
  const refusedByAll = engines.filter(isSupported).every(engine => checks.some(({ answers }) => isRefusal(answers(engine))));
  if (!refusedByAll) return checks;
  const first = checks.find(({ answers }) => isRefusal(answers(shownEngine)));
  if (first === undefined) return checks;
  const message = first.result.message ?? fixedText(first.result.idx ?? '');
  const failed: Checked = { ...first, result: { ...first.result, outcome: 'fail', message } };
  return checks.map(checked => (checked === first ? failed : checked));
}

/** What the gateway reports, with what else it may be; null where nothing fails for certain. */
export function writeReport(all: CheckedToken, catalogue: Catalogue): GatewayReport | null {
  if (combineOutcomes(all.checks) !== 'fail') return null;
  const order = orderFor(all, shownEngine);
  const first = order.find(({ result }) => result.outcome === 'fail');
  if (first === undefined) return null;
  const reported = findFaultOfTimes(all, shownEngine, order, first) ?? { check: first.result.check, idx: first.result.idx };
  const others = [...listOpenChecks(order.slice(0, order.indexOf(first))), ...listOtherEngines(all)];
  const alternatives = dropRepeated(others, reported).map(({ check, idx, because }) => ({
    check,
    idx,
    because: render(because, catalogue),
  }));
  const isPlain = reported.check === first.result.check && reported.idx === first.result.idx;
  return { ...reported, message: isPlain ? first.result.message : null, alternatives };
}

/** The checks in the order in which an engine gets to them. */
function orderFor({ checks, checksClaimsFirst }: CheckedToken, engine: Engine): readonly Checked[] {
  if (!checksClaimsFirst(engine)) return checks;
  const find = (name: CheckName): Checked[] => checks.filter(({ result }) => result.check === name);
  const front: readonly CheckName[] = ['source', 'form', ...checksBeforeUnknownKey];
  return [...front.flatMap(find), ...checks.filter(({ result }) => !front.includes(result.check))];
}

/** What an engine reports first; null where it accepts. Exported for tests. */
export function findRefusal(all: CheckedToken, engine: Engine): Refusal | null {
  const order = orderFor(all, engine);
  const refusing = order.filter(({ answers }) => isRefusal(answers(engine)));
  // Errors over members of unusual form come up when the handler lists the claims, after all checks, and before it reads an actor.
  const isCrash = ({ answers }: Checked): boolean => answers(engine) === 'crashes';
  const first = refusing.find(checked => !isLateError(checked, engine)) ?? refusing.find(isCrash) ?? refusing[0];
  if (first === undefined) return null;
  return findFaultOfTimes(all, engine, order, first) ?? { check: first.result.check, idx: codeOf(first.answers(engine)) };
}

function isLateError({ result: { check }, answers, isLate }: Checked, engine: Engine): boolean {
  if (isLate?.(engine) === true) return true;
  return answers(engine) === 'crashes' && (check === 'form' || check === 'audience');
}

/** Looking further after an unknown key, one handler stumbles over an expiry that is not there, before anything from the lifetime on. */
function findFaultOfTimes(
  { checksClaimsFirst, token }: CheckedToken,
  engine: Engine,
  order: readonly Checked[],
  first: Checked,
): Refusal | null {
  if (!checksClaimsFirst(engine) || token === null) return null;
  const answer = answerTimesAfterUnknownKey(token, engine);
  const isEarlier = order.indexOf(first) < order.findIndex(({ result }) => result.check === 'lifetime');
  return !isRefusal(answer) || isEarlier ? null : { check: 'lifetime', idx: codeOf(answer) };
}

/** What may be reported instead; why is not written out yet, because most of it is dropped as known. */
interface Other extends Refusal {
  readonly because: Message;
}

/** What each engine reports, those who report the same together. */
function listOtherEngines(all: CheckedToken): Other[] {
  const groups = new Map<string, { refusal: Refusal; engines: Engine[] }>();
  for (const engine of all.engines) {
    const refusal = findRefusal(all, engine);
    if (refusal === null) continue;
    const key = `${refusal.check} ${String(refusal.idx)}`;
    const group = groups.get(key) ?? { refusal, engines: [] };
    group.engines.push(engine);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ refusal, engines }) => ({ ...refusal, because: say('reported-by', { engines }) }));
}

/** Checks that are not decided and come before what is reported. */
function listOpenChecks(before: readonly Checked[]): Other[] {
  return before.flatMap(({ result: { check, outcome, idx, reason } }) =>
    outcome === 'pass' || reason === null ? [] : [{ check, idx, because: say('reported-first', { check }) }],
  );
}

function dropRepeated(others: readonly Other[], reported: Refusal): Other[] {
  const seen = new Set([`${reported.check} ${String(reported.idx)}`]);
  return others.filter(({ check, idx }) => {
    const key = `${check} ${String(idx)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
