import { runRules, type DiagnoseOptions } from '../../diagnosis/run-rules.js';
import type { Finding } from '../../finding.js';
import { judge } from '../../judgement/judge.js';
import type { Judged } from '../../judgement/judged.js';
import { pathTo } from '../../policy/policy-tree.js';
import { rereadDocument } from '../../policy/reread-document.js';
import { withDocument } from '../../scopes/path.js';
import { composeEdits } from '../../text/compose-edits.js';
import { changesNothing, type Edit } from '../../text/edit.js';
import type { Fix } from '../fix.js';
import { makeFixes } from '../make-fixes.js';
import { choiceOf, isSameChoice, type FixChoice } from './fix-choice.js';
import { findVariant, isRewriteName } from '../rewrite/variants.js';
import { tellFixes, type FixedText } from './fixed-text.js';
import { rewriteAll } from './rewrite-all.js';
import { TakenSpans } from './taken-spans.js';

/** A fix may open the way for the next one; more rounds than this mean that two fixes undo each other. */
const mostRounds = 50;

/** Applies every fix of a choice, wherever the text has room for it. */
export async function fixAll(judged: Judged, choice: FixChoice, options: DiagnoseOptions = {}): Promise<FixedText> {
  const { code } = choice;
  if (isRewriteName(code))
    return rewriteAll(judged, code, findVariant(choice.variant), fix => isSameChoice(choiceOf(fix, fix.code), choice));
  const choose = (fixes: readonly Fix[], finding: Finding): Fix | undefined =>
    fixes.find(fix => (choice.neutral ? fix.neutral === true : isSameChoice(choiceOf(fix, finding.code), choice)));
  return fixEach(judged, choose, options);
}

/**
 * Applies, round after round on the text as it is then, the fix that is chosen for each finding, until none is left. What could meet
 * in one round (fixes of different kinds, edits that touch, edits of one tag) waits for the next.
 */
export async function fixEach(
  judged: Judged,
  choose: (fixes: readonly Fix[], finding: Finding) => Fix | undefined,
  options: DiagnoseOptions = {},
): Promise<FixedText> {
  const done: Fix[] = [];
  let all: readonly Edit[] = [];
  let now = judged;
  for (let round = 0; round < mostRounds; round++) {
    const chosen = await chooseRound(now, await runRules(now, options), choose, options);
    if (options.signal?.aborted === true || chosen.length === 0) break;
    const edits = chosen.flatMap(fix => fix.edits);
    all = composeEdits(all, edits);
    const document = rereadDocument(now.document, edits);
    now = await judge(withDocument(now.path, document), now.facts);
    done.push(...chosen);
  }
  return tellFixes(now.document.text, all, done);
}

/** Fixes of one code that have nothing to do with one another. */
async function chooseRound(
  judged: Judged,
  findings: readonly Finding[],
  choose: (fixes: readonly Fix[], finding: Finding) => Fix | undefined,
  { pause, signal }: DiagnoseOptions,
): Promise<Fix[]> {
  const chosen: Fix[] = [];
  const taken = new TakenSpans();
  const tags = new Set<number>();
  let code: string | null = null;
  for (const finding of findings) {
    if (code !== null && finding.code !== code) continue;
    const fix = choose(
      (await makeFixes(judged, finding)).filter(({ alone }) => alone !== true),
      finding,
    );
    if (pause !== undefined) await pause();
    if (signal?.aborted === true) return [];
    if (fix === undefined || changesNothing(judged.document.text, fix.edits)) continue;
    const own = listTags(judged, finding, fix.edits);
    if (own.some(tag => tags.has(tag)) || fix.edits.some(edit => taken.touches(edit))) continue;
    code = finding.code;
    chosen.push(fix);
    for (const edit of fix.edits) taken.add(edit);
    for (const tag of own) tags.add(tag);
  }
  return chosen;
}

/** The opening tags that edits reach into, by where they begin: of two misspelt attributes of one tag, both may mean the same name. */
function listTags({ policies }: Judged, { policy }: Finding, edits: readonly Edit[]): number[] {
  const element = policy === null ? undefined : policies[policy]?.policy.element;
  if (element === undefined) return [];
  return edits.flatMap(edit =>
    pathTo(element, edit.start)
      .filter(({ openTag }) => openTag.start <= edit.start && edit.end < openTag.end)
      .map(({ openTag }) => openTag.start),
  );
}
