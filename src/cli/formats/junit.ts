import { englishCatalogue, listLines, wordTarget, wordVerdict } from '../../core/index.js';
import { isFailure, refuses } from '../report.js';
import type { CheckReport, DocumentReport, FailOn, Telling } from '../report.js';
import type { CliCatalogue } from '../sentences/catalogue.js';
import { showPart } from '../show-line.js';
import { writePathLines } from './paths-text.js';

interface TestCase {
  readonly name: string;
  /** What is to be said of it; null where all is well. */
  readonly said: { readonly kind: string | null; readonly title: string; readonly text: string; readonly isFailure: boolean } | null;
}

/** What a report of JUnit has of a document. */
interface ToldInJunit {
  /** Of its suite. */
  readonly name: string;
  readonly cases: readonly TestCase[];
}

/** The suite of a document. */
export function tellInJunit(document: DocumentReport, { failOn }: Telling, words: CliCatalogue): ToldInJunit {
  return { name: nameOf(document, words), cases: listCases(document, failOn, words) };
}

/** JUnit's XML, for the test tab of a pipeline: a suite for each document, a test case for each finding; what fails the check is a failure. */
export function writeJunit(report: CheckReport<ToldInJunit>, words: CliCatalogue): string {
  const suites = report.documents.map(({ path, told }) => ({ ...told, path }));
  const ofPaths = listPathCases(report, words);
  if (ofPaths.length > 0) suites.push({ name: words.requestPaths(), path: words.requestPaths(), cases: ofPaths });
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="apim-token-doctor" ${count(all)}>`,
    ...suites.flatMap(({ name, path, cases }) => [
      `  <testsuite name="${escape(name)}" ${count(cases)}>`,
      ...cases.flatMap(each => writeCase(each, path)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function listCases(document: DocumentReport, failOn: FailOn, words: CliCatalogue): TestCase[] {
  const { judged, findings } = document;
  const found = findings.map(({ finding }) => {
    const { code, line, column, title, severity } = finding;
    const text = [`${document.path}:${line}:${column}`, ...listLines(finding, englishCatalogue)].join('\n');
    return { name: `${code} (${line}:${column})`, said: { kind: severity, title, text, isFailure: isFailure(severity, failOn) } };
  });
  const cases: TestCase[] = [];
  if (judged.verdict !== null) {
    const { headline, because, notRead } = wordVerdict(judged.verdict, judged.lines, englishCatalogue);
    const text = [headline, because, notRead].filter(part => part !== null).join('\n');
    const { outcome } = judged.verdict;
    const refuses = failOn !== 'never' && outcome === 'fail';
    cases.push({ name: words.answerToToken(), said: { kind: outcome, title: headline, text, isFailure: refuses } });
  }
  const all = [...cases, ...found];
  // A suite without a case is not shown, and nobody would see that the document was looked at.
  return all.length > 0 ? all : [{ name: words.noFindings(), said: null }];
}

function listPathCases({ paths = [], failOn, pathsCount = false }: CheckReport, words: CliCatalogue): TestCase[] {
  return paths.flatMap(path => {
    const [line] = writePathLines([path], words);
    if (line === undefined || path.verdict === null) return [];
    const { outcome } = path.verdict.answer;
    const counts = pathsCount && failOn !== 'never' && refuses([path]);
    return [{ name: wordTarget(path.target, englishCatalogue), said: { kind: outcome, title: line, text: line, isFailure: counts } }];
  });
}

function nameOf({ path, set }: DocumentReport, words: CliCatalogue): string {
  return set === undefined ? path : words.inSet({ path, set });
}

function count(cases: readonly TestCase[]): string {
  return `tests="${cases.length}" failures="${cases.filter(({ said }) => said?.isFailure === true).length}"`;
}

function writeCase({ name, said }: TestCase, path: string): string[] {
  const start = `    <testcase name="${escape(name)}" classname="${escape(path)}"`;
  if (said === null) return [`${start} />`];
  const { kind, title, text, isFailure } = said;
  const inside = isFailure
    ? `      <failure type="${escape(kind ?? 'none')}" message="${escape(title)}">${escape(text)}</failure>`
    : `      <system-out>${escape(kind === null ? text : `${kind}: ${text}`)}</system-out>`;
  return [`${start}>`, inside, '    </testcase>'];
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as XML 1.0 can hold it: what nobody sees is written out, line by line. */
function escape(text: string): string {
  return text
    .split('\n')
    .map(line => showPart(line).replace(/[&<>"]/g, sign => entities[sign] ?? sign))
    .join('\n');
}
