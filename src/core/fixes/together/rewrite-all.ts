import type { Judged } from '../../judgement/judged.js';
import { languageOf } from '../../messages/catalogue.js';
import { say } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import { applyEdits } from '../../text/edit.js';
import type { Fix, Refusal } from '../fix.js';
import { rewriteEach } from '../rewrite/rewrite.js';
import { advisedVariant, type RewriteName, type RewriteVariant, type WrittenVariant } from '../rewrite/variants.js';
import { tellFixes, type FixedText } from './fixed-text.js';

/** An element that took another variant than the advised one, which nobody had asked for by name, and why. */
interface Substitute extends Refusal {
  readonly variant: WrittenVariant;
}

/** A text after the rewrite of its elements. */
export interface RewrittenText extends FixedText {
  readonly substitutes: readonly Substitute[];
}

/**
 * Rewrites every element of the one kind into the other.
 *
 * @param variant without it, each element takes the first of those that can be written
 * @param isWanted asked of each rewrite; one that is not wanted is left, and told among the refusals
 */
export async function rewriteAll(
  judged: Judged,
  name: RewriteName,
  variant: RewriteVariant | undefined,
  isWanted: (fix: Fix) => boolean = () => true,
): Promise<RewrittenText> {
  const { text, tokenPolicies } = judged.document;
  const done: Fix[] = [];
  const refusals: Refusal[] = [];
  const results = await rewriteEach(judged, name, variant);
  for (const result of results) {
    if ('reason' in result) refusals.push(result);
    else if (isWanted(result)) done.push(result);
    else {
      const at = result.edits[0]?.start ?? 0;
      const { start, end } = tokenPolicies.find(policy => policy.start === at) ?? { start: at, end: at };
      refusals.push({ reason: render(say('fix-all-other', { title: result.title }), languageOf(judged.facts)), start, end });
    }
  }
  const edits = done.flatMap(fix => fix.edits);
  const substitutes = name === 'to-validate-jwt' && variant === undefined ? await listSubstitutes(judged, results) : [];
  return { ...tellFixes(applyEdits(text, edits), edits, done, refusals), substitutes };
}

/** Where the advised variant, which changes nothing for a workforce tenant's tokens, could not be written: what was taken, and why. */
async function listSubstitutes(judged: Judged, results: readonly (Fix | Refusal)[]): Promise<Substitute[]> {
  if (!results.some(result => findNarrower(result) !== null)) return [];
  const advised = await rewriteEach(judged, 'to-validate-jwt', advisedVariant);
  return results.flatMap((result, index) => {
    const variant = findNarrower(result);
    const refusal = advised[index];
    return variant !== null && refusal !== undefined && 'reason' in refusal ? [{ ...refusal, variant }] : [];
  });
}

/** The variant of a rewrite that accepts less than the advised one; null for all others. */
function findNarrower(result: Fix | Refusal): WrittenVariant | null {
  if (!('edits' in result) || result.widens || result.variant === undefined) return null;
  return result.variant === advisedVariant ? null : result.variant;
}
