import { isJsonObject } from '../metadata/read-metadata.js';
import { yamlMember, yamlMembers, yamlRoot, yamlScalar } from '../text/parse-yaml.js';
import { readJsonObject } from './read-information.js';

const methods: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/** What an OpenAPI document says of its operations. */
interface DeclaredOperations {
  /** Their ids, in the order of the document. */
  readonly ids: readonly string[];
  /** Whether every operation has an id: a gateway makes a name of method and address for one that has none. */
  readonly isComplete: boolean;
}

/**
 * The operations of an OpenAPI document, JSON or YAML; null where it cannot be read. Operations without an id have none here, and count among all
 * others.
 */
export function readOperations(text: string): DeclaredOperations | null {
  if (/^[\s\ufeff]*\{/.test(text)) return readJson(text) ?? readAnyYaml(text);
  const found = readBlockYaml(text);
  return found === 'not-plain' ? readAnyYaml(text) : found;
}

/** One for each method of an address. */
function collect(ids: readonly (string | null)[]): DeclaredOperations {
  const known = ids.filter(id => id !== null && id !== '');
  return { ids: known as string[], isComplete: known.length === ids.length };
}

function readJson(text: string): DeclaredOperations | null {
  const paths = readJsonObject(text)?.['paths'];
  if (!isJsonObject(paths)) return null;
  const found: (string | null)[] = [];
  for (const item of Object.values(paths)) {
    if (!isJsonObject(item)) continue;
    for (const [method, operation] of Object.entries(item)) {
      if (!methods.has(method.toLowerCase())) continue;
      const id = isJsonObject(operation) ? operation['operationId'] : undefined;
      found.push(typeof id === 'string' ? id : null);
    }
  }
  return collect(found);
}

/** Every form of YAML, by its own parser. What an alias or an anchor stands for is not looked up. */
function readAnyYaml(text: string): DeclaredOperations | null {
  const paths = yamlMember(yamlRoot(text), 'paths');
  if (paths?.type !== 'block-map' && paths?.type !== 'flow-collection') return null;
  const found: (string | null)[] = [];
  for (const { value: item } of yamlMembers(paths)) {
    if (item?.type === 'alias') found.push(null);
    for (const { name, value } of yamlMembers(item)) {
      if (name === '<<') found.push(null);
      if (methods.has(name?.toLowerCase() ?? '')) found.push(yamlScalar(yamlMember(value, 'operationId')));
    }
  }
  return collect(found);
}

/**
 * The block form that tools write, read line by line, because specifications are long: `paths:`, an address, a method, `operationId:`, each on a line of its own
 * and further in than the one before. `not-plain` where one of these is written otherwise.
 */
function readBlockYaml(text: string): DeclaredOperations | 'not-plain' | null {
  const found: (string | null)[] = [];
  let seen = false;
  const open: { readonly indent: number; readonly key: string }[] = [];
  for (const line of text.split('\n')) {
    const isInPaths = open[0]?.key === 'paths' && open.length <= 3;
    if (isInPaths && /^\s*[{?]/.test(line)) return 'not-plain';
    const entry = readEntry(line);
    if (entry === null) continue;
    const { indent, key, value } = entry;
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const [top, , method] = open;
    const depth = top?.key === 'paths' && top.indent === 0 ? open.length : 0;
    if (indent === 0 && key === 'paths') seen = true;
    if ((depth > 0 && depth < 3 && (value !== '' || key === '<<')) || (indent === 0 && key === 'paths' && value !== '')) return 'not-plain';
    if (depth === 2 && methods.has(key.toLowerCase())) found.push(null);
    if (depth === 3 && methods.has(method?.key.toLowerCase() ?? '') && key === 'operationId' && value !== '')
      found[found.length - 1] = value;
    open.push({ indent, key });
  }
  return seen ? collect(found) : null;
}

/** A line `key: value` of YAML; null for any other. */
function readEntry(line: string): { readonly indent: number; readonly key: string; readonly value: string } | null {
  const written = line.trim();
  const quote = /^["']/.exec(written)?.[0];
  const from = quote === undefined ? 0 : written.indexOf(quote, 1);
  if (from < 0) return null;
  const colon = /:(?:\s|$)/.exec(written.slice(from));
  if (colon === null || written.startsWith('#')) return null;
  const at = from + colon.index;
  const value = written.slice(at + 1);
  const comment = value.indexOf(' #');
  return {
    indent: line.length - line.trimStart().length,
    key: unquote(written.slice(0, at).trim()),
    value: unquote((comment < 0 ? value : value.slice(0, comment)).trim()),
  };
}

function unquote(text: string): string {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}

/**
 * The name that a gateway gives an operation when a specification is imported. Documented (restrictions of importing an API): lower case, each
 * sequence of other signs than letters and digits one dash, at most 76 characters.
 */
export function normaliseOperationId(id: string): string {
  return id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 76);
}
