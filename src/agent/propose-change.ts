import {
  applyEdits,
  chooseFix,
  findVariant,
  fixAll,
  fixEach,
  isRewriteName,
  isRuleCode,
  neutralChoice,
  quoteForDiff,
  rewriteAll,
  showInvisibleLines,
  unifiedDiff,
  writesPrivateValue,
  type Edit,
  type FixedText,
  type Judged,
} from '../core/index.js';
import type { ToolAnswer, ToolHost, ToolProblem } from './answer.js';
import { longestDiff, longestPath, mostFindings } from './limits.js';
import { holdsToken, quoteFile, tellJudged, tellOutside } from './outside-text.js';
import type { SourceFile } from './policy-source.js';
import { englishAgent } from './sentences/english/index.js';

interface Asked {
  readonly host: ToolHost;
  /** A rule's code or the name of a rewrite; undefined for all fixes that cannot change any answer. */
  readonly change: string | undefined;
  readonly variant: string | undefined;
}

/** The answer of `propose_policy_change`: the change of one file as a unified diff. Nothing is written. */
export async function proposeChange({ file, text, policies }: SourceFile, asked: Asked): Promise<ToolAnswer | ToolProblem> {
  const { change } = asked;
  if (change !== undefined && !isRewriteName(change) && !isRuleCode(change))
    return { problem: englishAgent.unknownChange(), nextStep: englishAgent.lookThere() };
  const edits: Edit[] = [];
  const changes: string[] = [];
  const refused: { line: number; untrustedReason: string }[] = [];
  let [keepsBack, widens] = [false, false];
  for (const { judged, lines, write } of policies) {
    const work = await workOut(judged, asked);
    const refuse = (start: number, reason: string): void =>
      void refused.push({ line: lines.positionAt(start).line, untrustedReason: tellJudged(reason, judged.discretion) });
    for (const { start, reason } of work.refusals) refuse(start, reason);
    // Fixes that would write such a value are not among those worked out; this is the last look.
    if (writesPrivateValue(judged.document.text, work.edits, judged.facts)) {
      keepsBack = true;
      refuse(work.edits[0]?.start ?? 0, englishAgent.privateValue());
      continue;
    }
    const written = write(work.edits);
    if ('reason' in written) {
      refuse(work.edits[0]?.start ?? 0, written.reason);
      continue;
    }
    edits.push(...written.edits);
    changes.push(...work.descriptions.map(each => tellJudged(each, judged.discretion)));
    widens ||= work.widens;
  }
  const diff = unifiedDiff(quoteForDiff(file), text, applyEdits(text, edits));
  const isShown = diff !== '' && mayShow(diff);
  const nextStep = adviseNext({ host: asked.host, diff, isShown, widens, isRefused: refused.length > 0, keepsBack });
  const structured = {
    note: englishAgent.note(),
    applied: false,
    untrustedFile: tellOutside(file, longestPath),
    untrustedDiff: isShown ? diff : null,
    widens,
    untrustedChanges: changes.slice(0, mostFindings),
    refused: refused.slice(0, mostFindings),
    nextStep,
  };
  const line = englishAgent.proposed({ changes: changes.length, refused: refused.length, file: quoteFile(file) });
  return { structured, text: `${line}\n${englishAgent.next({ step: nextStep })}` };
}

async function workOut(judged: Judged, { change, variant }: Asked): Promise<FixedText> {
  if (change === undefined) return fixAll(judged, neutralChoice);
  if (isRewriteName(change)) return rewriteAll(judged, change, findVariant(variant));
  return fixEach(judged, (fixes, { code }) => (code === change ? chooseFix(fixes, variant) : undefined));
}

/** Whether a diff may be shown as it is: changed by one character it could not be applied, or would hide something. */
function mayShow(diff: string): boolean {
  // A byte order mark at the beginning of a file is none of its text.
  const seen = diff.replace(/^([ +-])\ufeff/m, '$1');
  return diff.length <= longestDiff && !holdsToken(diff) && showInvisibleLines(seen) === seen;
}

interface Result {
  readonly host: ToolHost;
  readonly diff: string;
  readonly isShown: boolean;
  readonly widens: boolean;
  readonly isRefused: boolean;
  readonly keepsBack: boolean;
}

function adviseNext({ host, diff, isShown, widens, isRefused, keepsBack }: Result): string {
  if (isShown) return englishAgent.showDiff({ widens });
  if (diff !== '') return englishAgent.hiddenDiff({ host });
  if (keepsBack) return englishAgent.privateValue();
  return isRefused ? englishAgent.refusedChange() : englishAgent.noChange();
}
