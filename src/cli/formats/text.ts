import { englishCatalogue, listLines, putPrimaryFirst, viewToken, wordPolicy, wordVerdict } from '../../core/index.js';
import type { CheckResult, Judged, JudgedPolicy, Outcome, Severity } from '../../core/index.js';
import { spanInFile } from '../report.js';
import type { CheckReport, DocumentReport, ListedFix, Look, Telling, ToldDocument } from '../report.js';
import type { CliCatalogue } from '../sentences/catalogue.js';
import { writeFrame } from './code-frame.js';
import { listConfigLines } from './config-text.js';
import { writeLine, type Line, type Style } from './styled-line.js';
import { writeSteps } from './next-steps-text.js';
import { listProblemLines, writePathLines, writeWholePath } from './paths-text.js';

/** What the text says of a document, in two places. Whole lines. */
interface ToldInText {
  readonly findings: string;
  /** Whether a command for a fix is among it. */
  readonly hasCommand: boolean;
  readonly prediction: string;
}

/** What is to be said of a document: its findings, one a line, and what the gateway answers and why, check by check. */
export function tellInText(document: DocumentReport, { look }: Telling, words: CliCatalogue): ToldInText {
  return {
    findings: writeLines(writeFindings(document, look.columns, words), look),
    hasCommand: document.findings.some(({ fixes }) => fixes.some(({ command }) => command !== null)),
    prediction: writeLines(writePrediction(document, words), look),
  };
}

/** For a person with a 401: first the findings; then, with a token, what the gateway answers to it. */
export function writeTextReport(report: CheckReport<ToldInText>, words: CliCatalogue): string {
  const { token, documents, now, paths = [], configs = [], isFull = false, isMany = false, look } = report;
  let written = documents.map(({ told }) => told.findings).join('');
  const add = (...lines: readonly Line[]): void => void (written += writeLines(lines, look));
  if (documents.some(({ told }) => told.hasCommand)) add(words.howToWrite());
  for (const { path, isPolicy, isInHost } of documents) if (!isPolicy && !isInHost) add(words.notAPolicy({ path }));
  if (token !== null) {
    const { kindLabel, problem, lifetime, cleaned } = viewToken(token, now);
    if (written !== '') add('');
    add(words.token({ kind: kindLabel, more: [problem, lifetime].filter(part => part !== null) }));
    if (cleaned.length > 0) add(words.takenOff({ cleaned }));
    written += documents.map(({ told }) => told.prediction).join('');
    if (paths.length > 0) add('');
    for (const path of isFull ? paths : []) add(...writeWholePath(path, words));
    for (const line of isFull ? [] : writePathLines(paths, words)) add(line);
  }
  const problems = listProblemLines(report, words);
  if (problems.length > 0) add('', ...problems.map(({ text }) => text));
  const ofConfigs = listConfigLines(configs, words);
  const wrong = ofConfigs.filter(({ severity }) => severity !== null);
  if (wrong.length > 0) add('', ...wrong.map(({ text }) => text));
  if (isMany) add(...(written === '' ? [] : ['']), summarize(documents, words));
  for (const { severity, text } of ofConfigs) if (severity === null) add(text);
  return written;
}

function writeLines(lines: readonly Line[], { hasColours }: Look): string {
  return lines.map(line => `${writeLine(line, hasColours)}\n`).join('');
}

/** What was found, counted. A document that was judged with several sets of values is one. */
function summarize(documents: readonly ToldDocument<unknown>[], words: CliCatalogue): Line {
  const count = (...severities: readonly Severity[]): number =>
    documents.reduce((sum, { shown }) => severities.reduce((own, severity) => own + shown[severity], sum), 0);
  const policies = new Set(documents.filter(({ isPolicy }) => isPolicy).map(({ path, start }) => `${path}\n${start ?? ''}`));
  const counts = { errors: count('error'), warnings: count('warning'), notes: count('information', 'hint') };
  const style: Style = counts.errors > 0 ? 'bad' : counts.warnings > 0 ? 'unsure' : 'good';
  return [[style, words.summary({ documents: policies.size, ...counts })]];
}

