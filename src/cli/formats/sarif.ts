import { englishCatalogue, listLines, pageOfRule, rules, summarizeRule, wordVerdict } from '../../core/index.js';
import type { Severity } from '../../core/index.js';
import { spanInFile, withoutRepeated } from '../report.js';
import type { CheckReport, DocumentReport } from '../report.js';
import { writePath } from './paths-json.js';
import { writeJson } from './write-json.js';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };
const home = 'https://github.com/apim-token-doctor/apim-token-doctor';

/** SARIF 2.1.0, for code scanning. Columns count UTF-16 code units, as everywhere in the product. */
export function writeSarif({ version, documents, paths = [] }: CheckReport): string {
  return writeJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'APIM Token Doctor',
            version,
            informationUri: home,
            rules: rules.map(({ code, severity }) => ({
              id: code,
              shortDescription: { text: summarizeRule(code, englishCatalogue) },
              helpUri: pageOfRule(code),
              defaultConfiguration: { level: levels[severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: documents.map(withoutRepeated).flatMap(writeResults),
        properties: { verdicts: documents.flatMap(writeVerdict), ...(paths.length === 0 ? {} : { paths: paths.map(writePath) }) },
      },
    ],
  });
}

/** What the gateway answers to the token: no result, for it may be good. */
function writeVerdict({ path, judged: { verdict, lines } }: DocumentReport): object[] {
  if (verdict === null) return [];
  const { answer, headline, because, notRead } = wordVerdict(verdict, lines, englishCatalogue);
  return [{ uri: writeUri(path), outcome: verdict.outcome, answer, headline, because, notRead }];
}

function writeResults(document: DocumentReport): object[] {
  const { path, fileLines, findings } = document;
  return findings.map(({ finding }) => {
    const place = spanInFile(document, finding);
    const end = fileLines.positionAt(place.end);
    return {
      ruleId: finding.code,
      level: levels[finding.severity],
      message: { text: listLines(finding, englishCatalogue).join('\n') },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: writeUri(path) },
            region: {
              startLine: finding.line,
              startColumn: finding.column,
              endLine: end.line,
              endColumn: end.column,
              charOffset: place.start,
              charLength: place.end - place.start,
            },
          },
        },
      ],
      properties: { certainty: finding.certainty },
    };
  });
}

/** A path as the relative or absolute URI that SARIF wants. */
function writeUri(path: string): string {
  const slashes = path.replace(/\\/g, '/');
  const encoded = slashes
    .split('/')
    .map(part => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');
  if (slashes.startsWith('/')) return `file://${encoded}`;
  return /^[A-Za-z]:\//.test(slashes) ? `file:///${encoded.replace('%3A', ':')}` : encoded.replace(/^(?:\.\/)+/, '');
}
