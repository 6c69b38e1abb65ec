import type { CancellationToken } from 'vscode-languageserver';
import {
  keyOfTarget,
  languageOf,
  meetsFile,
  rootsOf,
  render,
  say,
  wordPath,
  wordTarget,
  type Catalogue,
  type Judged,
  type JudgedPath,
  type PathVerdict,
} from '../../core/index.js';
import type { PathOutcome, PathRow, PathsCard, Verdict } from '../../view.js';
import type { ServerParts } from '../server-parts.js';
import { PathPlaces } from './path-places.js';
import { toStationCards } from './station-cards.js';

/** More rows than these nobody reads. */
const mostRows = 50;

/** The paths that meet a document, failures first. */
export interface MetPaths {
  readonly paths: readonly JudgedPath[];
  readonly inForce: JudgedPath;
  /** What the document's policy is called among the scopes. */
  readonly key: string;
}

/**
 * The paths of requests that meet a document. In force is the one with that key, else the first. Null where its folders do not say in which scope it is, where
 * no path meets it, and where nobody waits any more.
 */
export async function findPaths(
  { scopes, paths }: Pick<ServerParts, 'scopes' | 'paths'>,
  { uri, index, text }: { readonly uri: string; readonly index: number; readonly text: string },
  chosen: string | null,
  cancellation: CancellationToken,
): Promise<MetPaths | null> {
  const { current } = scopes;
  const key = scopes.keyOf(uri, index, text);
  if (current === null || key === undefined) return null;
  const met: JudgedPath[] = [];
  for (const root of rootsOf(current, key)) {
    const judged = await paths.judge(root, cancellation);
    met.push(...(judged?.paths.filter(path => meetsFile(path, key)) ?? []));
  }
  const ordered = [...met].sort((one, other) => weigh(other.verdict) - weigh(one.verdict));
  const [first] = ordered;
  if (first === undefined) return null;
  return { paths: ordered, inForce: ordered.find(({ target }) => keyOfTarget(target) === chosen) ?? first, key };
}

/** The more there is to look at, the more. */
function weigh(verdict: PathVerdict | null): number {
  if (verdict === null) return 0;
  const { answer, complete } = verdict;
  if (answer.outcome === null) return 3;
  return { fail: 6, unresolved: 5, uncertain: 4, pass: complete ? 1 : 2 }[answer.outcome];
}

/** What the panel shows of them. */
export function toPathsCard({ paths, inForce }: MetPaths, { scopes, language }: Pick<ServerParts, 'scopes' | 'language'>): PathsCard {
  const first = paths.slice(0, mostRows);
  const shown = first.includes(inForce) ? first : [...first.slice(0, -1), inForce];
  const places = new PathPlaces(scopes, inForce);
  return {
    rows: shown.map(path => toRow(path, places, language.core)),
    inForce: shown.indexOf(inForce),
    more: paths.length - shown.length,
    stations: toStationCards(inForce, places, language.words),
    branches: inForce.verdict === null ? [] : wordPath(inForce.verdict, places.nameFile, language.core).branches,
    unread: language.words.unread(scopes.unread) || null,
  };
}

function toRow({ target, verdict }: JudgedPath, places: PathPlaces, catalogue: Catalogue): PathRow {
  return {
    key: keyOfTarget(target),
    name: wordTarget(target, catalogue),
    answer: verdict === null ? null : wordPath(verdict, places.nameFile, catalogue).headline,
    outcome: outcomeOf(verdict),
  };
}

/** What comes of a path; null without a token. */
export function outcomeOf(verdict: PathVerdict | null): PathOutcome | null {
  return verdict === null ? null : (verdict.answer.outcome ?? 'answered');
}

/** The verdict on a document, as the path in force has it; `onItsOwn`: as the document alone has it. What is said of the document alone stays where the document itself decides. */
export function toVerdictOnPath(
  judged: Judged,
  onItsOwn: Verdict | null,
  { inForce, key }: MetPaths,
  scopes: ServerParts['scopes'],
  cause: Verdict['cause'],
): Verdict | null {
  const { verdict } = inForce;
  if (verdict === null) return null;
  const { answer } = verdict;
  const { nameFile } = new PathPlaces(scopes, inForce);
  const catalogue = languageOf(judged.facts);
  const words = wordPath(verdict, nameFile, catalogue);
  const outcome = answer.outcome ?? 'unresolved';
  const decides = answer.policy;
  const own = decides?.at.source.key === key ? judged.policies.find(({ policy }) => policy.start === decides.policy.start) : undefined;
  const alone = own === undefined ? null : onItsOwn;
  if (alone !== null && alone.policy === own?.index && alone.outcome === outcome)
    return { ...alone, notRead: words.notRead, notReadAt: null };
  const elsewhere =
    decides === null
      ? null
      : render(
          say('verdict-elsewhere', {
            kind: decides.policy.kind,
            place: words.decidedBy ?? nameFile(decides.at.source.path),
            outcome,
            check: decides.prediction.reports?.check ?? null,
          }),
          catalogue,
        );
  // Which check it is stands in the detail.
  const said = outcome === 'fail' && answer.status !== null ? String(answer.status) : words.answer;
  return {
    outcome,
    answer: said,
    headline: cause?.title ?? render(say('verdict-headline', { outcome, answer: said }), catalogue),
    notRead: words.notRead,
    notReadAt: null,
    detail: [elsewhere, words.because].filter(part => part !== null).join(' ') || null,
    policy: own?.index ?? null,
    difference: null,
    cure: null,
    cause,
  };
}
