import type { PlainText } from './read-plain.js';

/** What a row of the gateway's log, or of Application Insights, says of one request. */
export interface LogRow {
  /** What the caller got. */
  readonly response: number | null;
  /** What the backend said; `empty` where the column is there and has no value; null where it is not there. */
  readonly backend: number | 'empty' | null;
  /** The policy or part of the gateway that failed. */
  readonly source: string | null;
}

/**
 * Reads a log row out of JSON, `name: value` lines, or a table with a line of names (tabs, pipes, commas, or spaces where no cell is empty). Null
 * where the text has neither response codes nor the source of an error.
 */
export function readLog({ plain }: PlainText): LogRow | null {
  const cells = new Map([...readPairs(plain), ...readTable(plain)]);
  const backendText = cells.get('backendresponsecode');
  const backend = backendText === undefined ? null : (toStatus(backendText) ?? 'empty');
  const row: LogRow = {
    response: toStatus(cells.get('responsecode') ?? ''),
    backend: backend ?? readDependency(plain),
    source: toName(cells.get('lasterrorsource') ?? cells.get('errorsource') ?? ''),
  };
  return row.response === null && row.backend === null && row.source === null ? null : row;
}

const columns = /^(?:responsecode|backendresponsecode|lasterrorsource|errorsource)$/;

function readPairs(plain: string): [string, string][] {
  const pairs = plain.matchAll(
    /\b(BackendResponseCode|ResponseCode|LastErrorSource|ErrorSource)(?:_[ds])?["'\]]{0,2} {0,4}[:=] {0,4}["']?([\w-]{0,60})/gi,
  );
  return [...pairs].map(([, name = '', value = '']) => [name.toLowerCase(), value]);
}

const separators: readonly RegExp[] = [/\t/, /\|/, /,/, / {2,60}/, / /];

function readTable(plain: string): [string, string][] {
  const lines = plain.split('\n');
  const head = lines.findIndex(each => /\bResponseCode/i.test(each) && !/[:=]/.test(each));
  const line = lines.slice(head + 1, head + 4).find(each => /\d{3}/.test(each));
  if (head < 0 || line === undefined) return [];
  const first = lines[head] ?? '';
  const separator = separators.find(each => each.test(first.trim())) ?? / /;
  // White space at the ends may be empty cells: only where it separates nothing else is it none.
  const isSpaced = separator.source.startsWith(' ');
  const [names = [], cells = []] = [first, line].map(each => (isSpaced ? each.trim() : each).split(separator));
  // A table that was read from a picture has no empty cells: only where all are there can they be told apart.
  if (isSpaced && names.length !== cells.length) return [];
  return names
    .map((name, index): [string, string] => [
      name
        .trim()
        .replace(/_[ds]$/, '')
        .toLowerCase(),
      cells[index]?.trim() ?? '',
    ])
    .filter(([name]) => columns.test(name));
}

/** Application Insights keeps the call to the backend as a dependency of its own. */
function readDependency(plain: string): number | null {
  const item = /"itemType"\s{0,4}:\s{0,4}"dependency"|RemoteDependencyData/i.exec(plain);
  if (item === null) return null;
  const around = plain.slice(plain.lastIndexOf('{', item.index), item.index + 2000);
  return toStatus(/"resultCode"\s{0,4}:\s{0,4}"?(\d{3})/i.exec(around)?.[1] ?? '');
}

function toStatus(text: string): number | null {
  return /^[1-5]\d\d$/.test(text) ? Number(text) : null;
}

function toName(text: string): string | null {
  return /^[a-z][a-z-]{2,}$/.test(text) && !/^(?:null|none|undefined)$/.test(text) ? text : null;
}
