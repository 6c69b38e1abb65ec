import { parseArgs } from 'node:util';
import { redact } from '../core/index.js';
import { CannotRun } from './io.js';

/** What an option takes: `text` one text, `texts` one each time it is given, `flag` nothing. */
type OptionKind = 'text' | 'texts' | 'flag';

/** The options of a command, by name. */
export type OptionKinds = Readonly<Record<string, OptionKind>>;

interface ValueOf {
  /** Undefined where it was not given. */
  readonly text: string | undefined;
  readonly texts: readonly string[];
  readonly flag: boolean;
}

/** The arguments of one command, taken apart: by its options' own names, so that no other name can be asked for. */
export interface Arguments<Kinds extends OptionKinds> {
  readonly files: readonly string[];
  readonly options: { readonly [Name in keyof Kinds]: ValueOf[Kinds[Name]] };
}

/** Takes arguments apart. Refuses an option that the command does not have, with one sentence that names those it has. */
export function readArguments<const Kinds extends OptionKinds>(command: string, args: readonly string[], kinds: Kinds): Arguments<Kinds> {
  const config = Object.fromEntries(
    Object.entries<OptionKind>(kinds).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: kind === 'texts' },
    ]),
  );
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: config, allowPositionals: true, strict: true });
    refuseInputTwice([...positionals, ...Object.values(values).flat()]);
    const options = Object.fromEntries(Object.entries<OptionKind>(kinds).map(([name, kind]) => [name, readValue(kind, values[name])]));
    return { files: positionals, options: options as Arguments<Kinds>['options'] };
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(describeMistake(command, error, Object.keys(kinds)));
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

function readValue(kind: OptionKind, value: unknown): ValueOf[OptionKind] {
  if (kind === 'flag') return value === true;
  if (kind === 'text') return typeof value === 'string' ? value : undefined;
  return Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string') : [];
}

/** One of several words; the first where none was given. Refuses any other. `name`: that of the option, for the refusal. */
export function readChoice<Choice extends string>(name: string, text: string | undefined, choices: readonly [Choice, ...Choice[]]): Choice {
  if (text === undefined) return choices[0];
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
