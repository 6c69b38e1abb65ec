import { isJsonObject } from '../metadata/read-metadata.js';
import { readJsonObject } from './read-information.js';

const methods: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/**
 * The operation ids of an OpenAPI document, JSON or YAML, in its order; null where it cannot be read. Operations without an id have none
 * here: a gateway makes a name of method and address for them, and they count among all others.
 */
export function readOperations(text: string): string[] | null {
  if (/^[\s\ufeff]*\{/.test(text)) return readJson(text);
  return readYaml(text);
}

function readJson(text: string): string[] | null {
  const paths = readJsonObject(text)?.['paths'];
  if (!isJsonObject(paths)) return null;
  const found: string[] = [];
  for (const item of Object.values(paths)) {
    if (!isJsonObject(item)) continue;
    for (const [method, operation] of Object.entries(item)) {
      const id = methods.has(method.toLowerCase()) && isJsonObject(operation) ? operation['operationId'] : undefined;
      if (typeof id === 'string' && id !== '') found.push(id);
    }
  }
  return found;
}

/**
 * Of YAML only the block form is read that tools write: `paths:`, an address, a method, `operationId:`, each on a line of its own and further in
 * than the one before.
 */
function readYaml(text: string): string[] | null {
  const found: string[] = [];
  let seen = false;
  const open: { readonly indent: number; readonly key: string }[] = [];
  for (const line of text.split('\n')) {
    const entry = readEntry(line);
    if (entry === null) continue;
    const { indent, key, value } = entry;
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const [top, , method] = open;
    if (indent === 0 && key === 'paths') seen = true;
    const isInOperation = open.length === 3 && top?.key === 'paths' && top.indent === 0 && methods.has(method?.key.toLowerCase() ?? '');
    if (isInOperation && key === 'operationId' && value !== '') found.push(value);
    open.push({ indent, key });
  }
  return seen ? found : null;
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
