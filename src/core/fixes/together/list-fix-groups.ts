import type { Finding } from '../../finding.js';
import type { Judged } from '../../judgement/judged.js';
import { languageOf, type Catalogue } from '../../messages/catalogue.js';
import { say } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import type { Fix } from '../fix.js';
import { makeFixes } from '../make-fixes.js';
import { isRewriteName } from '../rewrite/variants.js';
import { choiceOf, isSameChoice, neutralChoice, type FixChoice } from './fix-choice.js';
import { listRewrites } from '../rewrite/rewrite.js';
import { rewriteBack } from '../rewrite/to-validate-azure-ad-token.js';

/** Fixes that are applied together, wherever they can be. */
export interface FixGroup {
  readonly choice: FixChoice;
  /** What all of them do: where more is accepted, exactly what each of them says. */
  readonly title: string;
  /** In how many places. */
  readonly count: number;
  readonly widens: boolean;
}

interface GroupOptions {
  /** Awaited between findings, so that a long document does not hold up its host. */
  readonly pause?: () => Promise<void>;
  readonly signal?: { readonly aborted: boolean };
  /** Of each code, so many findings are looked at: what holds for them is offered for all. */
  readonly mostFindings?: number;
  /** So many token policies are looked at for their rewrites. */
  readonly mostElements?: number;
}

/** The fixes of a document that can be applied together: those that change no outcome first, then by where the first of them stands. */
export async function listFixGroups(
  judged: Judged,
  findings: readonly Finding[],
  { pause, signal, mostFindings = 500, mostElements = 500 }: GroupOptions = {},
): Promise<FixGroup[]> {
  const groups: FixGroup[] = [];
  const catalogue = languageOf(judged.facts);
  const seen = new Map<string, number>();
  for (const finding of findings) {
    const count = (seen.get(finding.code) ?? 0) + 1;
    seen.set(finding.code, count);
    if (count > mostFindings) continue;
    // The rewrites of an element are listed below, once, whatever findings it has.
    const fixes = (await makeFixes(judged, finding)).filter(({ code, alone }) => !isRewriteName(code) && alone !== true);
    for (const fix of fixes) addFix(groups, choiceOf(fix, finding.code), fix, catalogue);
    const harmless = fixes.find(({ neutral }) => neutral === true);
    if (harmless !== undefined) addFix(groups, neutralChoice, harmless, catalogue);
    await pause?.();
    if (signal?.aborted === true) return [];
  }
  for (const fix of await listAllRewrites(judged, mostElements)) addFix(groups, choiceOf(fix, fix.code), fix, catalogue);
  return sortGroups(groups);
}

/** The groups of several documents as one list. */
export function mergeGroups(lists: readonly (readonly FixGroup[])[]): FixGroup[] {
  const merged: FixGroup[] = [];
  for (const group of lists.flat()) addGroup(merged, group);
  return sortGroups(merged);
}

function sortGroups(groups: readonly FixGroup[]): FixGroup[] {
  return [...groups.filter(({ choice }) => choice.neutral), ...groups.filter(({ choice }) => !choice.neutral)];
}

async function listAllRewrites({ document, policies, facts }: Judged, most: number): Promise<Fix[]> {
  if (most === 0) return [];
  const there = policies.filter(({ policy }) => policy.kind === 'validate-azure-ad-token');
  const rewrites: Fix[] = [];
  for (const policy of there.slice(0, most)) rewrites.push(...(await listRewrites(policy)));
  const back = rewriteBack(document, facts).filter(result => 'edits' in result);
  return [...rewrites, ...back.slice(0, most)];
}

function addFix(groups: FixGroup[], choice: FixChoice, { title, widens }: Fix, catalogue: Catalogue): void {
  addGroup(groups, { choice, title: choice.neutral ? render(say('fix-all-neutral', {}), catalogue) : title, count: 1, widens });
}

function addGroup(groups: FixGroup[], group: FixGroup): void {
  const at = groups.findIndex(({ choice }) => isSameChoice(choice, group.choice));
  const known = groups[at];
  if (known === undefined) groups.push(group);
  else groups[at] = { ...known, title: joinTitles(known.title, group.title), count: known.count + group.count };
}

/** What is called out in one title and not in the other is called out for both. */
function joinTitles(one: string, other: string): string {
  return one === other ? one : [...new Set([...one.split('; '), ...other.split('; ')])].join('; ');
}
