import type { TokenView } from '../../core/index.js';
import type { TokenCard } from '../../view.js';

/** The token in plain words, as the panel shows it: neither compact form nor signature. */
export function toTokenCard(view: TokenView, sample: boolean): TokenCard {
  const { kind, kindLabel, kindReason, problem, cleaned, summary, times } = view;
  const toRow = ({ name, value, meaning, note, personal }: TokenView['claims'][number]): TokenCard['claims'][number] => ({
    name,
    value,
    meaning,
    note,
    personal,
  });
  return {
    kind,
    kindLabel,
    kindReason,
    problem,
    cleaned,
    sample,
    summary,
    times,
    header: view.header.map(toRow),
    claims: view.claims.map(toRow),
  };
}
