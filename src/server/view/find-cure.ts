import {
  isRewriteName,
  languageOf,
  makeFixes,
  offerFixes,
  putPrimaryFirst,
  render,
  say,
  sortOffers,
  type Catalogue,
  type Finding,
  type Offer,
} from '../../core/index.js';
import type { Cure, FixOffer, StepPlace } from '../../view.js';
import type { Diagnosis } from '../readings.js';

/** More fixes than these nobody weighs. */
const mostFixes = 12;

/**
 * What cures the check that the gateway reports: the fixes of its own findings, not of others of the same token policy. Where these have
 * none, another token does; null where nothing is reported, and where the cure is neither.
 */
export async function findCure({ text, judged, findings }: Diagnosis): Promise<Cure | null> {
  const decidedBy = judged.verdict?.outcome === 'fail' ? judged.verdict.decidedBy : null;
  const reported = decidedBy?.prediction?.reports?.check;
  if (decidedBy === null || reported === undefined) return null;
  const own = findings.filter(({ policy, data }) => policy === decidedBy.index && data['check'] === reported && data['outcome'] === 'fail');
  const ordered = putPrimaryFirst(judged, findings);
  const offers = new Map<string, Offer & { readonly finding: Finding }>();
  for (const finding of ordered.filter(each => own.includes(each))) {
    for (const offer of await offerFixes(judged, await makeFixes(judged, finding).catch(() => [])))
      if (!offers.has(offer.fix.title)) offers.set(offer.fix.title, { ...offer, finding });
  }
  const catalogue = languageOf(judged.facts);
  const line = text.lineOf(decidedBy.policy.start);
  const fixes = sortOffers([...offers.values()]).map(offer => toOffer(offer, line, catalogue));
  if (fixes.length > 0) return { kind: 'fixes', fixes: fixes.slice(0, mostFixes) };
  if (!own.some(needsToken)) return null;
  return { kind: 'token', words: render(say('cure-other-token', {}), catalogue), step: findStep(ordered, own) };
}

function toOffer({ fix, after, finding }: Offer & { readonly finding: Finding }, line: number, catalogue: Catalogue): FixOffer {
  const { title, code, widens } = fix;
  const [head = title] = title.split(/: /, 1);
  return {
    title,
    code,
    widens,
    finding: finding.code,
    label: isRewriteName(code) ? render(say('cure-rewrite', { line }), catalogue) : head,
    after: after?.words ?? null,
    fails: after?.outcome === 'fail',
  };
}

/** The first step that has something to copy: with it a token is had. `ordered`: as the view lists the findings. */
function findStep(ordered: readonly Finding[], own: readonly Finding[]): StepPlace | null {
  for (const [finding, each] of ordered.entries()) {
    const step = own.includes(each) ? each.nextSteps.findIndex(({ copy }) => copy !== null) : -1;
    if (step >= 0) return { finding, step };
  }
  return null;
}

/** What a document of the issuer, or the policy alone, brings about is not cured by a token. */
const otherCauses: readonly Finding['code'][] = ['metadata-invalid', 'metadata-issuer-differs', 'no-keys', 'weak-key', 'token-source'];

function needsToken({ code }: Finding): boolean {
  return !otherCauses.includes(code);
}
