import { answeringPolicies, mayAnswerPolicies } from '../knowledge/stations.js';
import { changeOfHeader } from '../policy/replaced-header.js';
import { childElements, findAttribute, type PolicyElement } from '../policy/policy-tree.js';
import type { TemplateBlock } from '../policy/template-blocks.js';
import type { Statement } from '../scopes/statement.js';
import { shortenExpression } from '../text/shorten.js';
import { countUntil } from '../text/span.js';
import { blockOf, effectsOfBranches, isDivided, type PathEffects } from './path-effects.js';
import { placeOf, type BranchAnswer, type PathNotRead, type PathPlace, type Station, type StationOutcome } from './request-prediction.js';
import { readStatusOf } from './status-of-answer.js';

interface Listed {
  readonly stations: readonly Station[];
  readonly notRead: readonly PathNotRead[];
  readonly answers: readonly BranchAnswer[];
}

/** What a request passes until it is answered, in the order in which it does: what may answer, what was not read, where it may go several ways. */
export function listStations(inbound: readonly Statement[], effects: PathEffects): Listed {
  const stations: Station[] = [];
  const notRead: PathNotRead[] = [];
  const answers: BranchAnswer[] = [];
  const { decides, ends, outcome } = effects.whole;
  const last = outcome === 'fail' ? decides : ends;
  // What a header is made of matters to the token policies behind it.
  let headers: PathNotRead[] = [];
  const told = new Set<TemplateBlock>();
  const waiting = [...inbound].reverse().map(statement => ({ statement, conditional: false }));
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    const { statement, conditional } = here;
    const station = toStation(statement, conditional, effects);
    if (station !== null) stations.push(station);
    const branches = effects.branches.get(statement);
    const isOpen = branches !== undefined && branches.possible.length + (branches.mayPass ? 1 : 0) > 1;
    const divided = isOpen && isDivided(effectsOfBranches(branches, effects.of));
    if (station?.judged !== undefined && station.judged !== null) {
      notRead.push(...headers);
      headers = [];
    }
    if (statement !== last) {
      notRead.push(...listOpen(statement, divided, effects));
      if (station !== null && station.outcome !== 'may-answer') notRead.push(...listDirective(statement, told));
    }
    headers.push(...listChangedHeader(statement));
    if (divided) answers.push(...answersOf(statement, effects));
    if (statement === last) break;
    const inside = branches === undefined ? statement.children : branches.possible;
    for (let i = inside.length - 1; i >= 0; i--) {
      const child = inside[i];
      if (child !== undefined) waiting.push({ statement: child, conditional: conditional || isOpen });
    }
  }
  return { stations, notRead, answers };
}

function toStation(statement: Statement, conditional: boolean, { policies }: PathEffects): Station | null {
  const judged = policies.get(statement) ?? null;
  const { element, gap } = statement;
  const place = placeOf(statement);
  if (gap !== null) {
    if (gap.reason === 'section-missing') return null;
    return { place, kind: gap.kind === 'base' ? 'base' : 'include-fragment', outcome: 'not-read', conditional, judged };
  }
  const kind = element?.name ?? '';
  const outcome: StationOutcome | null =
    judged?.prediction.outcome ?? (answeringPolicies.has(kind) ? 'answers' : mayAnswerPolicies.has(kind) ? 'may-answer' : null);
  return outcome === null ? null : { place, kind, outcome, conditional, judged };
}

/** The directive of a template on which it depends whether a statement is there, once. */
function listDirective(statement: Statement, told: Set<TemplateBlock>): PathNotRead[] {
  const block = blockOf(statement);
  if (block === null || statement.at === null || told.has(block)) return [];
  told.add(block);
  const { start, end } = block.opening;
  const name = shortenExpression(statement.at.source.document.text.slice(start, end));
  return [{ kind: 'condition', name, place: { at: statement.at, start, end }, reason: null }];
}

/** What of a statement was not read or not run, and may change what the token meets. */
function listOpen(statement: Statement, divided: boolean, effects: PathEffects): PathNotRead[] {
  const { element, gap } = statement;
  const place = placeOf(statement);
  if (gap !== null) {
    // What rests on a missing section is uncertain for that reason.
    if (gap.reason === 'section-missing') return [];
    return [{ kind: gap.kind, name: gap.name, place, reason: gap.reason }];
  }
  if (element === null || place === null) return [];
  return divided ? listConditions(statement, place, effects) : listExpressions(statement, place, effects);
}

/** Where every way is refused, it does not matter to the answer which one is taken. */
function listConditions(choose: Statement, { at }: PathPlace, { branches, of }: PathEffects): PathNotRead[] {
  if (of.get(choose)?.outcome === 'fail') return [];
  return (branches.get(choose)?.possible ?? []).flatMap(({ element }) => {
    if (element?.name !== 'when') return [];
    const place = { at, start: element.start, end: element.openTag.end };
    return [{ kind: 'condition' as const, name: conditionOf(element), place, reason: null }];
  });
}

/** The expressions of a token policy that leave a check of it open. */
function listExpressions(statement: Statement, { at, start, end }: PathPlace, { policies }: PathEffects): PathNotRead[] {
  const checks = policies.get(statement)?.prediction.checks ?? [];
  const missing = new Set(checks.flatMap(check => (check.outcome === 'unresolved' ? check.missing : [])));
  if (missing.size === 0) return [];
  const { text, expressions } = at.source.document;
  return expressions.slice(countUntil(expressions, start), countUntil(expressions, end)).flatMap(expression => {
    const written = text.slice(expression.start, expression.end);
    if (!missing.has(written)) return [];
    const place = { at, start: expression.start, end: expression.end };
    return [{ kind: 'expression' as const, name: shortenExpression(written), place, reason: null }];
  });
}

/** A header of the request with a token that is made of an expression. */
function listChangedHeader(statement: Statement): PathNotRead[] {
  const { element } = statement;
  const place = placeOf(statement);
  if (element === null || place === null || statement.gap !== null || changeOfHeader(element, new Set()) !== 'changed') return [];
  const value = childElements(element, 'value')[0]?.value.value ?? '';
  return [{ kind: 'expression', name: shortenExpression(value), place, reason: null }];
}

function conditionOf(when: PolicyElement): string {
  return shortenExpression(findAttribute(when, 'condition')?.value.value ?? '');
}

function answersOf(choose: Statement, { of, branches, policies }: PathEffects): BranchAnswer[] {
  const place = placeOf(choose);
  const taken = branches.get(choose);
  if (place === null || taken === undefined) return [];
  const answers: BranchAnswer[] = taken.possible.map(branch => {
    const condition = branch.element?.name === 'when' ? conditionOf(branch.element) : null;
    const effect = of.get(branch);
    const outcome = effect?.outcome ?? 'pass';
    const prediction = effect?.decides == null ? undefined : policies.get(effect.decides)?.prediction;
    if (outcome === 'pass' && effect?.ends != null)
      return { condition, place, outcome: null, status: readStatusOf(effect.ends), check: null };
    if (outcome !== 'fail') return { condition, place, outcome, status: outcome === 'pass' ? 200 : null, check: null };
    return { condition, place, outcome, status: prediction?.status ?? null, check: prediction?.reports?.check ?? null };
  });
  return taken.mayPass ? [...answers, { condition: null, place, outcome: 'pass', status: 200, check: null }] : answers;
}
