import { quoteForShell } from './quote-name.js';

/** An option with its value, as it was given; null for an option without one. */
type GivenOption = readonly [option: string, value: string | null];

/** The command that shows what a fix changes, to be copied into a shell. */
export function writeFixCommand(path: string, code: string, more: readonly GivenOption[] = []): string {
  const options = more.flatMap(([option, value]) => [option, ...(value === null ? [] : [quoteArgument(value)])]);
  return ['apim-token-doctor', 'fix', quoteArgument(path), '--code', code, ...options].join(' ');
}

/** A dash alone is standard input; a file of that name would be "./-". */
function quoteArgument(value: string): string {
  return value === '-' ? value : quoteForShell(value);
}
