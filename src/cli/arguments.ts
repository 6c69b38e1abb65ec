import { parseArgs } from 'node:util';
import { redact } from '../core/index.js';
import { CannotRun } from './io.js';

type OptionValue = string | boolean | readonly (string | boolean)[] | undefined;

/** The arguments of one command, taken apart. */
export interface Arguments {
  readonly files: readonly string[];
  readonly values: Readonly<Record<string, OptionValue>>;
}

export type OptionKind = 'text' | 'texts' | 'flag';

/** Takes arguments apart. Refuses an option that the command does not have, with one sentence that names those it has. */
export function readArguments(command: string, args: readonly string[], options: Readonly<Record<string, OptionKind>>): Arguments {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: kind === 'texts' },
    ]),
  );
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: config, allowPositionals: true, strict: true });
    refuseInputTwice([...positionals, ...Object.values(values).flat()]);
    return { files: positionals, values };
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(describeMistake(command, error, Object.keys(options)));
  }
}

/** What stands on standard input is read once, for one purpose. */
function refuseInputTwice(given: readonly unknown[]): void {
  if (given.filter(each => each === '-').length > 1)
    throw new CannotRun('Standard input ("-") is named twice and can be read only once: put one of the two in a file.');
}

function describeMistake(command: string, error: unknown, names: readonly string[]): string {
  const known = names.map(name => `--${name}`).join(', ');
  const code = error instanceof Error && 'code' in error ? error.code : null;
  // Node's own message quotes what was typed, and somebody may have typed a token.
  const quoted = error instanceof Error ? /'(-{1,2}[\w-]{1,40})/.exec(error.message)?.[1] : undefined;
  const option = quoted === undefined ? 'An option' : redact(quoted);
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `${option} is not an option of ${command}; it has ${known}.`;
  return `${option} is not used as it should be: ${command} has ${known}; see --help.`;
}

/** The text of an option; undefined where it was not given. */
export function readText({ values }: Arguments, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** All texts of an option that may be given several times. */
export function readTexts({ values }: Arguments, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string') : [];
}

/** Whether an option was given. */
export function readFlag({ values }: Arguments, name: string): boolean {
  return values[name] === true;
}

/** One of several words. Refuses any other. */
export function readChoice<Choice extends string>(args: Arguments, name: string, choices: readonly Choice[], otherwise: Choice): Choice {
  const text = readText(args, name);
  if (text === undefined) return otherwise;
  const choice = choices.find(each => each === text);
  if (choice === undefined) throw new CannotRun(`--${name} is one of ${choices.join(', ')}.`);
  return choice;
}

const isoMoment = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/i;

/** A moment: Unix seconds or ISO 8601 (UTC where no zone is given). Gives whole Unix seconds. */
export function readMoment(text: string): number {
  if (/^-?\d{1,15}(?:\.\d+)?$/.test(text)) return Math.floor(Number(text));
  const [, day = '', time = '00:00', zone = 'Z'] = isoMoment.exec(text) ?? [];
  const moment = day === '' ? Number.NaN : Date.parse(`${day}T${time}${zone.toUpperCase()}`);
  if (Number.isNaN(moment)) throw new CannotRun('--now is a number of Unix seconds or a moment like 2026-11-23T16:00:00Z.');
  return Math.floor(moment / 1000);
}
