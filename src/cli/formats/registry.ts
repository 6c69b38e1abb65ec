import type { CheckReport } from '../report.js';
import type { CliCatalogue } from '../sentences/catalogue.js';
import { writeAzure } from './azure.js';
import { writeGithub } from './github.js';
import { writeJsonReport } from './json.js';
import { writeJunit } from './junit.js';
import { writeSarif } from './sarif.js';
import { writeTextReport } from './text.js';

/** What a format says of fixes: nothing, so that none is worked out; that there are some; or what each of them changes, too. */
export const fixDetails = ['none', 'listed', 'with-edits'] as const;

export type FixDetail = (typeof fixDetails)[number];

/** A way to write a report. */
interface Format {
  /** Pure; in the language of the words. */
  readonly write: (report: CheckReport, words: CliCatalogue) => string;
  readonly fixes: FixDetail;
  /** Whether it has a place for what is said of configs; of another that stands on standard error. */
  readonly tellsConfigs: boolean;
  /** Whether it tells what stands in a document of which there is nothing to say; absent means no. */
  readonly tellsSilent?: true;
}

/** The formats of `check`: the only list of them. */
const formats = {
  text: { write: writeTextReport, fixes: 'listed', tellsConfigs: true },
  json: { write: writeJsonReport, fixes: 'listed', tellsConfigs: false, tellsSilent: true },
  sarif: { write: writeSarif, fixes: 'with-edits', tellsConfigs: false },
  github: { write: writeGithub, fixes: 'none', tellsConfigs: true },
  azure: { write: writeAzure, fixes: 'none', tellsConfigs: true },
  junit: { write: writeJunit, fixes: 'none', tellsConfigs: false },
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