function writeFindings(document: DocumentReport, columns: number | null, words: CliCatalogue): Line[] {
  const { path, set, judged, findings, fileLines, fileText } = document;
  const only = new Set(findings.flatMap(({ finding, onlyInSome }) => (onlyInSome === true ? [finding] : [])));
  const fixesOf = new Map(findings.map(({ finding, fixes }) => [finding, fixes]));
  const commands = new Set<string>();
  // The cause of the answer comes first.
  return putPrimaryFirst(judged, [...fixesOf.keys()]).flatMap((finding): Line[] => {
    const { severity, code, line, column } = finding;
    const isShown = columns !== null && fileText !== undefined && code !== 'secret-in-policy';
    const [title = '', ...rest] = listLines(finding, englishCatalogue);
    const fixes = (fixesOf.get(finding) ?? []).flatMap(fix => listFix(fix, commands, words));
    return [
      [['place', `${path}:${line}:${column}`], ' ', [severity, severity], ' ', ['code', code], ' ', title],
      ...(isShown ? writeFrame(fileText, fileLines, spanInFile(document, finding), columns) : []),
      ...(set !== undefined && only.has(finding) ? [`  ${words.onlyInSet({ set })}`] : []),
      ...rest.map(line => `  ${line}`),
      ...writeSteps(finding.nextSteps, '  ', words),
      ...fixes,
    ];
  });
}

/** A fix and its command. A command cures all findings of its code, so that it is written once; `written`: those of the document so far. */
function listFix({ offer, command }: ListedFix, written: Set<string>, words: CliCatalogue): Line[] {
  const lines: Line[] = [`  ${words.fix({ title: offer })}`];
  if (command === null) return [`  ${words.editorFix({ title: offer })}`];
  if (!written.has(command)) lines.push(['      ', ['command', command]]);
  written.add(command);
  return lines;
}

function writePrediction({ path: file, set, judged }: DocumentReport, words: CliCatalogue): Line[] {
  const path = set === undefined ? file : words.inSet({ path: file, set });
  const { policies, verdict, lines: map } = judged;
  if (verdict === null) return [];
  const { headline, because, notRead } = wordVerdict(verdict, map, englishCatalogue);
  if (policies.length === 0 && verdict.elsewhere === null) {
    const lines = ['', words.noTokenPolicy({ path })];
    return notRead === null ? lines : [...lines, `  ${notRead}`];
  }
  const lines: Line[] = ['', [[outcomeStyles[verdict.outcome], words.verdict({ path, headline })]]];
  for (const more of [because, notRead]) if (more !== null) lines.push(`  ${more}`);
  for (const policy of policies) lines.push(...writeTokenPolicy(policy, judged, words));
  return lines;
}

const outcomeStyles: Readonly<Record<Outcome, Style>> = { pass: 'good', fail: 'bad', uncertain: 'unsure', unresolved: 'open' };

function writeTokenPolicy({ policy, prediction }: JudgedPolicy, judged: Judged, words: CliCatalogue): Line[] {
  if (prediction === null) return [];
  const { lines: map, discretion } = judged;
  const { reports, checks } = prediction;
  const { kind, section, choose, start } = policy;
  const answer = wordPolicy(prediction, englishCatalogue);
  const lines: Line[] = [
    '',
    `  ${words.policyAnswer({ kind, section, line: map.positionAt(start).line, answer, isBranch: choose !== null })}`,
  ];
  lines.push(...checks.flatMap(result => writeCheck(result, result.check === reports?.check, judged, words)));
  if (reports === null) return lines;
  lines.push(`    ${words.reportedCheck(reports)}`, `      ${discretion.text(reports.message ?? reports.idx ?? words.unknownText())}`);
  for (const alternative of reports.alternatives) lines.push(`    ${words.otherReport(alternative)}`);
  const others = checks.filter(result => result.outcome === 'fail' && result.check !== reports.check).map(result => result.check);
  if (others.length > 0) lines.push(`    ${words.failsNext({ checks: others })}`);
  return lines;
}

/** The gateway's own text stands here only where it is not what the whole prediction reports, and what is missing only where the sentence does not name it. */
function writeCheck(
  { check, outcome, certainty, reason, missing, message }: CheckResult,
  isReported: boolean,
  { discretion }: Judged,
  words: CliCatalogue,
): Line[] {
  const sentence = reason === null ? '' : discretion.explain(reason);
  const lines: Line[] = [['    ', [outcomeStyles[outcome], outcome.padEnd(10)], `  ${check.padEnd(11)}  ${sentence}`]];
  const more = (text: string): void => void lines.push(`${' '.repeat(29)}${text}`);
  if (outcome === 'fail' && message !== null && !isReported) more(discretion.text(message));
  const unnamed = missing.filter(each => !sentence.includes(each));
  if (unnamed.length > 0) more(words.missing({ what: unnamed }));
  if (outcome === 'fail' || outcome === 'uncertain') more(words.certainty({ certainty }));
  return lines;
}
