import { answeringPolicies } from '../knowledge/stations.js';
import { allStatements, type Statement } from '../scopes/statement.js';
import { findTemplateBlock, type TemplateBlock } from '../policy/template-blocks.js';
import { findBlockOfRefusal } from './conditional.js';
import type { Branches } from './decide-branches.js';
import type { Outcome } from './prediction.js';
import type { Reason } from './reason.js';
import type { PolicyOnPath } from './request-prediction.js';

/** What a stretch of a path does to a request. */
interface PathEffect {
  readonly outcome: Outcome;
  /** The token policy that decides; null where none does. */
  readonly decides: Statement | null;
  /** What certainly ends the path in it by an answer of its own; null where nothing does. */
  readonly ends: Statement | null;
  readonly because: Reason | null;
}

/** What all of a path does, and each part of it. */
export interface PathEffects {
  readonly whole: PathEffect;
  readonly of: ReadonlyMap<Statement, PathEffect>;
  readonly branches: ReadonlyMap<Statement, Branches>;
  readonly policies: ReadonlyMap<Statement, PolicyOnPath>;
}

const none: PathEffect = { outcome: 'pass', decides: null, ends: null, because: null };

/** Works it out from the inside, so that no nesting exhausts the stack. */
export function findEffects(
  inbound: readonly Statement[],
  branches: PathEffects['branches'],
  policies: PathEffects['policies'],
): PathEffects {
  const of = new Map<Statement, PathEffect>();
  for (const statement of allStatements(inbound).reverse()) of.set(statement, findEffect(statement, { of, branches, policies }));
  return { whole: follow(inbound, of), of, branches, policies };
}

function findEffect(statement: Statement, { of, branches, policies }: Omit<PathEffects, 'whole'>): PathEffect {
  const { element, gap, children } = statement;
  if (gap !== null) return gap.reason === 'section-missing' ? sectionMissing : none;
  const policy = policies.get(statement);
  if (policy !== undefined) {
    const { prediction, at } = policy;
    const { outcome } = prediction;
    const effect: PathEffect = { ...none, outcome, decides: outcome === 'pass' ? null : statement };
    const isOpen = outcome === 'fail' && element !== null && findBlockOfRefusal(at.source.document, element, prediction) !== null;
    return isOpen ? { ...effect, outcome: 'unresolved', because: { code: 'caller-template', values: {} } } : effect;
  }
  // What a template may take away is as if it were not there.
  if (answeringPolicies.has(element?.name ?? '')) return blockOf(statement) === null ? { ...none, ends: statement } : none;
  const taken = branches.get(statement);
  return taken === undefined ? follow(children, of) : choose(effectsOfBranches(taken, of));
}

/** The directive block of a template that a statement depends on; null where it depends on none. */
export function blockOf({ at, element }: Statement): TemplateBlock | null {
  return at === null || element === null ? null : findTemplateBlock(at.source.document.blocks, element);
}

/** That a section which is not there is as good as an empty one is inferred. */
const sectionMissing: PathEffect = { ...none, outcome: 'uncertain', because: { code: 'caller-section-missing', values: {} } };

/** One after the other: the first certain refusal answers, and what ends the path ends it. */
function follow(sequence: readonly Statement[], of: PathEffects['of']): PathEffect {
  let sofar = none;
  for (const statement of sequence) {
    const effect = of.get(statement) ?? none;
    if (effect.outcome === 'fail') return effect;
    sofar = { ...worse(sofar, effect), ends: effect.ends };
    if (effect.ends !== null) return sofar;
  }
  return sofar;
}

const weights: Readonly<Record<Outcome, number>> = { pass: 0, uncertain: 1, unresolved: 2, fail: 3 };

function worse(one: PathEffect, other: PathEffect): PathEffect {
  return weights[other.outcome] > weights[one.outcome] ? other : one;
}

/** What each branch that may be taken does, and what happens where none is taken. */
export function effectsOfBranches({ possible, mayPass }: Branches, of: PathEffects['of']): PathEffect[] {
  const effects = possible.map(branch => of.get(branch) ?? none);
  return mayPass ? [...effects, none] : effects;
}

/** Without a decision it is as if the branches that refuse or answer were not there, unless all do. */
function choose(effects: readonly PathEffect[]): PathEffect {
  const [first = none, second] = effects;
  if (second === undefined) return first;
  const refusing = effects.filter(({ outcome }) => outcome === 'fail');
  if (refusing.length === effects.length) return first;
  const going = effects.filter(({ outcome, ends }) => outcome !== 'fail' && ends === null);
  if (going.length > 0) return going.reduce((one, other) => (weights[other.outcome] < weights[one.outcome] ? other : one));
  const answering = effects.filter(({ outcome }) => outcome !== 'fail');
  if (refusing.length === 0) return answering.reduce(worse);
  return {
    outcome: 'unresolved',
    decides: refusing[0]?.decides ?? null,
    ends: answering[0]?.ends ?? null,
    because: { code: 'caller-branch', values: {} },
  };
}

/** Whether it matters to the token which branch is taken. */
export function isDivided(effects: readonly PathEffect[]): boolean {
  const [first] = effects;
  return effects.some(({ outcome, ends, decides }) => outcome !== first?.outcome || ends !== first.ends || decides !== first.decides);
}
