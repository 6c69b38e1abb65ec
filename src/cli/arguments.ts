import { parseArgs } from 'node:util';
import { nearestName, redact } from '../core/index.js';
import { CannotRun, codeOf } from './io.js';
import { commandOptions, type CommandName } from './options.js';
import type { Sentence } from './sentences/catalogue.js';

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

/** Takes a command's arguments apart. Refuses an option that it does not have, with a sentence that names those it has. */
export function readArguments<Name extends CommandName>(command: Name, args: readonly string[]): Arguments<(typeof commandOptions)[Name]> {
  const kinds: OptionKinds = commandOptions[command];
  const config = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: kind === 'texts' },
    ]),
  );
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: config, allowPositionals: true, strict: true });
    refuseInputTwice([...positionals, ...Object.values(values).flat()]);
    const options = Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, readValue(kind, values[name])]));
    return { files: positionals, options: options as Arguments<(typeof commandOptions)[Name]>['options'] };
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(describeMistake(command, error, kinds));
  }
}

/** What stands on standard input is read once, for one purpose. */
function refuseInputTwice(given: readonly unknown[]): void {
  if (given.filter(each => each === '-').length > 1) throw new CannotRun(words => words.inputTwice());
}

function describeMistake(command: string, error: unknown, kinds: OptionKinds): Sentence {
  const options = Object.keys(kinds).map(name => `--${name}`);
  // Node's own message quotes what was typed, and somebody may have typed a token.
  const quoted = error instanceof Error ? (/(-{1,2}[\w-]{1,40})/.exec(error.message)?.[1] ?? null) : null;
  if (codeOf(error) === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return words =>
      words.unknownOption({ option: quoted && redact(quoted), command, options, meant: quoted && nearestName(quoted, options) });
  const option = options.find(each => each === quoted);
  if (option === undefined) return words => words.misusedOption({ command, options });
  return kinds[option.slice(2)] === 'flag' ? words => words.optionTakesNoValue({ option }) : words => words.optionNeedsValue({ option });
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
  if (choice === undefined) throw new CannotRun(words => words.wrongChoice({ option: name, choices }));
  return choice;
}

const isoMoment = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/i;

/** A moment: Unix seconds or ISO 8601 (UTC where no zone is given). Gives whole Unix seconds. */
export function readMoment(text: string): number {
  if (/^-?\d{1,15}(?:\.\d+)?$/.test(text)) return Math.floor(Number(text));
  const [, day = '', time = '00:00', zone = 'Z'] = isoMoment.exec(text) ?? [];
  const moment = day === '' ? Number.NaN : Date.parse(`${day}T${time}${zone.toUpperCase()}`);
  if (Number.isNaN(moment)) throw new CannotRun(words => words.wrongMoment());
  return Math.floor(moment / 1000);
}
