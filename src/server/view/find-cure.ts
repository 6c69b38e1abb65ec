import { languageOf, makeFixes, offerFixes, putPrimaryFirst, render, say, type Finding } from '../../core/index.js';
import type { Cure } from '../../view.js';
import type { Diagnosis } from '../readings.js';
import { toPlace } from './policy-cards.js';

/**
 * What cures the check that the gateway reports: the fixes of its own findings, not of others of the same token policy. Where these have
 * none, another token does; null where nothing is reported, and where the cure is neither.
 */
export async function findCure({ text, judged, findings }: Diagnosis): Promise<Cure | null> {
  const decidedBy = judged.verdict?.outcome === 'fail' ? judged.verdict.decidedBy : null;
  const reported = decidedBy?.prediction?.reports?.check;
  if (decidedBy === null || reported === undefined) return null;
  const own = findings.filter(({ policy, data }) => policy === decidedBy.index && data['check'] === reported && data['outcome'] === 'fail');
  for (const finding of putPrimaryFirst(judged, own)) {
    const [first] = await offerFixes(judged, await makeFixes(judged, finding).catch(() => []));
    if (first === undefined) continue;
    return {
      words: render(say('show-fixes', {}), languageOf(judged.facts)),
      place: toPlace(text, finding),
      after: first.after?.words ?? null,
    };
  }
  return own.some(needsToken) ? { words: render(say('cure-other-token', {}), languageOf(judged.facts)), place: null, after: null } : null;
}

/** What a document of the issuer, or the policy alone, brings about is not cured by a token. */
const otherCauses: readonly Finding['code'][] = ['metadata-invalid', 'metadata-issuer-differs', 'no-keys', 'weak-key', 'token-source'];

function needsToken({ code }: Finding): boolean {
  return !otherCauses.includes(code);
}
