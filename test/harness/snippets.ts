import { policySnippets, type PolicySnippetName } from '../../src/core/knowledge/policy-snippets.js';

/** A whole token policy that is offered to be filled in, expanded. */
interface ExpandedSnippet {
  readonly name: PolicySnippetName;
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

/** Every whole token policy that is offered. */
export function readSnippets(): ExpandedSnippet[] {
  return (Object.keys(policySnippets) as PolicySnippetName[]).map(name => ({
    name,
    untouched: expand(policySnippets[name], stop => stop),
    filled: expand(policySnippets[name], stop => values[stop] ?? stop),
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
