import { englishCatalogue, listLines, wordVerdict } from '../../core/index.js';
import type { Severity } from '../../core/index.js';
import type { CheckReport, DocumentReport, Telling } from '../report.js';
import type { CliCatalogue } from '../sentences/catalogue.js';
import { showLine, showPart } from '../show-line.js';
import { listConfigLines } from './config-text.js';
import { listProblemLines, writePathLines } from './paths-text.js';

/** Azure Pipelines knows errors and warnings; what is milder stands in the log as a line. */
const types: Readonly<Record<Severity, 'error' | 'warning' | null>> = {
  error: 'error',
  warning: 'warning',
  information: null,
  hint: null,
};

/** The issues of a document: each error and each warning with its place, and a line for what the gateway answers to the token. */
export function tellInAzure({ path, judged, findings }: DocumentReport, _telling: Telling, words: CliCatalogue): string {
  const lines: string[] = [];
  if (judged.verdict !== null) {
    const { headline, because, notRead } = wordVerdict(judged.verdict, judged.lines, englishCatalogue);
    lines.push(showLine([words.verdict({ path, headline }), because, notRead].filter(part => part !== null).join(' ')));
  }
  for (const { finding } of findings) {
    const { code, severity, line, column } = finding;
    const type = types[severity];
    const said = listLines(finding, englishCatalogue);
    if (type === null) lines.push(showLine(`${path}:${line}:${column} ${severity} ${code} ${said.join(' ')}`));
    else {
      const properties = Object.entries({ type, sourcepath: path, linenumber: line, columnnumber: column, code });
      const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))};`).join('');
      lines.push(`##vso[task.logissue ${written}]${said.map(escapeMessage).join('%0A')}`);
    }
  }
  return lines.map(line => `${line}\n`).join('');
}

/** Logging commands of Azure Pipelines. */
export function writeAzure(report: CheckReport<string>, words: CliCatalogue): string {
  const { documents, paths = [], configs = [] } = report;
  const lines: string[] = [];
  for (const { path, line, text, isOpen } of listProblemLines(report, words)) {
    if (isOpen) {
      lines.push(showLine(text));
      continue;
    }
    const place = { ...(path === null ? {} : { sourcepath: path }), ...(line === null ? {} : { linenumber: line }) };
    const written = Object.entries({ type: 'warning', ...place }).map(([name, value]) => `${name}=${escapeProperty(String(value))};`);
    lines.push(`##vso[task.logissue ${written.join('')}]${escapeMessage(text)}`);
  }
  for (const { path, place, severity, message, text } of listConfigLines(configs, words)) {
    const type = severity === null ? null : types[severity];
    const properties = { type, sourcepath: path, linenumber: place?.line ?? 1, columnnumber: place?.column ?? 1, code: 'config' };
    const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))};`);
    lines.push(type === null ? showLine(text) : `##vso[task.logissue ${written.join('')}]${escapeMessage(message)}`);
  }
  for (const line of writePathLines(paths, words)) lines.push(showLine(line));
  return [...documents.map(({ told }) => told), ...lines.map(line => `${line}\n`)].join('');
}

/** As the agent takes it back: microsoft/azure-pipelines-task-lib, node/taskcommand.ts. */
function escapeMessage(text: string): string {
  return showPart(text).replace(/%/g, '%AZP25');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replace(/\]/g, '%5D').replace(/;/g, '%3B');
}
