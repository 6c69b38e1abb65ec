import type { Finding } from '../finding.js';
import type { Judged } from '../judgement/judged.js';

/** The finding of what the caller meets first: that of the check which the deciding token policy reports. Null where nothing fails for certain. */
export function findPrimary({ verdict }: Judged, findings: readonly Finding[]): Finding | null {
  const deciding = verdict?.outcome === 'fail' ? verdict.decidedBy : null;
  const reported = deciding?.prediction?.reports?.check;
  if (deciding === null || deciding === undefined || reported === undefined) return null;
  const about = findings.filter(({ policy, data }) => policy === deciding.index && data['check'] === reported);
  // One of several required claims is what the gateway quotes. Demands that no token meets stand for the claims that fail by them.
  const unmeetable = (): Finding | undefined =>
    reported === 'claims' ? findings.find(({ code, policy }) => code === 'unsatisfiable-claims' && policy === deciding.index) : undefined;
  return about.find(({ gatewayText }) => gatewayText !== null) ?? about[0] ?? unmeetable() ?? null;
}

/** The findings for where no place orders them: the cause of the answer first, all others as they stand in the document. */
export function putPrimaryFirst(judged: Judged, findings: readonly Finding[]): Finding[] {
  const primary = findPrimary(judged, findings);
  return primary === null ? [...findings] : [primary, ...findings.filter(finding => finding !== primary)];
}
