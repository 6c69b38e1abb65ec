import { explainReason, listLines, putPrimaryFirst, viewToken, wordPolicy, wordVerdict } from '../../core/index.js';
import type { CheckName, CheckResult, Finding, Judged, LineMap, Prediction, TokenPolicy } from '../../core/index.js';
import type { CheckReport, DocumentReport } from '../report.js';
import { showLine } from '../show-line.js';
import { capitalise } from './decoded-text.js';

/** For a person with a 401: first the findings, one a line; then, with a token, what the gateway answers and why, check by check. */
export function writeTextReport(report: CheckReport): string {
  const { token, documents, now } = report;
  const lines = documents.flatMap(writeFindings);
  for (const { path, judged } of documents) if (judged.document.root === null) lines.push(`${path}: not a policy document`);
  if (token !== null) {
    const { kindLabel, problem, lifetime, cleaned } = viewToken(token, now);
    if (lines.length > 0) lines.push('');
    lines.push(`Token: ${[`${capitalise(kindLabel)}.`, problem, lifetime].filter(part => part !== null).join(' ')}`);
    if (cleaned.length > 0) lines.push(`Taken off the text: ${cleaned.join(', ')}.`);
    // One by one: a file of megabytes has more lines than a call takes arguments.
    for (const document of documents) for (const line of writePrediction(document)) lines.push(line);
  }
  return lines.map(line => `${showLine(line).trimEnd()}\n`).join('');
}

function writeFindings({ path, judged, findings }: DocumentReport): string[] {
  return orderFindings(judged, findings).flatMap(finding => {
    const place = `${path}:${finding.line}:${finding.column} ${finding.severity} ${finding.code}`;
    const [title = '', ...rest] = listLines(finding);
    return [`${place} ${title}`, ...rest.map(line => `  ${line}`), ...listSteps(finding)];
  });
}

/** The cause of the answer comes first. */
function orderFindings(judged: Judged, findings: DocumentReport['findings']): readonly Finding[] {
  return putPrimaryFirst(
    judged,
    findings.map(({ finding }) => finding),
  );
}

/** The next steps of a finding, with what there is to copy. */
function listSteps({ nextSteps }: Finding): string[] {
  return nextSteps.flatMap(({ what, copy }, index) => [
    `  ${index === 0 ? 'Next: ' : ''}${what}`,
    ...(copy === null ? [] : copy.text.split('\n').map(line => `      ${line}`)),
  ]);
}

function writePrediction({ path, judged: { policies, verdict, lines: map } }: DocumentReport): string[] {
  if (verdict === null) return [];
  const { headline, because, notRead } = wordVerdict(verdict, map);
  if (policies.length === 0) {
    const lines = ['', `${path}: no token policy, so nothing here looks at the token`];
    return notRead === null ? lines : [...lines, `  ${notRead}`];
  }
  const lines = ['', `${path}: ${continueSentence(headline)}`];
  for (const more of [because, notRead]) if (more !== null) lines.push(`  ${more}`);
  for (const { policy, prediction } of policies) if (prediction !== null) lines.push(...writeTokenPolicy(policy, prediction, map));
  return lines;
}

function writeTokenPolicy(policy: TokenPolicy, prediction: Prediction, map: LineMap): string[] {
  const { reports, checks } = prediction;
  const place = [`line ${map.positionAt(policy.start).line}`, policy.section].filter(part => part !== null).join(', ');
  const condition = policy.choose === null ? '' : ' if this branch is taken';
  const lines = ['', `  ${policy.kind} (${place}): ${wordPolicy(prediction)}${condition}`];
  lines.push(...checks.flatMap(result => writeCheck(result, result.check === reports?.check)));
  if (reports === null) return lines;
  lines.push(
    `    The gateway reports the check ${reports.check}:`,
    `      ${reports.message ?? reports.idx ?? 'a text that is not known'}`,
  );
  for (const { check, idx, because } of reports.alternatives) lines.push(`    Or ${nameReport(check, idx)}: ${because}`);
  const others = checks.filter(result => result.outcome === 'fail' && result.check !== reports.check).map(result => result.check);
  if (others.length > 0) lines.push(`    Would fail next: ${others.join(', ')}`);
  return lines;
}

function nameReport(check: CheckName, idx: string | null): string {
  return idx === null ? `the check ${check}` : `${idx} (${check})`;
}

/** The gateway's own text stands here only where it is not what the whole prediction reports, and what is missing only where the sentence does not name it. */
function writeCheck({ check, outcome, certainty, reason, missing, message }: CheckResult, isReported: boolean): string[] {
  const sentence = reason === null ? '' : explainReason(reason);
  const lines = [`    ${outcome.padEnd(10)}  ${check.padEnd(11)}  ${sentence}`];
  const more = (text: string): void => void lines.push(`${' '.repeat(29)}${text}`);
  if (outcome === 'fail' && message !== null && !isReported) more(message);
  const unnamed = missing.filter(each => !sentence.includes(each));
  if (unnamed.length > 0) more(`To settle it: ${unnamed.join(', ')}`);
  if (outcome === 'fail' || outcome === 'uncertain') more(`Certainty: ${certainty}`);
  return lines;
}

/** A sentence as the end of another one. */
function continueSentence(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}
