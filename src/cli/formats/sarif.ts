import { posix } from 'node:path';
import type { ArtifactLocation, Fix, Log, Region, ReportingDescriptor, Result } from 'sarif';
import { englishCatalogue, listLines, pageOfRule, rules, summarizeRule, wordVerdict } from '../../core/index.js';
import type { Edit, LineMap, Severity, Span } from '../../core/index.js';
import { fingerprint } from './fingerprint.js';
import { spanInFile } from '../report.js';
import type { CheckReport, DocumentReport, ListedFix } from '../report.js';
import { writePath } from './paths-json.js';
import type { CliCatalogue } from '../sentences/catalogue.js';
import { writeJson } from './write-json.js';

const levels: Readonly<Record<Severity, Result.level>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };
const home = 'https://github.com/apim-token-doctor/apim-token-doctor';

/** What a log of SARIF has of a document. */
interface ToldInSarif {
  readonly results: readonly Result[];
  readonly verdicts: readonly object[];
}

/** The results of a document, and what the gateway answers to the token. */
export function tellInSarif(document: DocumentReport): ToldInSarif {
  return { results: writeResults(document), verdicts: writeVerdict(document) };
}

/** SARIF 2.1.0, for code scanning. Columns count UTF-16 code units, as everywhere in the product. */
export function writeSarif({ version, documents, paths = [], configs = [] }: CheckReport<ToldInSarif>, words: CliCatalogue): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'APIM Token Doctor',
            version,
            informationUri: home,
            rules: rules.map(describeRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        // Addresses without a scheme are those of the repository: code scanning takes them from its root.
        originalUriBaseIds: { [sourceRoot]: { description: { text: words.startFolder() } } },
        results: documents.flatMap(({ told }) => told.results),
        properties: {
          verdicts: documents.flatMap(({ told }) => told.verdicts),
          ...(paths.length === 0 ? {} : { paths: paths.map(writePath) }),
          ...(configs.length === 0 ? {} : { configs }),
        },
      },
    ],
  };
  return writeJson(log);
}

/** What the gateway answers to the token: no result, for it may be good. */
function writeVerdict({ path, judged: { verdict, lines } }: DocumentReport): object[] {
  if (verdict === null) return [];
  const { answer, headline, because, notRead } = wordVerdict(verdict, lines, englishCatalogue);
  return [{ uri: writeUri(path), outcome: verdict.outcome, answer, headline, because, notRead }];
}

const indexOfRule = new Map(rules.map(({ code }, index) => [code, index]));

function describeRule({ code, severity, offByDefault }: (typeof rules)[number]): ReportingDescriptor {
  const summary = summarizeRule(code, englishCatalogue);
  const page = pageOfRule(code);
  return {
    id: code,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: `${summary}\n${page}`, markdown: `${summary}\n\n[${code}](${page})` },
    helpUri: page,
    defaultConfiguration: { level: levels[severity], enabled: offByDefault !== true },
  };
}

function writeResults(document: DocumentReport): Result[] {
  const { path, fileLines, findings } = document;
  const fingerprints = new Map<string, number>();
  return findings.map(({ finding, fixes }) => {
    const place = spanInFile(document, finding);
    const said = `${finding.code}\n${path}\n${document.judged.document.text.slice(finding.start, finding.end)}`;
    const before = fingerprints.get(said) ?? 0;
    fingerprints.set(said, before + 1);
    const index = indexOfRule.get(finding.code);
    const changes = fixes.flatMap(fix => writeFix(fix, path, fileLines));
    return {
      ruleId: finding.code,
      ...(index === undefined ? {} : { ruleIndex: index }),
      level: levels[finding.severity],
      message: { text: listLines(finding, englishCatalogue).join('\n') },
      locations: [{ physicalLocation: { artifactLocation: writeLocation(path), region: writeRegion(place, fileLines) } }],
      // The same finding in the same words is the same one, wherever lines before it moved it.
      partialFingerprints: {
        'apimTokenDoctor/v1': fingerprint(`${said}\n${String(before)}`),
      },
      ...(changes.length === 0 ? {} : { fixes: changes }),
      properties: { certainty: finding.certainty },
    };
  });
}

function writeFix({ offer, edits }: ListedFix, path: string, lines: LineMap): Fix[] {
  if (edits.length === 0) return [];
  const replacements = edits.map((edit: Edit) => ({ deletedRegion: writeRegion(edit, lines), insertedContent: { text: edit.text } }));
  return [{ description: { text: offer }, artifactChanges: [{ artifactLocation: writeLocation(path), replacements }] }];
}

function writeRegion(place: Span, lines: LineMap): Region {
  const [start, end] = [lines.positionAt(place.start), lines.positionAt(place.end)];
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: place.start,
    charLength: place.end - place.start,
  };
}

const sourceRoot = '%SRCROOT%';

function writeLocation(path: string): ArtifactLocation {
  const uri = writeUri(path);
  return /^file:/.test(uri) ? { uri } : { uri, uriBaseId: sourceRoot };
}

/** A path as the relative or absolute URI that SARIF wants. */
function writeUri(path: string): string {
  if (path === '-') return 'stdin';
  const slashes = posix.normalize(path.replace(/\\/g, '/'));
  const encoded = slashes
    .split('/')
    .map(part => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');
  if (slashes.startsWith('/')) return `file://${encoded}`;
  return /^[A-Za-z]:\//.test(slashes) ? `file:///${encoded.replace('%3A', ':')}` : encoded.replace(/^(?:\.\/)+/, '');
}
