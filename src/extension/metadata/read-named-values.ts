import { readJson } from './fetch-document.js';

/**
 * Reads a file of named values that the user has named: a JSON object name → value, or lines `NAME=VALUE` as in a `.env` file.
 * Null where it is neither. A value may stand in quotes; `#` begins a comment. Names are those of API Management: letters, digits,
 * dots, dashes, underscores.
 */
export function readNamedValues(text: string): Readonly<Record<string, string>> | null {
  const document = readJson(text.replace(/^\uFEFF/, ''));
  const pairs = document === undefined ? readLines(text) : readMembers(document);
  return pairs.length === 0 ? null : Object.fromEntries(pairs);
}

function readMembers(document: unknown): [string, string][] {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return [];
  return Object.entries(document).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

function readLines(text: string): [string, string][] {
  return text.split(/\r\n|\r|\n/).flatMap((line): [string, string][] => {
    const [, name, rest] = /^\s*(?:export\s+)?([A-Za-z0-9._-]{1,256})\s*=(.*)$/.exec(line) ?? [];
    return name === undefined || rest === undefined ? [] : [[name, readValue(rest.trim())]];
  });
}

function readValue(written: string): string {
  const quoted = /^(["'])(.*)\1\s*(?:#.*)?$/.exec(written)?.[2];
  return quoted ?? written.replace(/(?:^|\s)#.*$/, '').trim();
}
