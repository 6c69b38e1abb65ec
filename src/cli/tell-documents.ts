import type { Severity } from '../core/index.js';
import type { CheckOptions } from './check-options.js';
import { findFormat, type Format } from './formats/registry.js';
import { isFailure, plainLook, withoutRepeated } from './report.js';
import type { CheckedDocument, CheckReport, DocumentReport, Look, SeverityCounts, Telling } from './report.js';
import type { CliCatalogue } from './sentences/catalogue.js';
import { chooseLook, type Terminal } from './terminal.js';

/** How all formats tell of documents. */
export interface Tellers {
  /** That of the output, then those of the files. */
  readonly formats: readonly { readonly format: Format; readonly look: Look }[];
  readonly failOn: Telling['failOn'];
  /** Whether errors alone are told. */
  readonly quiet: boolean;
}

/** The formats that were asked for. `terminal`: where the output goes. */
export function chooseTellers({ format, reports, failOn, quiet, args }: CheckOptions, terminal: Terminal): Tellers {
  const files = reports.map(report => ({ format: findFormat(report.format), look: plainLook }));
  return { formats: [{ format: findFormat(format), look: chooseLook(terminal, args.options) }, ...files], failOn, quiet };
}

/** What is kept of the documents of a file: what each format says of them, and what is counted at the end. */
export function tellDocuments(
  reports: readonly DocumentReport[],
  { formats, failOn, quiet }: Tellers,
  words: CliCatalogue,
): CheckedDocument[] {
  const choose = (report: DocumentReport): DocumentReport => (quiet ? withErrorsOnly(report) : report);
  return reports.map((report, index): CheckedDocument => {
    const { path, judged, host, embedded, findings } = report;
    const fresh = withoutRepeated(report, index, reports);
    return {
      path,
      isPolicy: judged.document.root !== null,
      isInHost: host !== null,
      start: embedded?.start ?? null,
      fails:
        failOn !== 'never' && (judged.verdict?.outcome === 'fail' || findings.some(({ finding }) => isFailure(finding.severity, failOn))),
      warnings: count(fresh).warning,
      shown: count(choose(fresh)),
      told: formats.map(({ format, look }) => format.tell(choose(format.tellsRepeated === true ? report : fresh), { failOn, look }, words)),
    };
  });
}

/** The report in each of the formats, in their order. `report`: all but the documents. */
export function writeReports(
  report: Omit<CheckReport, 'documents' | 'look'>,
  documents: readonly CheckedDocument[],
  { formats }: Tellers,
  words: CliCatalogue,
): string[] {
  return formats.map(({ format, look }, index) => {
    const told = documents.map(document => ({ ...document, told: document.told[index] }));
    return format.write({ ...report, look, documents: told }, words);
  });
}

function withErrorsOnly(document: DocumentReport): DocumentReport {
  return { ...document, findings: document.findings.filter(({ finding }) => finding.severity === 'error') };
}

function count({ findings }: DocumentReport): SeverityCounts {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { finding } of findings) counts[finding.severity]++;
  return counts;
}
