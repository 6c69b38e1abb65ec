import type { Severity } from '../../core/index.js';
import type { ConfigReport } from '../config-report.js';
import type { CliCatalogue } from '../sentences/catalogue.js';

/** Something that is said of a config. */
interface ConfigLine {
  readonly path: string;
  /** Null where it is about all of it. */
  readonly place: { readonly line: number; readonly column: number } | null;
  /** Null for what it hides, which is nobody's mistake. */
  readonly severity: Severity | null;
  /** The sentence alone, and with all that stands before it on a line. */
  readonly message: string;
  readonly text: string;
}

/** What is wrong with configs, and what they hide. */
export function listConfigLines(configs: readonly ConfigReport[], words: CliCatalogue): ConfigLine[] {
  const wrong = configs.flatMap(({ path, problems }) =>
    problems.map(({ line, column, severity, message }): ConfigLine => {
      const text = `${path}:${line}:${column} ${severity} config ${message}`;
      return { path, place: { line, column }, severity, message, text };
    }),
  );
  const hidden = configs.flatMap((config): ConfigLine[] => {
    const { path, rulesOff, rulesMilder, filesIgnored, setsLeftOut } = config;
    const counts = { rulesOff: rulesOff.length, rulesMilder: rulesMilder.length };
    const messages = [
      counts.rulesOff + counts.rulesMilder + filesIgnored === 0 ? null : words.configHides({ ...config, ...counts }),
      setsLeftOut.length === 0 ? null : words.configLeavesOutSets({ path, sets: setsLeftOut.length }),
    ];
    return messages.flatMap(message => (message === null ? [] : [{ path, place: null, severity: null, message, text: message }]));
  });
  return [...wrong, ...hidden];
}
