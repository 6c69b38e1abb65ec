import type { CheckReport } from '../report.js';
import { writeGithub } from './github.js';
import { writeJsonReport } from './json.js';
import { writeSarif } from './sarif.js';
import { writeTextReport } from './text.js';

/** Writes a report; pure. */
export type Format = (report: CheckReport) => string;

const formats = { text: writeTextReport, json: writeJsonReport, sarif: writeSarif, github: writeGithub } as const satisfies Readonly<
  Record<string, Format>
>;

export type FormatName = keyof typeof formats;

/** The names that `--format` takes. */
export const formatNames: readonly FormatName[] = ['text', 'json', 'sarif', 'github'];

/** The format of that name. */
export function findFormat(name: FormatName): Format {
  return formats[name];
}
