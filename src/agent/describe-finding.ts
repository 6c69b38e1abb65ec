import {
  chooseFix,
  englishCatalogue,
  makeFixes,
  offerFixes,
  summarizeRule,
  type Discretion,
  type Finding,
  type Judged,
  type LineMap,
} from '../core/index.js';
import { longestPath, mostSteps } from './limits.js';
import { tellJudged, tellOutside } from './outside-text.js';
import { tellSteps } from './tell-steps.js';

/** A finding as all tools tell it. */
type ToldFinding = ReturnType<typeof tellFinding>;

/** A finding as `check_policies` tells it. */
export type FullFinding = ToldFinding & ReturnType<typeof tellRest> & { readonly changes: readonly ToldChange[] };

/** A change that cures a finding. */
type ToldChange = Awaited<ReturnType<typeof listChanges>>[number];

/** The short form of a finding: place, rule, title. `lines`: those of the file. */
export function tellFinding(file: string, { code, severity, certainty, title, start }: Finding, lines: LineMap, discretion: Discretion) {
  return {
    untrustedFile: tellOutside(file, longestPath),
    ...lines.positionAt(start),
    rule: code,
    about: summarizeRule(code, englishCatalogue),
    severity,
    certainty,
    untrustedTitle: tellJudged(title, discretion),
  };
}

/** What else is known of it: details, the gateway's words, what to do. */
export function tellRest({ detail, gatewayText, nextSteps }: Finding, discretion: Discretion) {
  return {
    untrustedDetail: tellJudged(detail, discretion),
    untrustedGatewayText: tellJudged(gatewayText, discretion),
    untrustedNextSteps: tellSteps(nextSteps, discretion.text),
  };
}

/** What cures a finding, as `propose_policy_change` takes it, the best first. */
export async function listChanges(judged: Judged, finding: Finding) {
  const fixes = await makeFixes(judged, finding);
  // Only what can be asked for by the rule's code and the form.
  const named = fixes.filter(fix => chooseFix(fixes, fix.variant) === fix);
  const offers = await offerFixes(judged, named);
  return offers.slice(0, mostSteps).map(({ fix: { variant, widens, certainty, title }, after }) => ({
    change: finding.code,
    variant: variant ?? null,
    widens,
    certainty,
    untrustedTitle: tellJudged(title, judged.discretion),
    after: after === null ? null : { outcome: after.outcome, status: after.status, check: after.check },
  }));
}
