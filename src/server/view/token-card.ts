import { topicOfClaim, viewToken, type Catalogue, type JsonObject, type TokenView } from '../../core/index.js';
import type { ClaimGroup, ClaimRow, TokenCard, TokenPart } from '../../token-cards.js';
import type { HeldToken } from '../facts-store.js';
import { writeMembers } from './write-members.js';

/** More rows than these nobody reads; a filter finds the others. */
const mostRows = { claims: 200, header: 50 };
/** Longer values and texts are cut, in UTF-16 code units: copying takes all of it. */
const longest = { value: 2_000, json: 20_000 };

/** What the user let be shown. */
interface TokenWishes {
  readonly personal?: boolean;
  readonly json?: boolean;
  readonly filter?: string;
}

/** The token in plain words, as the panel shows it: neither compact form nor signature, and no more values than are shown. */
export function toTokenCard({ id, token, sample }: HeldToken, now: number, wishes: TokenWishes, catalogue: Catalogue): TokenCard {
  const view = viewToken(token, now, catalogue);
  const { kind, kindLabel, kindReason, problem, cleaned, summary, times } = view;
  const toRow = (part: TokenPart) => (line: TokenView['claims'][number]) => toClaimRow(line, token[part], view, wishes.personal === true);
  const filter = (wishes.filter ?? '').trim().toLowerCase();
  const fitting = view.claims.map(toRow('claims')).filter(row => filter === '' || fits(row, filter));
  return {
    id,
    kind,
    kindLabel,
    kindReason,
    problem,
    cleaned,
    sample: sample !== null,
    summary,
    times,
    header: view.header.slice(0, mostRows.header).map(toRow('header')),
    claims: fitting.slice(0, mostRows.claims),
    count: view.claims.length,
    more: Math.max(0, fitting.length - mostRows.claims),
    json: wishes.json === true ? writeJson(token) : null,
  };
}

function toClaimRow(line: TokenView['claims'][number], members: JsonObject, { times }: TokenView, showsPersonal: boolean): ClaimRow {
  const { name, value, meaning, note, personal } = line;
  const own = Object.hasOwn(members, name) ? members[name] : undefined;
  return {
    name,
    value: personal && !showsPersonal ? null : cutValue(value),
    entries: Array.isArray(own) ? own.length : null,
    length: value.length,
    at: times.find(({ claim }) => claim === name)?.at ?? null,
    meaning,
    note: personal && !showsPersonal ? null : note,
    personal,
    group: groupOf(line),
  };
}

function groupOf({ name, meaning, personal }: Pick<ClaimRow, 'name' | 'meaning' | 'personal'>): ClaimGroup {
  return topicOfClaim(name) ?? (meaning !== null && personal ? 'person' : 'other');
}

/** Only what is shown is searched: a filter tells nothing of a hidden value. */
function fits({ name, value, meaning }: ClaimRow, filter: string): boolean {
  return [name, value, meaning].some(text => text?.toLowerCase().includes(filter) === true);
}

/** A value as far as it is shown. */
export function cutValue(value: string): string {
  return value.length <= longest.value ? value : value.slice(0, longest.value);
}

function writeJson(token: HeldToken['token']): TokenCard['json'] {
  const [header, claims] = [writeMembers(token, 'header'), writeMembers(token, 'claims')];
  const cut = header.length > longest.json || claims.length > longest.json;
  return { header: header.slice(0, longest.json), claims: claims.slice(0, longest.json), cut };
}
