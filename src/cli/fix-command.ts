import { chooseFix, type Finding, type Fix } from '../core/index.js';
import type { Arguments } from './arguments.js';
import { quoteForShell } from './quote-name.js';
import { fetchFlag, type configOptions, type factOptions, type fetchOptions } from './options.js';

type FactValues = Partial<Arguments<typeof configOptions & typeof factOptions & typeof fetchOptions>['options']> & {
  readonly hosts?: string | undefined;
};

/** What the command `fix` works on beside the policy: a code, a variant, and the facts as they were given. */
interface FixArguments {
  readonly code: string;
  readonly variant?: string | undefined;
  readonly facts?: FactValues;
}

/** The command that shows what a fix changes, to be copied into a shell. */
export function writeFixCommand(path: string, { code, variant, facts = {} }: FixArguments): string {
  const options = [
    ...give('--variant', variant),
    ...give('--token', facts.token),
    ...(facts.exact === true ? ['--exact'] : []),
    ...(facts.metadata ?? []).flatMap(file => give('--metadata', file)),
    ...(facts[fetchFlag] === true ? ['--fetch'] : []),
    ...(facts['allow-host'] ?? []).flatMap(host => give('--allow-host', host)),
    ...(facts['named-values'] ?? []).flatMap(file => give('--named-values', file)),
    ...(facts.values ?? []).flatMap(value => give('--values', value)),
    ...give('--config', facts.config),
    ...(facts['no-config'] === true ? ['--no-config'] : []),
    ...give('--now', facts.now),
    ...(facts.hosts === 'all' ? ['--hosts', 'all'] : []),
  ];
  return ['apim-token-doctor', 'fix', quoteArgument(path), '--code', code, ...options].join(' ');
}

function give(option: string, value: string | undefined): string[] {
  return value === undefined ? [] : [option, quoteArgument(value)];
}

/** A dash alone is standard input; a file of that name would be "./-". */
function quoteArgument(value: string): string {
  return value === '-' ? value : quoteForShell(value);
}

/** The command for one fix of a finding; null where only an editor offers it. */
export function commandOf(path: string, { code }: Finding, fixes: readonly Fix[], fix: Fix, facts: FactValues): string | null {
  const { variant } = fix;
  return chooseFix(fixes, variant)?.title === fix.title ? writeFixCommand(path, { code, variant, facts }) : null;
}
