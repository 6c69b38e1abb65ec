import type { hostMessages as English } from '../english/hosts.js';

/** Wie eine Form von Zeichenkette heißt. */
const forms: Readonly<Record<string, string>> = {
  'hcl-quoted': 'Eine Zeichenkette in Terraform',
  'hcl-heredoc': 'Ein Heredoc in Terraform',
  'hcl-heredoc-indented': 'Ein eingerücktes Heredoc in Terraform',
  'bicep-quoted': 'Eine Zeichenkette in Bicep',
  'bicep-multiline': "Ein '''String''' in Bicep",
  'bicep-multiline-interpolated': "Ein $'''String''' in Bicep",
  json: 'Eine Zeichenkette in JSON',
  'markdown-fence': 'Ein Codeblock in Markdown',
  'markdown-quote': 'Ein Codeblock in einem Markdown-Zitat',
  'yaml-literal': 'Ein Block in YAML',
  'yaml-double': 'Eine Zeichenkette in YAML',
  'yaml-single': 'Eine einzeilige Zeichenkette in YAML',
  'yaml-plain': 'Ein einzeiliger Wert ohne Anführungszeichen in YAML',
  'csharp-quoted': 'Eine Zeichenkette in C#',
  'csharp-verbatim': 'Ein wörtlicher String in C#',
  'csharp-raw': 'Ein Raw String in C#',
  'typescript-quoted': 'Eine Zeichenkette in TypeScript',
  'typescript-template': 'Ein Template-String in TypeScript',
  'python-quoted': 'Eine Zeichenkette in Python',
  'python-raw': 'Ein Raw String in Python',
  'powershell-single': 'Eine Zeichenkette in PowerShell',
  'powershell-double': 'Eine Zeichenkette in PowerShell',
  'powershell-here': 'Ein Here-String in PowerShell',
  'powershell-here-expanded': 'Ein Here-String in PowerShell',
};

/** Warum eine Policy in einer anderen Datei nicht geprüft wird und was zu tun ist. */
const reasons = {
  composed:
    'Diese Policy ist aus Stücken zusammengesetzt und wird nicht geprüft. Als eine Zeichenkette oder in eine eigene Datei schreiben.',
  'arm-expression': 'Diese Policy steht in einem Vorlagenausdruck und wird nicht geprüft. Als Text oder in eine eigene Datei schreiben.',
  part: 'Dieses Stück einer Policy hat kein Wurzelelement und wird nicht geprüft. Die ganze Policy in einen Text schreiben.',
  inside: 'Diese Policy steht in einem anderen Text und wird nicht geprüft. Eine eigene Zeichenkette oder Datei dafür anlegen.',
  interpolated:
    'Das Programm setzt etwas in diese Policy ein, darum wird sie nicht geprüft. Eine Zeichenkette ohne Einsetzung oder eine eigene Datei verwenden.',
  folded: 'YAML ändert die Zeilen dieser Policy, darum wird sie nicht geprüft. Als Block schreiben, der mit "|" beginnt.',
  'too-deep':
    'Diese Datei ist zu tief verschachtelt, um gelesen zu werden; ihre Policies werden nicht geprüft. In eigene Dateien auslagern.',
  linked: 'Die Policy wird beim Bereitstellen von einer Adresse geholt und nicht geprüft. Die Datei prüfen, die dort steht.',
  'on-demand': 'Die Policies in dieser Datei werden nicht geprüft. Mit --hosts all werden sie geprüft.',
} as const;

/** Sätze über Dateien, in denen Policies stehen. */
export const hostMessages: typeof English = {
  'host-not-read': ({ reason }) => reasons[reason],

  'host-more-not-read': ({ count }) =>
    count === 1
      ? 'Eine weitere Policy in dieser Datei wird nicht geprüft. In eine eigene Datei auslagern.'
      : `${String(count)} weitere Policies in dieser Datei werden nicht geprüft. In eigene Dateien auslagern.`,

  'host-cannot-hold': ({ form }) =>
    `${forms[form] ?? 'Diese Zeichenkette'} kann nicht aufnehmen, was die Korrektur schreibt, oder meint damit etwas anderes. Von Hand ändern oder die Policy in eine eigene Datei auslagern.`,
};
