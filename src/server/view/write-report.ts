import type { CheckRow, FindingRow, View } from '../../view.js';
import type { ServerCatalogue } from '../sentences/catalogue.js';

/** The answer, the checks, what differs and what to do, in Markdown. Null where nothing was judged. */
export function writeReport({ document, policies, token, findings, now }: View, name: string, words: ServerCatalogue): string | null {
  const verdict = document?.prediction ?? null;
  if (verdict === null || token === null) return null;
  const { answer, headline, detail, notRead, difference } = verdict;
  const policy = policies.find(({ index }) => index === verdict.policy) ?? null;
  const reported = policy?.prediction?.reports ?? null;
  const moment = new Date(now * 1000).toISOString();
  const steps = findings.find(({ check, steps: [step] }) => check !== null && check === reported?.check && step !== undefined)?.steps ?? [];
  const blocks = [
    `## ${plain(words.reportHeading({ answer, name }))}`,
    `**${plain(headline)}**`,
    detail === null ? null : plain(detail),
    difference === null
      ? null
      : words.reportDifference({
          ...difference,
          found: difference.found === null ? null : code(difference.found),
          wanted: code(difference.wanted),
        }),
    policy === null ? null : plain(words.reportDecidedBy({ kind: policy.kind, line: policy.place.line })),
    notRead === null ? null : plain(notRead),
    plain(words.reportToken({ kind: token.kindLabel, moment })),
    policy?.prediction == null ? null : writeChecks(policy.prediction.checks, words),
    steps.length === 0 ? null : `### ${words.reportSteps()}\n\n${steps.map(writeStep).join('\n')}`,
    reported?.message == null ? null : `### ${words.reportGateway()}\n\n${fence(reported.message)}`,
  ];
  return `${blocks.filter(block => block !== null).join('\n\n')}\n`;
}

function writeChecks(checks: readonly CheckRow[], words: ServerCatalogue): string {
  const columns = words.reportColumns();
  const rows = checks.map(({ label, outcome, place, sentence }) => [
    label,
    words.reportOutcome({ outcome }),
    place === null ? '' : String(place.line),
    sentence ?? '',
  ]);
  return [columns, columns.map(() => '---'), ...rows].map(row => `| ${row.map(plain).join(' | ')} |`).join('\n');
}

function writeStep({ what, copy }: FindingRow['steps'][number], index: number): string {
  const said = `${index + 1}. ${plain(what)}`;
  return copy === null ? said : `${said}\n\n${fence(copy.text)}\n`;
}

/** Text as text: none of its signs is Markdown's, and it stays on its line. */
function plain(text: string): string {
  const line = text
    .split('\n')
    .map(part => part.trim())
    .join(' ');
  return line.replace(/[\\`*_[\]<>|#]/g, '\\$&');
}

/** Fenced with more signs than stand in it. */
function fence(text: string): string {
  const ticks = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${ticks}\n${text}\n${ticks}`;
}

function code(text: string): string {
  const ticks = '`'.repeat(longestRun(text) + 1);
  return `${ticks}${text.includes('`') ? ` ${text} ` : text}${ticks}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
