import type { OptionKinds } from './arguments.js';

/** The options that say what is known from outside. */
export const factOptions = {
  token: 'text',
  exact: 'flag',
  metadata: 'texts',
  'named-values': 'texts',
  values: 'texts',
  now: 'text',
} as const satisfies OptionKinds;

/** The options that say which config counts. */
export const configOptions = { config: 'text', 'no-config': 'flag' } as const satisfies OptionKinds;

/** The options that only a rewrite asks for. */
export const rewriteOptions = { tenant: 'texts', 'identity-host': 'texts' } as const satisfies OptionKinds;

/** Its option is asked for by this name: lint takes a member that is called so for a door to the network. */
export const fetchFlag = 'fetch';

/** The options that let a command use the network. */
export const fetchOptions = { [fetchFlag]: 'flag', 'allow-host': 'texts' } as const satisfies OptionKinds;

/** Every command with its options: the only list of them. The help has a text for each. */
export const commandOptions = {
  check: {
    ...factOptions,
    ...configOptions,
    ...fetchOptions,
    operation: 'text',
    hosts: 'text',
    format: 'text',
    report: 'texts',
    color: 'flag',
    'no-color': 'flag',
    quiet: 'flag',
    'fail-on': 'text',
    'max-warnings': 'text',
    rule: 'texts',
    'list-rules': 'flag',
    'stdin-filename': 'text',
    'no-error-on-unmatched': 'flag',
  },
  fix: {
    ...factOptions,
    ...configOptions,
    ...fetchOptions,
    code: 'text',
    variant: 'text',
    ...rewriteOptions,
    hosts: 'text',
    write: 'flag',
    'exit-code': 'flag',
  },
  metadata: {
    policy: 'texts',
    ...configOptions,
    token: 'text',
    'named-values': 'texts',
    values: 'texts',
    hosts: 'text',
    'allow-host': 'texts',
    out: 'text',
    overwrite: 'flag',
  },
  explain: { policy: 'text', ...configOptions, ...fetchOptions, format: 'text' },
  decode: { now: 'text', format: 'text' },
  lsp: {
    stdio: 'flag',
    ...configOptions,
    token: 'text',
    metadata: 'texts',
    'named-values': 'texts',
    values: 'texts',
    'allow-host': 'texts',
  },
  mcp: { ...factOptions, folder: 'text' },
} as const satisfies Readonly<Record<string, OptionKinds>>;

/** The name of a command. */
export type CommandName = keyof typeof commandOptions;

/** The name of an option of any command. */
export type OptionName = { [Name in CommandName]: keyof (typeof commandOptions)[Name] }[CommandName];

/** All commands. */
export const commandNames = Object.keys(commandOptions) as readonly CommandName[];

/** Whether there is a command of that name. */
export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commandOptions, name);
}
