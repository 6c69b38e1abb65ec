import { findFormat, type FormatName } from '../../src/cli/formats/registry.js';
import { plainLook, type CheckReport, type DocumentReport, type Look } from '../../src/cli/report.js';
import { englishCli } from '../../src/cli/sentences/english/index.js';
import { tellDocuments, writeReports } from '../../src/cli/tell-documents.js';

/** All that a report says, with the documents as they were judged. */
export interface WholeReport extends Omit<CheckReport, 'documents' | 'look'> {
  readonly documents: readonly DocumentReport[];
}

/** A report in a format, as `check` writes it. */
export function writeReport(name: FormatName, { documents, ...report }: WholeReport, look: Look = plainLook): string {
  const tellers = { formats: [{ format: findFormat(name), look }], failOn: report.failOn, quiet: false };
  const [text = ''] = writeReports(report, tellDocuments(documents, tellers, englishCli), tellers, englishCli);
  return text;
}
