import { englishCatalogue, listLines, wordVerdict } from '../../core/index.js';
import type { Finding, Severity } from '../../core/index.js';
import { spanInFile } from '../report.js';
import type { CheckReport, DocumentReport } from '../report.js';
import type { CliCatalogue } from '../sentences/catalogue.js';
import { showPart } from '../show-line.js';
import { listConfigLines } from './config-text.js';
import { listProblemLines, writePathLines } from './paths-text.js';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** The notes on a document: one for each finding, on its line, and one for what the gateway answers to the token. */
export function tellInGithub(document: DocumentReport): string {
  const lines: string[] = [];
  const { path, judged, findings, fileLines } = document;
  if (judged.verdict !== null) {
    const { headline, because, notRead } = wordVerdict(judged.verdict, judged.lines, englishCatalogue);
    const said = [headline, because, notRead].filter(part => part !== null).join(' ');
    lines.push(`::notice file=${escapeProperty(path)},title=verdict::${escapeMessage(said)}\n`);
  }
  for (const { finding } of findings) {
    const end = fileLines.positionAt(spanInFile(document, finding).end);
    const properties = {
      file: path,
      line: finding.line,
      endLine: end.line,
      // GitHub takes columns only where the note stays on one line.
      ...(end.line === finding.line ? { col: finding.column, endColumn: end.column } : {}),
      title: `${finding.code}: ${finding.title}`,
    };
    const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
    lines.push(`::${levels[finding.severity]} ${written.join(',')}::${listRest(finding).map(escapeMessage).join('%0A')}\n`);
  }
  return lines.join('');
}

/** Workflow commands of GitHub Actions. */
export function writeGithub(report: CheckReport<string>, words: CliCatalogue): string {
  const { documents, paths = [], configs = [] } = report;
  const lines = documents.map(({ told }) => told);
  for (const { path, line, text, isOpen } of listProblemLines(report, words)) {
    const place = { ...(path === null ? {} : { file: path }), ...(line === null ? {} : { line }), title: 'scopes' };
    const written = Object.entries(place).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
    lines.push(`::${isOpen ? 'notice' : 'warning'} ${written.join(',')}::${escapeMessage(text)}\n`);
  }
  for (const { path, place, severity, message } of listConfigLines(configs, words)) {
    const properties = { file: path, ...(place === null ? {} : { line: place.line, col: place.column }), title: 'config' };
    const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
    lines.push(`::${levels[severity ?? 'information']} ${written.join(',')}::${escapeMessage(message)}\n`);
  }
  for (const line of writePathLines(paths, words)) lines.push(`::notice title=path::${escapeMessage(line)}\n`);
  return lines.join('');
}

/** What stands below the title; where nothing does, the title again, because a note without text is not shown. */
function listRest(finding: Finding): string[] {
  const [title = '', ...rest] = listLines(finding, englishCatalogue);
  return rest.length === 0 ? [title] : rest;
}

function escapeMessage(text: string): string {
  return showPart(text).replace(/%/g, '%25');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
