import type { CheckReport } from '../report.js';
import type { CliCatalogue } from '../sentences/catalogue.js';
import { writeAzure } from './azure.js';
import { writeGithub } from './github.js';
import { writeJsonReport } from './json.js';
import { writeJunit } from './junit.js';
import { writeSarif } from './sarif.js';
import { writeTextReport } from './text.js';

/** Writes a report in a language; pure. */
type Format = (report: CheckReport, words: CliCatalogue) => string;

/** The formats of `check`: the only list of them. */
const formats = {
  text: writeTextReport,
  json: writeJsonReport,
  sarif: writeSarif,
  github: writeGithub,
  azure: writeAzure,
  junit: writeJunit,
} as const satisfies Readonly<Record<string, Format>>;

/** Exported for tests. */
type FormatName = keyof typeof formats;

/** The names that `--format` takes; the first is taken where none is given. */
export const formatNames: readonly [FormatName, ...FormatName[]] = ['text', ...listOthers()];

function listOthers(): FormatName[] {
  return (Object.keys(formats) as FormatName[]).filter(name => name !== 'text');
}

/** The format of that name. */
export function findFormat(name: FormatName): Format {
  return formats[name];
}

/** What `--format` takes of the commands whose answer is no report on documents. */
export const plainFormatNames = ['text', 'json'] as const;
