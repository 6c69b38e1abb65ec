import { readJson } from '../../fetching/read-document.js';

/** The named values of a file. */
export interface FileOfNamedValues {
  readonly namedValues: Readonly<Record<string, string>>;
  /** Those that are marked as secrets: their values never get into an address. */
  readonly secrets: readonly string[];
}

/**
 * Reads a file of named values that the user has named: a JSON object, name → value or `{ "value": …, "secret": true }`, or lines
 * `NAME=VALUE` as in a `.env` file. Null where it is neither. A value may stand in quotes; `#` begins a comment. Names are those of
 * API Management: letters, digits, dots, dashes, underscores. A file that calls itself a secret has nothing but secrets.
 */
export function readNamedValues(text: string): FileOfNamedValues | null {
  const document = readJson(text.replace(/^\uFEFF/, ''));
  const found = document === undefined ? readLines(text) : readMembers(document);
  if (found.length === 0) return null;
  return {
    namedValues: Object.fromEntries(found.map(({ name, value }) => [name, value])),
    secrets: found.filter(({ secret }) => secret).map(({ name }) => name),
  };
}

interface Member {
  readonly name: string;
  readonly value: string;
  readonly secret: boolean;
}

function readMembers(document: unknown): Member[] {
  if (!isObject(document)) return [];
  const allSecret = document['secret'] === true;
  return Object.entries(document).flatMap(([name, member]): Member[] => {
    if (typeof member === 'string') return [{ name, value: member, secret: allSecret }];
    if (!isObject(member) || typeof member['value'] !== 'string') return [];
    return [{ name, value: member['value'], secret: allSecret || member['secret'] === true }];
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readLines(text: string): Member[] {
  return text.split(/\r\n|\r|\n/).flatMap((line): Member[] => {
    const [, name, rest] = /^\s*(?:export\s+)?([A-Za-z0-9._-]{1,256})\s*=(.*)$/.exec(line) ?? [];
    return name === undefined || rest === undefined ? [] : [{ name, value: readValue(rest.trim()), secret: false }];
  });
}

function readValue(written: string): string {
  return readQuoted(written) ?? written.replace(/(?:^|\s)#[^]*$/, '').trim();
}

/** What stands in quotes, up to the last one that only a comment follows; null where there is none. */
function readQuoted(written: string): string | null {
  const quote = written.charAt(0);
  if (quote !== '"' && quote !== "'") return null;
  for (let at = written.lastIndexOf(quote); at > 0; at = written.lastIndexOf(quote, at - 1)) {
    const rest = written.slice(at + 1).trimStart();
    if (rest === '' || rest.startsWith('#')) return written.slice(1, at);
  }
  return null;
}
