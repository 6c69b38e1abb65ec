import { readFileSync } from 'node:fs';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** A contributed snippet, expanded. */
export interface ExpandedSnippet {
  readonly title: string;
  readonly prefix: string;
  readonly description: string;
  /** With what stands in the snippet itself wherever something is to be filled in. */
  readonly untouched: string;
  /** With values such as a user fills in. */
  readonly filled: string;
}

/** What a user fills in, by what stands there before. A stop that is not named here stays as it is. */
const values: Readonly<Record<string, string>> = {
  'tenant-id': '11111111-2222-4333-8444-555555555555',
  'first-tenant-id': '11111111-2222-4333-8444-555555555555',
  'second-tenant-id': '11111111-2222-4333-8444-666666666666',
  'tenant-name': 'contoso',
  'api-client-id': '66666666-7777-4888-9999-aaaaaaaaaaaa',
  'client-id': 'bbbbbbbb-cccc-4ddd-8eee-ffffffffffff',
};

/** Every snippet of the file that the extension contributes. */
export function readSnippets(): ExpandedSnippet[] {
  const snippets = JSON.parse(readFileSync('snippets/token-policies.json', 'utf8')) as Readonly<Record<string, Snippet>>;
  return Object.entries(snippets).map(([title, { prefix, description, body }]) => ({
    title,
    prefix,
    description,
    untouched: expand(body, stop => stop),
    filled: expand(body, stop => values[stop] ?? stop),
  }));
}

/** Stops without a default (`$1`) are not used, but for the last one, `$0`. */
function expand(body: readonly string[], fillIn: (stop: string) => string): string {
  const text = body
    .map(line => line.replace(/^\t+/, tabs => '    '.repeat(tabs.length)))
    .join('\n')
    .replace(/\$\{\d+:([^{}$]+)\}/g, (_, stop: string) => fillIn(stop))
    .replace('$0', '');
  if (text.includes('$')) throw new Error(`A stop of the snippet was not understood: ${text}`);
  return text;
}
