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

/** Sentences about files that hold policies. */
export const hostMessages = {
  'host-cannot-hold': ({ form }: { form: string }) =>
    `${forms[form] ?? 'This string'} cannot hold what the fix writes, or would mean something else by it. Change it by hand, or put the policy into a file of its own.`.replace(
      /^./,
      first => first.toUpperCase(),
    ),
};
