/** What a form of string is called. */
const forms: Readonly<Record<string, string>> = {
  'hcl-quoted': 'a quoted string of Terraform',
  'hcl-heredoc': 'a heredoc of Terraform',
  'hcl-heredoc-indented': 'an indented heredoc of Terraform',
  'bicep-quoted': 'a string of Bicep',
  'bicep-multiline': "a '''string''' of Bicep",
  'bicep-multiline-interpolated': "a $'''string''' of Bicep",
  json: 'a string of JSON',
  'markdown-fence': 'a fenced block of Markdown',
  'markdown-quote': 'a fenced block of Markdown in a quotation',
  'yaml-literal': 'a block of YAML',
  'yaml-double': 'a quoted string of YAML',
  'yaml-single': 'a quoted string of YAML on one line',
  'yaml-plain': 'a plain value of YAML on one line',
  'csharp-quoted': 'a string of C#',
  'csharp-verbatim': 'a verbatim string of C#',
  'csharp-raw': 'a raw string of C#',
  'typescript-quoted': 'a string of TypeScript',
  'typescript-template': 'a template string of TypeScript',
  'python-quoted': 'a string of Python',
  'python-raw': 'a raw string of Python',
  'powershell-single': 'a string of PowerShell',
  'powershell-double': 'a string of PowerShell',
  'powershell-here': 'a here-string of PowerShell',
  'powershell-here-expanded': 'a here-string of PowerShell',
};

/** Why a policy in a host file is not checked, and what to do about it. */
const reasons = {
  composed: 'This policy is put together from pieces, so it is not checked. Write it as one string, or in a file of its own.',
  'arm-expression': 'This policy stands in a template expression, so it is not checked. Write it as plain text, or in a file of its own.',
  part: 'This piece of a policy has no root element, so it is not checked. Keep the whole policy in one text.',
  inside: 'This policy stands inside another text, so it is not checked. Give it a string or a file of its own.',
  interpolated: 'The program fills something into this policy, so it is not checked. Use a plain string, or a file of its own.',
  folded: 'YAML changes the lines of this policy, so it is not checked. Write it as a block that begins with "|".',
  'too-deep': 'This file is nested too deeply to be read, so its policies are not checked. Put them in files of their own.',
  linked: 'The policy is fetched from an address when it is deployed, so it is not checked. Check the file that stands there.',
  'on-demand': 'The policies in this file are not checked. Add --hosts all to check them.',
} as const;

/** Sentences about files that hold policies. */
export const hostMessages = {
  'host-not-read': ({ reason }: { readonly reason: keyof typeof reasons }): string => reasons[reason],

  'host-more-not-read': ({ count }: { readonly count: number }): string =>
    count === 1
      ? 'One more policy in this file is not checked. Put it into a file of its own.'
      : `${String(count)} more policies in this file are not checked. Put them into files of their own.`,

  'host-cannot-hold': ({ form }: { readonly form: string }): string =>
    `${forms[form] ?? 'This string'} cannot hold what the fix writes, or would mean something else by it. Change it by hand, or put the policy into a file of its own.`.replace(
      /^./,
      first => first.toUpperCase(),
    ),
};
