import type { NextStep } from '../next-step.js';
import { showInvisible, showInvisibleLines } from '../text/visible-text.js';
import type { Catalogue } from './catalogue.js';
import type { nextSteps } from './english/next-steps.js';

/** By what is wrong. */
type StepCause = keyof typeof nextSteps;

type StepValues<Cause extends StepCause> =
  Parameters<(typeof nextSteps)[Cause]> extends [infer Values extends object] ? Values : Readonly<Record<string, never>>;

/** Next steps not yet written: their cause and the values they need. */
export interface Steps {
  readonly cause: StepCause;
  readonly values: object;
}

/** Names a cause and checks, at compile time, that its values fit. */
export function stepsFor<Cause extends StepCause>(cause: Cause, values: StepValues<Cause>): Steps {
  return { cause, values };
}

/** Writes next steps out: the one to take first, then other ways to the same end. What nobody sees in the values becomes an escape. */
export function renderSteps({ cause, values }: Steps, catalogue: Catalogue): NextStep[] {
  // `stepsFor` has checked that the values fit the cause; a union of functions cannot say so.
  const write = catalogue.steps[cause] as (values: object) => readonly NextStep[];
  return write(values).map(({ what, copy }) => ({
    what: showInvisible(what),
    copy: copy === null ? null : { kind: copy.kind, text: showInvisibleLines(copy.text) },
  }));
}
