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
  type CheckName,
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
  const own = listCauses(judged, findings);
  const ordered = putPrimaryFirst(judged, findings);
  const offers = new Map<string, Offer & { readonly finding: Finding }>();
  for (const finding of ordered.filter(each => own.includes(each))) {
    for (const offer of await offerFixes(judged, await makeFixes(judged, finding).catch(() => [])))
      if (!offers.has(offer.fix.title)) offers.set(offer.fix.title, { ...offer, finding });
  }
  const catalogue = languageOf(judged.facts);
  const line = text.lineOf(decidedBy.policy.start);
  const signature = decidedBy.prediction?.checks.find(({ check }) => check === 'signature')?.outcome;
  const namesRest = signature === 'unresolved' && judged.verdict !== null && judged.verdict.notRead.length > 0;
  const fixes = sortOffers([...offers.values()]).map(offer => toOffer(offer, { line, namesRest, catalogue }));
  if (fixes.length > 0) return { kind: 'fixes', fixes: fixes.slice(0, mostFixes) };
  const step = findStep(ordered, own);
  if (!own.some(needsToken)) return step && { kind: 'step', step };
  return { kind: 'token', words: render(say('cure-other-token', {}), catalogue), step };
}

/** What the policy itself brings about, whatever the token is: found without a check, and reported by one. */
const causesInPolicy: Readonly<Partial<Record<CheckName, readonly Finding['code'][]>>> = {
  signature: ['no-keys', 'weak-key', 'address-as-key', 'certificate-as-key'],
};

/** The findings about what the gateway reports: those of the check, else those of the policy that bring it about. */
export function listCauses({ verdict }: Diagnosis['judged'], findings: readonly Finding[]): readonly Finding[] {
  const decidedBy = verdict?.outcome === 'fail' ? verdict.decidedBy : null;
  const reported = decidedBy?.prediction?.reports?.check;
  if (decidedBy === null || reported === undefined) return [];
  const ofPolicy = findings.filter(({ policy }) => policy === decidedBy.index);
  const own = ofPolicy.filter(({ data }) => data['check'] === reported && data['outcome'] === 'fail');
  return own.length > 0 ? own : ofPolicy.filter(({ code }) => causesInPolicy[reported]?.includes(code) === true);
}

/** `namesRest`: whether the verdict says beside the offers that the signature was not checked, and what was not read. */
function toOffer(
  { fix, after, finding }: Offer & { readonly finding: Finding },
  { line, namesRest, catalogue }: { readonly line: number; readonly namesRest: boolean; readonly catalogue: Catalogue },
): FixOffer {
  const { title, code, widens } = fix;
  const [head = title] = title.split(/: /, 1);
  return {
    title,
    code,
    widens,
    finding: finding.code,
    label: isRewriteName(code) ? render(say('cure-rewrite', { line }), catalogue) : head,
    after: after?.butRest === true && namesRest ? render(say('after-fix-but-rest', {}), catalogue) : (after?.words ?? null),
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
const otherCauses: readonly Finding['code'][] = [
  'external-id-unsupported',
  'b2c-unsupported',
  'metadata-invalid',
  'metadata-issuer-differs',
  'no-keys',
  'weak-key',
  'token-source',
];

function needsToken({ code }: Finding): boolean {
  return !otherCauses.includes(code);
}
