import type { CommandName, OptionName } from '../../options.js';

interface HelpValues {
  readonly formats: readonly string[];
  readonly plainFormats: readonly string[];
  readonly failOn: readonly string[];
  readonly rewrites: readonly string[];
  readonly variants: readonly string[];
}

/** What an option is for, and how what it takes is written; `value` empty where it takes nothing. */
interface OptionHelp {
  readonly value: string;
  readonly text: string;
}

interface CommandHelp {
  /** What it does, as one line of the list of commands. */
  readonly what: string;
  /** What stands behind its name. */
  readonly usage: string;
  readonly examples: readonly (readonly [command: string, meaning: string])[];
  readonly exitCodes: string;
}

const commands: Readonly<Record<CommandName, CommandHelp>> = {
  check: {
    what: 'says what is wrong with policies, and what the gateway answers to a token',
    usage: 'PATH... [OPTION...]   (a file, a folder, a pattern such as "apis/**/*.xml", or -)',
    examples: [
      ['check .', 'every policy in this folder, without what .gitignore and .apim-token-doctorignore name'],
      ['check policy.xml --token token.txt --fetch', "why this token gets 401, with the tenant's published metadata"],
      ['check . --format azure --report junit=results.xml', 'annotations in the log of a pipeline, and a file for its test tab'],
      ['check . --token - --operation orders/get', 'all that one request meets; the token comes on standard input'],
    ],
    exitCodes: '0 clean; 1 findings, or the gateway refuses the token; 2 could not run, or read, or found no policy',
  },
  fix: {
    what: 'applies fixes: shows a diff, or writes the files',
    usage: 'FILE... [OPTION...]',
    examples: [
      ['fix policy.xml --code external-id-unsupported', 'a diff of the rewrite as validate-jwt'],
      ['fix policy.xml --write', 'applies what cannot change any answer'],
    ],
    exitCodes: '0 done, or nothing to do; 1 something could not be fixed; 2 could not run',
  },
  explain: {
    what: "explains the gateway's error: a trace, a log, a response with its headers",
    usage: '[FILE|-] [OPTION...]',
    examples: [['explain trace.txt --policy policy.xml', 'what the text means, and which line of the policy it is about']],
    exitCodes: '0 explained; 1 nothing in the text is known; 2 could not run',
  },
  decode: {
    what: 'shows what a token says',
    usage: '[FILE|-] [OPTION...]',
    examples: [['decode token.txt', 'header and claims, with times and meanings']],
    exitCodes: '0 shown; 1 not a token; 2 could not run',
  },
  metadata: {
    what: 'fetches what judging a token needs: OpenID configurations and their key sets',
    usage: 'ADDRESS... [OPTION...]   or   --policy PATH [OPTION...]',
    examples: [
      ['metadata --policy policy.xml --out metadata.json', 'all that the policy needs, as the file that --metadata takes'],
      [
        'metadata https://idp.example/.well-known/openid-configuration',
        'one document and its key set, on standard output; nothing else is asked',
      ],
    ],
    exitCodes: '0 all fetched; 1 something was not, and standard error says why; 2 could not run',
  },
  lsp: {
    what: 'serves an editor as a language server',
    usage: '--stdio [OPTION...]',
    examples: [
      ['lsp --stdio', 'as an editor starts it'],
      ['lsp --stdio --token token.txt', 'judges with the token in that file, and with the next one as soon as it stands there'],
    ],
    exitCodes: '0 the editor left; 2 could not run',
  },
  mcp: {
    what: 'serves an agent with tools (Model Context Protocol)',
    usage: '[OPTION...]',
    examples: [
      ['mcp --folder apis --token token.txt', 'as an agent starts it: it reads below apis alone, writes nothing, and learns no token'],
    ],
    exitCodes: '0 the agent left; 2 could not run',
  },
};

/** What `--help` prints: of one command all that it takes, of the program (`null`) its commands. */
export function help(name: CommandName | null, options: readonly OptionName[], values: HelpValues): string {
  return name === null ? helpOfProgram() : helpOfCommand(name, options, values);
}

function helpOfProgram(): string {
  const names = Object.keys(commands) as CommandName[];
  return `APIM Token Doctor: why does the API gateway answer 401 to this token, and what do you change?

${names.map(name => `  apim-token-doctor ${name.padEnd(8)}  ${commands[name].what}`).join('\n')}

  apim-token-doctor COMMAND --help  explains one of them
  apim-token-doctor --version       tells the version

A token is never an argument: put it in a file, or send it to standard input ("-").
Nothing longer than 64 MiB is read.
`;
}

function helpOfCommand(name: CommandName, options: readonly OptionName[], values: HelpValues): string {
  const { what, usage, examples, exitCodes } = commands[name];
  const texts = describeOptions(values);
  const heads = options.map(option => [`--${option}`, texts[option].value].join(' ').trimEnd());
  const width = Math.max(...heads.map(({ length }) => length));
  return `apim-token-doctor ${name}: ${what}.

apim-token-doctor ${name} ${usage}

${options.map((option, index) => `  ${(heads[index] ?? '').padEnd(width)}  ${wrap(texts[option].text, width + 4)}`).join('\n')}

Examples:
${examples.map(([command, meaning]) => `  apim-token-doctor ${command}\n      ${meaning}`).join('\n')}

Exit code: ${exitCodes}.
`;
}

