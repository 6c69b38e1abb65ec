const list = (names: readonly string[]): string => names.join(', ');

/** Why a command was not understood, and what to write instead. Each is one line. */
export const usageErrors = {
  /** `meant`: the command that was probably meant; null where what was typed looks like none. */
  nameCommand: ({ commands, meant }: { readonly commands: readonly string[]; readonly meant: string | null }): string =>
    `${meant === null ? '' : `Did you mean ${meant}? `}Name a command: ${list(commands)}. "apim-token-doctor --help" explains them.`,
  unexpected: (): string =>
    'Something went wrong in the program itself. Try again, and if it happens again, please report it with the command line that you used, never with a token.',

  /** `meant`: the option that it looks like; null where it looks like none. */
  unknownOption: (values: {
    readonly option: string | null;
    readonly command: string;
    readonly options: readonly string[];
    readonly meant: string | null;
  }): string => {
    const meant = values.meant === null ? '' : ` Did you mean ${values.meant}?`;
    return `${values.option ?? 'An option'} is not an option of ${values.command}.${meant} Use one of these: ${list(values.options)}.`;
  },
  optionNeedsValue: ({ option }: { readonly option: string }): string =>
    `${option} needs a value. Write it behind the option, or as ${option}=VALUE if it begins with "-".`,
  optionTakesNoValue: ({ option }: { readonly option: string }): string => `${option} takes no value. Write ${option} alone.`,
  misusedOption: ({ command, options }: { readonly command: string; readonly options: readonly string[] }): string =>
    `An option is not written as it should be. ${command} has ${list(options)}; "apim-token-doctor ${command} --help" explains them.`,
  wrongChoice: ({ option, choices }: { readonly option: string; readonly choices: readonly string[] }): string =>
    `--${option} must be one of ${list(choices)}.`,
  wrongReport: ({ formats }: { readonly formats: readonly string[] }): string =>
    `--report must be FORMAT=FILE, such as junit=results.xml, with one of these formats: ${list(formats)}.`,
  wrongCount: ({ option }: { readonly option: string }): string => `--${option} must be a whole number, such as 0.`,
  unknownRule: ({ meant }: { readonly meant: string | null }): string =>
    `--rule must be CODE=SEVERITY, with the code of a rule.${meant === null ? '' : ` Did you mean ${meant}?`} "apim-token-doctor check --list-rules" lists them.`,
  wrongSeverity: ({ code, levels }: { readonly code: string; readonly levels: readonly string[] }): string =>
    `--rule ${code} must be one of ${list(levels.map(level => `${code}=${level}`))}.`,
  wrongMoment: (): string => '--now must be Unix seconds, such as 1798000000, or a moment, such as 2026-11-23T16:00:00Z.',
  inputTwice: (): string => 'Standard input ("-") is named twice, but can be read only once. Put one of the two in a file.',
  exactWithoutToken: (): string => '--exact says how to read the token, but there is none. Add --token FILE or --token -.',
  configOrNone: (): string => '--config names a config, and --no-config says that none counts. Leave one of them out.',
  tokenAsArgument: (): string =>
    'A token must not be an argument, because others on this machine can read arguments. Put it in a file, or send it to standard input with "-".',

  unknownSet: ({ set, known }: { readonly set: string; readonly known: readonly string[] }): string =>
    `--values ${set} is no file, no folder, no NAME=VALUE and no set. ${known.length === 0 ? 'No set is known: name the file or the folder of its values.' : `These sets are known: ${list(known)}.`}`,
  noValues: ({ path }: { readonly path: string }): string =>
    `${path} holds no values. Name a JSON object {"name": "value"}, a .tfvars, .bicepparam or parameters file, a configuration.yaml, or lines NAME=VALUE.`,
  unknownOperation: ({ apis }: { readonly apis: readonly string[] }): string =>
    apis.length === 0
      ? '--operation names an operation of an API, but no API was found. Name the folder that has the folder "apis" in it.'
      : `--operation must be API/OPERATION, with one of these APIs: ${list(apis.slice(0, 20))}${apis.length > 20 ? ` and ${String(apis.length - 20)} more` : ''}.`,

  nameDocuments: ({ command }: { readonly command: 'check' | 'fix' }): string =>
    `Name the policy documents to ${command}: apim-token-doctor ${command} ${command === 'check' ? 'PATH...' : 'FILE...'}`,
  oneFile: ({ command }: { readonly command: 'decode' | 'explain' }): string =>
    `${command} reads one file, or standard input. Name one file at most.`,
  needsStdio: (): string => 'The language server talks on standard input and output only. Start it with: apim-token-doctor lsp --stdio',
  inputIsEditors: (): string => 'Standard input ("-") belongs to the editor here. Put what it should hold in a file.',
  oneSet: (): string => 'Name one set of values at most: the editor judges with one. The first one is in force.',
  wholePath: (): string => 'Name the file of the token by its whole path.',
  folderAsOption: (): string => 'mcp takes no file. Name the folder of the policies with --folder FOLDER.',
  inputIsTheClients: (): string =>
    'Standard input is where the agent talks, so nothing else can be read from it. Name a file in place of "-".',
  noFolder: ({ path }: { readonly path: string }): string => `--folder must be a folder, and ${path} is none.`,
  cannotWriteInput: (): string => 'Standard input cannot be written. Name a file, or leave out --write to get a diff.',
  variantWithoutCode: (): string => '--variant chooses a form of a fix, but no fix is named. Add --code CODE.',
  unknownCode: ({ codes }: { readonly codes: readonly string[] }): string =>
    `--code must be a rule or a rewrite. These have fixes: ${list(codes)}.`,
};
