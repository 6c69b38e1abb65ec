import type { ReadToken } from './check-context.js';
import { checksBeforeUnknownKey } from './checks/order.js';
import { nameGenerations, type Engine } from './generations.js';
import type { Judgement } from './outcome.js';
import type { Alternative, CheckName, GatewayReport, Outcome } from './prediction.js';
import { explainReason } from './reason.js';

/**
 * The outcome of a whole prediction and what the gateway reports. Where every engine refuses, if at different checks, the whole fails,
 * even though no single check does.
 */
export function writeReport(
  judgements: readonly Judgement[],
  engines: readonly Engine[],
  looksFurther: boolean,
  token: ReadToken | null,
): { outcome: Outcome; reports: GatewayReport | null } {
  const results = judgements.map(judgement => judgement.result);
  const refusedByAll = engines.every(engine => judgements.some(judgement => judgement.refusals.has(engine)));
  const failed = refusedByAll || results.some(result => result.outcome === 'fail');
  if (!failed) {
    const outcome = (['unresolved', 'uncertain'] as const).find(kind => results.some(result => result.outcome === kind)) ?? 'pass';
    return { outcome, reports: null };
  }
  return { outcome: 'fail', reports: pickReport(judgements, engines, looksFurther, token) };
}

/** The checks in the order in which an engine gets to them. */
function orderFor(judgements: readonly Judgement[], engine: Engine, looksFurther: boolean): readonly Judgement[] {
  if (!looksFurther || engine.startsWith('5')) return judgements;
  const find = (name: CheckName): Judgement[] => judgements.filter(judgement => judgement.result.check === name);
  const rest = judgements.filter(
    ({ result }) => result.check !== 'source' && result.check !== 'form' && !checksBeforeUnknownKey.includes(result.check),
  );
  return [...find('source'), ...find('form'), ...checksBeforeUnknownKey.flatMap(find), ...rest];
}

function pickReport(
  judgements: readonly Judgement[],
  engines: readonly Engine[],
  looksFurther: boolean,
  token: ReadToken | null,
): GatewayReport {
  const reported: Engine = '8-jwt';
  const order = orderFor(judgements, reported, looksFurther);
  // Where no check fails for certain, every engine refuses somewhere: then 8.23.0's own first refusal counts.
  const at = order.findIndex(judgement => judgement.result.outcome === 'fail');
  const index = at >= 0 ? at : order.findIndex(judgement => judgement.refusals.has(reported));
  const first = order[index] ?? judgements[0];
  if (first === undefined) throw new RangeError('a prediction has checks');
  const idx = codeOf(first, reported, looksFurther, token);
  const alternatives: Alternative[] = [];
  const add = (alternative: Alternative): void => {
    const known = alternatives.some(other => other.check === alternative.check && other.idx === alternative.idx);
    if (!known && (alternative.check !== first.result.check || alternative.idx !== idx)) alternatives.push(alternative);
  };
  for (const { result } of order.slice(0, Math.max(index, 0))) {
    if (result.outcome === 'pass' || result.outcome === 'fail' || result.reason === null) continue;
    add({ check: result.check, idx: result.idx, because: explainReason(result.reason) });
  }
  for (const engine of engines) addOtherEngine(engine, orderFor(judgements, engine, looksFurther), looksFurther, token, add);
  const message = idx === first.result.idx ? first.result.message : null;
  return { check: first.result.check, idx, message, alternatives };
}

function addOtherEngine(
  engine: Engine,
  order: readonly Judgement[],
  looksFurther: boolean,
  token: ReadToken | null,
  add: (alternative: Alternative) => void,
): void {
  const first = order.find(judgement => judgement.refusals.has(engine));
  if (first === undefined) return;
  const because = `That is what ${nameGenerations([engine])} of the gateway's library reports; which one a gateway runs is not published.`;
  add({ check: first.result.check, idx: codeOf(first, engine, looksFurther, token), because });
}

/** The code that an engine reports. Looking further after an unknown kid, one handler takes an exp that is not there for the first moment of the calendar. */
function codeOf(judgement: Judgement, engine: Engine, looksFurther: boolean, token: ReadToken | null): string | null {
  const idx = judgement.refusals.get(engine) ?? judgement.result.idx;
  if (looksFurther && idx === 'IDX10225' && token !== null && (engine === '8-jwt' || engine === '7-jwt')) {
    return Object.hasOwn(token.claims, 'nbf') ? 'IDX10224' : 'IDX10223';
  }
  return idx;
}
