import type { FactSource, Facts } from '../../facts.js';
import type { Edit } from '../../text/edit.js';
import { listPrivateValues } from '../../token/private-values.js';

/** A shorter text is no secret that anybody could tell from a word. */
const shortest = 6;

const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * The name of a value, with its place, that is marked as a secret and that edits would write into the text; null where they write none. A fix may know such a value,
 * but what stands in a policy is read by everybody.
 */
export function findWrittenSecret(
  text: string,
  edits: readonly Edit[],
  facts: Facts,
): { readonly name: string; readonly place: string | null } | null {
  const secrets = [...listSecrets(facts.namedValues, facts.sources), ...listSecrets(facts.templateValues, facts.templateSources)];
  if (secrets.length === 0) return null;
  const written = edits.map(edit => edit.text.toLowerCase());
  const own = text.toLowerCase();
  const found = secrets.find(({ value }) => written.some(each => each.includes(value)) && !own.includes(value));
  if (found === undefined) return null;
  const { name, source } = found;
  const line = source.line === undefined ? '' : `:${String(source.line)}`;
  return { name, place: source.path === undefined ? null : `${source.path}${line}` };
}

/** Whether edits would write a value of the token that is kept back into the text. What stands there already is no news. */
export function writesPrivateValue(text: string, edits: readonly Edit[], { token, keepsClaims }: Facts): boolean {
  if (keepsClaims !== true || token === undefined) return false;
  const written = edits.map(edit => readXml(edit.text));
  const own = readXml(text);
  return listPrivateValues(token).some(({ text: value }) => written.some(each => holds(each, value)) && !holds(own, value));
}

/** Whether a value stands in a text of a policy. A short one may stand in any word: it counts where it is a whole value. */
function holds(text: string, value: string): boolean {
  if (value.length >= shortest) return text.includes(value);
  return text === value || [`>${value}<`, `"${value}"`, `'${value}'`].some(each => text.includes(each));
}

function readXml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

function listSecrets(
  values: Readonly<Record<string, string>> = {},
  sources: Readonly<Record<string, FactSource>> = {},
): { readonly name: string; readonly value: string; readonly source: FactSource }[] {
  return Object.entries(values).flatMap(([name, text]) => {
    const value = text.trim().toLowerCase();
    const source = Object.hasOwn(sources, name) ? sources[name] : undefined;
    if (source?.secret !== true || value.length < shortest) return [];
    // What is taken out of an address is as secret as the whole.
    return [value, ...(value.match(guid) ?? [])].map(each => ({ name, value: each, source }));
  });
}