function describeOptions({ formats, plainFormats, failOn, rewrites, variants }: HelpValues): Readonly<Record<OptionName, OptionHelp>> {
  const [forward = '', back = ''] = rewrites;
  return {
    token: { value: 'FILE|-', text: 'the token; it is never an argument, because others on this machine can read arguments' },
    exact: { value: '', text: 'takes the text of the token as it is, as what follows the scheme in the header' },
    metadata: { value: 'FILE', text: 'OpenID configurations and key sets, as a JSON object {"address": document}' },
    fetch: {
      value: '',
      text: "fetches the OpenID configurations and key sets that are needed and not in a --metadata file: https only, without redirects, from Microsoft's login hosts and those of --allow-host",
    },
    'allow-host': { value: 'HOST', text: "a host that may be asked beside Microsoft's login hosts; once for each" },
    'named-values': { value: 'FILE', text: 'named values, as a JSON object {"name": "value"}' },
    values: {
      value: 'SET|FILE|FOLDER|NAME=VALUE',
      text: 'values of named values and template variables: a file (JSON, .tfvars, .bicepparam, parameters, configuration.yaml, NAME=VALUE lines), a folder of such files, one NAME=VALUE, or a set (dev, prod) of those that are known: prod.tfvars belongs to prod. Files that stand beside or above the policy are read, too. Where several sets are known and none is named, check judges with each in turn',
    },
    config: {
      value: 'FILE',
      text: 'the config that counts for every file, as if it stood in this folder. Without it, the nearest .apim-token-doctor.json above each file counts, up to the folder of its repository',
    },
    'no-config': { value: '', text: 'heeds no config' },
    now: { value: 'TIME', text: 'the moment to judge at, as Unix seconds or ISO 8601' },
    format: { value: [...new Set([...plainFormats, ...formats])].join('|'), text: 'how the answer is written' },
    report: {
      value: 'FORMAT=FILE',
      text: 'also writes the answer to a file, in this format; once for each file. A file of that name is replaced, and no link is followed',
    },
    'fail-on': { value: failOn.join('|'), text: 'from which severity on check ends with 1' },
    hosts: {
      value: 'all',
      text: 'also reads policies inside Markdown, YAML and programs. Those inside Terraform, Bicep and JSON are always read',
    },
    color: { value: '', text: 'writes in colours, also where no terminal is; FORCE_COLOR does the same' },
    'no-color': { value: '', text: 'writes without colours; NO_COLOR does the same' },
    quiet: { value: '', text: 'reports errors only' },
    'max-warnings': { value: 'NUMBER', text: 'ends with 1 where there are more warnings' },
    rule: { value: 'CODE=SEVERITY', text: 'gives a rule another severity: off, hint, information, warning or error' },
    'list-rules': { value: '', text: 'lists the rules with their severities, and checks nothing' },
    'stdin-filename': { value: 'NAME', text: 'the name of what comes on standard input, for its kind, its values and the report' },
    'no-error-on-unmatched': {
      value: '',
      text: 'ends with 0 where no argument led to a policy, and passes over named files that hold none: for hooks that name every changed file',
    },
    operation: { value: 'API/OPERATION', text: 'one operation of a folder of API Management, with all that a request to it meets' },
    code: {
      value: 'CODE',
      text: `a rule, or ${forward} (--variant ${variants.join('|')}), or ${back}. Without it, only fixes that cannot change any outcome are applied`,
    },
    variant: { value: 'NAME', text: 'which form of the fix' },
    tenant: { value: 'GUID', text: 'a tenant to accept in place of common or organizations' },
    'identity-host': {
      value: 'HOST',
      text: 'a host of the tenant that a rewrite may write: a name host, a custom domain, a B2C host',
    },
    write: {
      value: '',
      text: 'changes the files. Without it, fix prints a unified diff. A file that changed meanwhile is left alone. Symbolic links are followed. Other names of a file (hard links) keep the old text',
    },
    'exit-code': { value: '', text: 'ends with 1 where nothing is to fix' },
    policy: { value: 'PATH', text: 'the policy that it is about: its file, a file that holds policies, or a folder' },
    out: { value: 'FILE', text: 'the file to write, all of it or nothing; without it, standard output' },
    overwrite: { value: '', text: 'replaces the file where there is one; not where something could not be fetched' },
    folder: { value: 'FOLDER', text: 'where the policies are; nothing outside it is read for an agent. Without it, the current folder' },
    stdio: { value: '', text: 'talks on standard input and output; there is no other way' },
  };
}

/** How wide a line may be. */
const mostColumns = 120;

/** A text in lines, those after the first indented. */
function wrap(text: string, indent: number): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1] ?? '';
    if (line !== '' && line.length + 1 + word.length > mostColumns - indent) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
