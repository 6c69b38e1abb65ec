import type { PanelView } from '../panel-messages.js';
import type { Outcome } from '../core/index.js';
import type { Cause, Verdict } from '../view.js';
import { goTo } from './context.js';
import type { PageContext } from './context.js';
import { button, element } from './dom.js';
import type { Child } from './dom.js';
import { icon } from './icons.js';
import type { PageCatalogue } from './messages/catalogue.js';

/** The answer of the gateway: status, one sentence, and which token policy decides. */
export function verdictSection(view: PanelView, context: PageContext): HTMLElement {
  const { words, sentences } = context.catalogue;
  const verdict = view.document?.prediction ?? null;
  const name = view.document === null ? null : element('p', { class: 'document-name' }, view.document.name);
  if (verdict === null) {
    return element(
      'header',
      { class: 'verdict none' },
      element('div', {}, element('h1', {}, sentences.product()), name, element('p', {}, notice(view, context.catalogue))),
    );
  }
  const decides = view.policies.find(policy => policy.index === verdict.policy);
  return element(
    'header',
    { class: `verdict ${verdict.outcome}` },
    element(
      'p',
      { class: 'answer', title: words.outcomeMeanings[verdict.outcome] },
      icon(verdict.outcome),
      ...answerParts(verdict.answer),
      element('span', { class: 'word' }, words.outcomes[verdict.outcome]),
    ),
    element(
      'div',
      {},
      element('h1', {}, verdict.headline),
      verdict.notRead === null ? null : element('p', { class: 'not-read' }, verdict.notRead),
      verdict.detail === null ? null : element('p', {}, verdict.detail),
      verdict.cause === null ? null : element('p', {}, ...causeParts(verdict.cause, context)),
      element(
        'p',
        { class: 'document-name' },
        view.document?.name ?? '',
        decides === undefined ? null : ` · ${sentences['decided-by']()} `,
        decides === undefined
          ? null
          : button(
              sentences['policy-at-line']({ kind: decides.kind, line: decides.place.line }),
              'verdict-place',
              () => goTo(context, decides.place),
              { class: 'link' },
            ),
        ...cureParts(verdict, context),
      ),
    ),
  );
}

/** The status, large, and what limits it. */
function answerParts(answer: string | null): Child[] {
  const [status = '', ...limits] = (answer ?? '').split(' ');
  return [
    element('span', { class: 'status' }, status),
    limits.length === 0 ? null : element('span', { class: 'limit' }, ` ${limits.join(' ')}`),
  ];
}

/** The way to the fixes of what is reported, or that another token is the cure. */
function cureParts({ cure }: Verdict, context: PageContext): Child[] {
  if (cure === null) return [];
  const { place, words, after } = cure;
  const way = place === null ? words : button(words, 'verdict-fixes', () => goTo(context, place, true), { class: 'link' });
  return [' · ', way, after === null ? null : ` ${after}`];
}

/** The way to the finding in another file that the verdict rests on, and to its fixes. */
function causeParts({ place, fixes, after }: Cause, context: PageContext): Child[] {
  const { sentences } = context.catalogue;
  const way = (words: string, key: string, opensFixes: boolean): HTMLElement =>
    button(words, key, () => context.send({ type: 'go-to-cause', version: context.version, fixes: opensFixes }), { class: 'link' });
  return [
    way(sentences['station-place'](place), 'verdict-cause', false),
    ...(fixes === null ? [] : [' · ', way(fixes, 'verdict-cause-fixes', true), after === null ? null : ` ${after}`]),
  ];
}

/** What a screen reader is told when the answer changes. */
export function announce(view: PanelView, catalogue: PageCatalogue): string {
  const verdict = view.document?.prediction ?? null;
  if (verdict === null) return notice(view, catalogue);
  return verdict.notRead === null ? verdict.headline : `${verdict.headline} ${verdict.notRead}`;
}

function notice(view: PanelView, { sentences }: PageCatalogue): string {
  if (view.document?.notice) return view.document.notice;
  return view.token === null ? sentences['no-token']() : sentences['no-policy']();
}

/** The outcome as icon and words. */
export function outcomeBadge(outcome: Outcome, { words }: PageCatalogue, label = words.outcomes[outcome]): HTMLElement {
  return element('span', { class: `badge ${outcome}`, title: words.outcomeMeanings[outcome] }, icon(outcome), label);
}
