import type { PanelView } from '../panel-messages.js';
import type { Cause, Cure, FixOffer, StepPlace, Verdict } from '../view.js';
import { shortenIds } from './compare-values.js';
import { copy, type PageContext } from './context.js';
import { button, element, foldable, type Child } from './dom.js';

/** What cures the answer: the first fix as the button, the others folded; or what gets another token; or the way to where it is cured. */
export function cureSection(view: PanelView, verdict: Verdict, context: PageContext): HTMLElement | null {
  const { words } = context.catalogue;
  const { cure, cause, outcome, headline, detail } = verdict;
  if (cause !== null) return element('div', { class: 'cure cure-row' }, ...causeParts(cause, context));
  const parts = cure === null ? [] : partsOf(cure, view, context);
  if (parts.length > 0) return element('div', { class: 'cure' }, ...parts);
  // Where it is no check that is open, no document decides it.
  if (outcome !== 'unresolved' || headline === detail || !view.actions.includes('fetch-metadata')) return null;
  const fetch = (): void => context.send({ type: 'run', version: context.version, action: 'fetch-metadata' });
  return element('div', { class: 'cure' }, button(words.actions['fetch-metadata'], 'cure-fetch', fetch, { class: 'primary' }));
}

/** The way to the finding in another file that the answer rests on, and to its fixes. */
function causeParts({ place, fixes, after }: Cause, context: PageContext): Child[] {
  const { sentences } = context.catalogue;
  const go = (opensFixes: boolean) => (): void => context.send({ type: 'go-to-cause', version: context.version, fixes: opensFixes });
  const where = sentences['station-place'](place);
  if (fixes === null) return [button(where, 'cause', go(false), { class: 'primary' })];
  const made = button(fixes, 'cause-fixes', go(true), { class: 'primary' });
  if (after !== null) made.append(element('span', { class: 'after' }, ` ${after}`));
  return [made, button(where, 'cause', go(false), { class: 'link' })];
}

function partsOf(cure: Cure, view: PanelView, context: PageContext): Child[] {
  switch (cure.kind) {
    case 'fixes':
      return fixParts(cure.fixes, context);
    case 'token':
      return tokenParts(cure, view, context);
    case 'step':
      return stepParts(cure.step, view, context);
    case 'elsewhere': {
      const { sentences } = context.catalogue;
      const station = view.paths?.stations[cure.station];
      if (station === undefined) return [];
      const go = (): void => context.send({ type: 'go-to-station', version: context.version, station: cure.station });
      const label = sentences['open-station']({ scope: station.scope, line: station.place?.line ?? 1 });
      return [button(label, 'cure-elsewhere', go, { class: 'primary' })];
    }
  }
}

function fixParts([first, ...others]: readonly FixOffer[], context: PageContext): Child[] {
  if (first === undefined) return [];
  const { sentences } = context.catalogue;
  return [
    element(
      'div',
      { class: 'cure-row' },
      fixButton(first.label, first, 0, context, 'primary'),
      others.length === 0
        ? null
        : foldable(
            sentences['more-fixes']({ count: others.length }),
            'more-fixes',
            context.unfolded,
            context.setUnfolded,
            element(
              'ul',
              { class: 'fixes' },
              ...others.map((fix, index) => element('li', {}, fixButton(shortenIds(fix.title), fix, index + 1, context, 'choice'))),
            ),
          ),
    ),
    element('p', { class: 'quiet afterwards' }, sentences['one-undo']({ title: shortenIds(first.title) })),
  ];
}

function fixButton(label: string, { after }: FixOffer, index: number, context: PageContext, look: string): HTMLButtonElement {
  const apply = (): void => context.send({ type: 'fix', version: context.version, fix: index });
  const made = button(label, `fix-${index}`, apply, { class: look });
  if (after !== null) made.append(element('span', { class: 'after' }, ` ${after}`));
  return made;
}

/** A command that gets one, where the finding has it; and the clipboard. */
function tokenParts({ words: said, step }: Extract<Cure, { kind: 'token' }>, view: PanelView, context: PageContext): Child[] {
  const { words } = context.catalogue;
  const paste = (): void => context.send({ type: 'run', version: context.version, action: 'decode-token-from-clipboard' });
  const make = (look: string): HTMLButtonElement =>
    button(words.actions['decode-token-from-clipboard'], 'cure-paste', paste, { class: look });
  const parts = step === null ? [] : stepParts(step, view, context, make('secondary'));
  if (parts.length > 0) return parts;
  return [element('div', { class: 'cure-row' }, make('primary')), element('p', { class: 'quiet afterwards' }, said)];
}

/** What to do, with the button that copies what it takes; none where the step has nothing to copy. */
function stepParts(step: StepPlace, { findings }: PanelView, context: PageContext, beside: Child = null): Child[] {
  const found = findings[step.finding]?.steps[step.step];
  if (found?.copy == null) return [];
  const label = context.catalogue.words.copyLabels[found.copy.kind];
  return [
    element('p', { class: 'step' }, found.what),
    element(
      'div',
      { class: 'cure-row' },
      button(label, 'cure-copy', () => copy(context, { kind: 'step', ...step }), { class: 'primary' }),
      beside,
    ),
  ];
}
