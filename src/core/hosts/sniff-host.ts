// Whether a file that is no policy document itself has one inside: an editor shows us files of every kind, and one that is none of ours must cost
// a single look. For the extension's host, which loads nothing else for it: beside the names of hosts this file imports nothing.
import { hostKindOf, isReadAlways } from './host-kind.js';

export { hostEndings } from './host-kind.js';

/** A longer file is no host of anybody's policy: UTF-16 code units. */
const longestHost = 2 * 1024 * 1024;

/** A root or a token policy, as it is or with its bracket escaped: `<policies>`, and `\u003cpolicies\u003e` as some write JSON. */
const policy = /(?:<|\\u003[cC]|\\u\{3[cC]\}|\\x3[cC])(?:policies(?:[\s>/\\]|$)|fragment\s{0,8}[/>\\]|validate-(?:jwt|azure-ad-token)\b)/;

/** A policy that is named by its address. */
const link = /\bxml_link\s{0,16}=|["'](?:raw)?xml-link["']/;

/** A call that loads a file that may be a policy. */
const loader = /\b(?:templatefile|file|loadTextContent)\s{0,16}\(\s{0,64}["'][^"'\n]{1,1024}\.(?:xml|cshtml|tpl|tftpl|tmpl)["']/;

/**
 * What a file may have for us by a quick look at its name and its text: a policy, a piece of one or its address (`policy`), or only calls that load
 * policies (`loads`). Null for a file that is no host, one that is longer than 2 Mi code units, and one that is read on demand alone and was not asked for.
 *
 * @param name the file's name or path
 * @param read gives the first so many characters of the text (UTF-16 code units), or all of a shorter one; not called where the name says no
 * @param all whether Markdown, YAML and programs are read, too
 */
export function sniffHost(name: string, read: (length: number) => string, all: boolean): 'policy' | 'loads' | null {
  const kind = hostKindOf(name);
  if (kind === null || !(all || isReadAlways(kind))) return null;
  const text = read(longestHost + 1);
  if (text.length > longestHost) return null;
  if (policy.test(text) || (isReadAlways(kind) && link.test(text))) return 'policy';
  return (kind === 'terraform' || kind === 'bicep') && loader.test(text) ? 'loads' : null;
}
