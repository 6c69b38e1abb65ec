import type { PanelView } from '../panel-messages.js';
import type { ComparedRow } from '../token-cards.js';
import { shownPolicy } from './checks-section.js';
import { shortenIds } from './compare-values.js';
import { copyButton, lineLink, type PageContext } from './context.js';
import { element, table } from './dom.js';
import { momentParts, validityBar } from './validity-bar.js';
import { outcomeBadge } from './verdict-section.js';

/** Longer values are cut here; "All claims" has more of them. */
const longestValue = 160;
const mostWanted = 3;

/** What the token policy compares, claim by claim: what fails first, then in the gateway's order. */
export function comparedSection(view: PanelView, context: PageContext): HTMLElement | null {
  const policy = shownPolicy(view, context);
  if (view.token === null || policy === null || policy.compared.length === 0) return null;
  const { sentences } = context.catalogue;
  const rows = policy.compared;
  const ordered = [...rows.filter(({ outcome }) => outcome !== 'pass'), ...rows.filter(({ outcome }) => outcome === 'pass')];
  return element(
    'div',
    {},
    validityBar(view.token, view.now, context),
    table(
      'compared',
      sentences['compared-caption'](),
      sentences['compared-columns'](),
      ordered.map((row, index) => comparedRow(row, index, view.now, context)),
    ),
  );
}

function comparedRow(row: ComparedRow, index: number, now: number, context: PageContext): HTMLTableRowElement {
  const { name, part, value, meaning, place, outcome } = row;
  const { catalogue } = context;
  return element(
    'tr',
    { class: outcome },
    element('th', { scope: 'row', title: meaning ?? false }, element('code', {}, name)),
    element(
      'td',
      {},
      valueOf(row, now, context),
      ...wantedParts(row, context),
      meaning === null ? null : element('p', { class: 'quiet meaning' }, meaning),
    ),
    element(
      'td',
      { class: 'outcome' },
      outcomeBadge(outcome, catalogue),
      place === null ? null : lineLink(context, place, `compared-${index}`),
    ),
    element(
      'td',
      { class: 'tools' },
      value === null ? null : copyButton(context, { kind: 'member', part, name }, catalogue.sentences['copy-value']({ name })),
    ),
  );
}

function valueOf({ value, entries, at }: ComparedRow, now: number, context: PageContext): HTMLElement {
  const { sentences } = context.catalogue;
  if (value === null) return element('p', { class: 'quiet' }, sentences['has-none']());
  if (at !== null) return element('p', {}, ...momentParts(at, now, context));
  const short = shortenIds(value);
  const cut = short.length > longestValue ? `${short.slice(0, longestValue)}…` : short;
  return element(
    'p',
    {},
    element('code', { title: value === short ? false : value }, cut),
    entries === null ? null : element('span', { class: 'quiet' }, ` ${sentences.entries({ count: entries })}`),
  );
}

/** What the policy takes, where the token has something else. */
function wantedParts({ outcome, wanted }: ComparedRow, { catalogue: { sentences } }: PageContext): HTMLElement[] {
  if (outcome === 'pass' || wanted.length === 0) return [];
  const first = wanted
    .slice(0, mostWanted)
    .flatMap((text, index) => [index === 0 ? '' : ', ', element('code', { title: text }, shortenIds(text).slice(0, longestValue))]);
  const more = wanted.length - mostWanted;
  return [
    element('p', { class: 'quiet' }, sentences['policy-takes'](), ' ', ...first, more > 0 ? sentences['or-more']({ count: more }) : null),
  ];
}
