import type { PolicyText } from './scope-source.js';
import { readProperties } from './read-information.js';

/**
 * The policy in the information file of a fragment: the JSON string `properties.value`, as the extractor of 2026 writes it. Null where the
 * file has none.
 */
export function findFragmentText(file: string): PolicyText | null {
  const value = readProperties(file)?.['value'];
  if (typeof value !== 'string') return null;
  const starts = findString(file, value);
  return { text: value, offsetInFile: offset => starts?.[Math.min(Math.max(offset, 0), value.length)] ?? 0 };
}

/** Where each code unit of a string stands in the JSON that holds it, and where the string ends. */
function findString(json: string, value: string): readonly number[] | null {
  for (const { index, 0: whole } of json.matchAll(/"value"\s*:\s*"/g)) {
    const starts = placeUnits(json, index + whole.length, value);
    if (starts !== null) return starts;
  }
  return null;
}

/** Null where another string stands there. */
function placeUnits(json: string, from: number, value: string): number[] | null {
  const starts: number[] = [];
  let at = from;
  while (at < json.length && json[at] !== '"' && starts.length < value.length) {
    starts.push(at);
    if (json[at] !== '\\') at += 1;
    else at += json[at + 1] === 'u' ? 6 : 2;
  }
  if (starts.length !== value.length || json[at] !== '"' || readString(json.slice(from, at)) !== value) return null;
  return [...starts, at];
}

function readString(inner: string): unknown {
  try {
    return JSON.parse(`"${inner}"`);
  } catch {
    return null;
  }
}
