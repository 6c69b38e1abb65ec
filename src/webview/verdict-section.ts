import type { PanelView } from '../panel-messages.js';
import type { Outcome } from '../view.js';
import { goTo } from './context.js';
import type { PageContext } from './context.js';
import { button, element } from './dom.js';
import { icon } from './icons.js';
import { outcomeMeanings, outcomeWords } from './labels.js';

/** The answer of the gateway: status, one sentence, and which token policy decides. */
export function verdictSection(view: PanelView, context: PageContext): HTMLElement {
  const verdict = view.document?.prediction ?? null;
  const name = view.document === null ? null : element('p', { class: 'document-name' }, view.document.name);
  if (verdict === null) {
    return element(
      'header',
      { class: 'verdict none' },
      element('div', {}, element('h1', {}, 'Token Doctor'), name, element('p', {}, notice(view))),
    );
  }
  const decides = view.policies.find(policy => policy.index === verdict.policy);
  const cure = view.findings.find(({ fixable, severity, policy }) => fixable && severity === 'error' && policy === verdict.policy);
  return element(
    'header',
    { class: `verdict ${verdict.outcome}` },
    element(
      'p',
      { class: 'answer', title: outcomeMeanings[verdict.outcome] },
      icon(verdict.outcome),
      element('span', { class: 'status' }, verdict.status === null ? '' : String(verdict.status)),
      element('span', { class: 'word' }, outcomeWords[verdict.outcome]),
    ),
    element(
      'div',
      {},
      element('h1', {}, verdict.headline),
      verdict.detail === null ? null : element('p', {}, verdict.detail),
      element(
        'p',
        { class: 'document-name' },
        view.document?.name ?? '',
        decides === undefined ? null : ' · decided by ',
        decides === undefined
          ? null
          : button(`${decides.kind}, line ${decides.place.line}`, 'verdict-place', () => goTo(context, decides.place), { class: 'link' }),
        cure === undefined ? null : ' · ',
        cure === undefined ? null : button('Show fixes', 'verdict-fixes', () => goTo(context, cure.place, true), { class: 'link' }),
      ),
    ),
  );
}

/** The sentence that a screen reader is told when the answer changes. */
export function announce(view: PanelView): string {
  return view.document?.prediction?.headline ?? notice(view);
}

function notice(view: PanelView): string {
  if (view.document?.notice) return view.document.notice;
  if (view.token === null)
    return 'No token is set. Decode one to see what the gateway answers to it. It stays in memory and is never written to disk.';
  return 'Open a policy to see what its gateway answers to this token.';
}

/** The outcome as icon and word. */
export function outcomeBadge(outcome: Outcome): HTMLElement {
  return element('span', { class: `badge ${outcome}`, title: outcomeMeanings[outcome] }, icon(outcome), outcomeWords[outcome]);
}
