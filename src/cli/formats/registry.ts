import type { CheckReport, DocumentReport, Telling } from '../report.js';
import type { CliCatalogue } from '../sentences/catalogue.js';
import { tellInAzure, writeAzure } from './azure.js';
import { tellInGithub, writeGithub } from './github.js';
import { tellInJson, writeJsonReport } from './json.js';
import { tellInJunit, writeJunit } from './junit.js';
import { tellInSarif, writeSarif } from './sarif.js';
import { tellInText, writeTextReport } from './text.js';

/** What a format says of fixes: nothing, so that none is worked out; that there are some; or what each of them changes, too. */
export const fixDetails = ['none', 'listed', 'with-edits'] as const;

export type FixDetail = (typeof fixDetails)[number];

/** A way to write a report, in the language of the words. */
export interface Format<Told = unknown> {
  /** What is said of a document, which then goes: plain data. */
  tell(document: DocumentReport, telling: Telling, words: CliCatalogue): Told;
  /** Makes a report of what was told of the documents, and of all else. Pure. */
  write(report: CheckReport<Told>, words: CliCatalogue): string;
  readonly fixes: FixDetail;
  /** Whether it has a place for what is said of configs; of another that stands on standard error. */
  readonly tellsConfigs: boolean;
  /** Whether it tells of each set of values all that it leads to, also what another one led to; absent means no. */
  readonly tellsRepeated?: true;
}

/** The formats of `check`: the only list of them. */
const formats = {
  text: { tell: tellInText, write: writeTextReport, fixes: 'listed', tellsConfigs: true },
  json: { tell: tellInJson, write: writeJsonReport, fixes: 'listed', tellsConfigs: false, tellsRepeated: true },
  sarif: { tell: tellInSarif, write: writeSarif, fixes: 'with-edits', tellsConfigs: false },
  github: { tell: tellInGithub, write: writeGithub, fixes: 'none', tellsConfigs: true },
  azure: { tell: tellInAzure, write: writeAzure, fixes: 'none', tellsConfigs: true },
  junit: { tell: tellInJunit, write: writeJunit, fixes: 'none', tellsConfigs: false },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

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
