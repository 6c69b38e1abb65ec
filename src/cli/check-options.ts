import { isRuleCode, nearestName, rules, severities } from '../core/index.js';
import type { RuleCode, RuleSeverity } from '../core/index.js';
import { readArguments, readChoice } from './arguments.js';
import { findFormat, fixDetails, formatNames, type FixDetail, type FormatName } from './formats/registry.js';
import { CannotRun } from './io.js';
import { hostNames } from './judge-file.js';
import { failOnNames } from './report.js';

const levels: readonly RuleSeverity[] = ['off', ...severities];

/** What `check` was asked, each option read and refused where it makes no sense. */
export type CheckOptions = ReturnType<typeof readCheckOptions>;

/** Reads the arguments of `check`. */
export function readCheckOptions(argv: readonly string[]) {
  const args = readArguments('check', argv);
  const { options } = args;
  const most = options['max-warnings'];
  if (most !== undefined && !/^\d{1,9}$/.test(most)) throw new CannotRun(words => words.wrongCount({ option: 'max-warnings' }));
  const format = readChoice('format', options.format, formatNames);
  const reports = options.report.map(readReport);
  return {
    args,
    format,
    reports,
    fixes: mostDetailed([format, ...reports.map(report => report.format)]),
    failOn: readChoice('fail-on', options['fail-on'], failOnNames),
    hosts: readChoice('hosts', options.hosts, hostNames),
    /** Null where any number is allowed. */
    mostWarnings: most === undefined ? null : Number(most),
    severities: Object.fromEntries(options.rule.map(readRule)) as Readonly<Partial<Record<RuleCode, RuleSeverity>>>,
    quiet: options.quiet,
  };
}

/** `FORMAT=FILE`. */
function readReport(text: string): { readonly format: FormatName; readonly path: string } {
  const [name = ''] = text.split('=', 1);
  const format = formatNames.find(each => each === name);
  const path = text.slice(name.length + 1);
  if (format === undefined || path === '') throw new CannotRun(words => words.wrongReport({ formats: formatNames }));
  return { format, path };
}

/** What is to be known of fixes so that each of the formats can say what it says of them. */
function mostDetailed(names: readonly FormatName[]): FixDetail {
  const wanted = names.map(name => findFormat(name).fixes);
  return [...fixDetails].reverse().find(detail => wanted.includes(detail)) ?? 'none';
}

/** `CODE=SEVERITY`. */
function readRule(text: string): readonly [RuleCode, RuleSeverity] {
  const [code = '', level = ''] = text.split('=');
  if (!isRuleCode(code))
    throw new CannotRun(words =>
      words.unknownRule({
        meant: nearestName(
          code,
          rules.map(each => each.code),
        ),
      }),
    );
  const known = levels.find(each => each === level);
  if (known === undefined) throw new CannotRun(words => words.wrongSeverity({ code, levels }));
  return [code, known];
}
