import { isJsonObject } from '../metadata/read-metadata.js';
import type { JsonObject } from '../token/token.js';

/** The JSON object of a text; null where it is none. The error is not looked at: it quotes the text. */
export function readJsonObject(text: string): JsonObject | null {
  const value = readJsonValue(text);
  return isJsonObject(value) ? value : null;
}

/** The `properties` of an information file; null where there are none. */
export function readProperties(text: string): JsonObject | null {
  const properties = readJsonObject(text)?.['properties'];
  return isJsonObject(properties) ? properties : null;
}

/** The names of a list of APIs, `[{ "name": "orders" }]` or `["orders"]`; null where it is no list. */
export function readLinks(text: string): string[] | null {
  const value = readJsonValue(text);
  if (!Array.isArray(value)) return null;
  return value.flatMap((entry: unknown) => {
    const name = isJsonObject(entry) ? entry['name'] : entry;
    return typeof name === 'string' && name !== '' ? [name] : [];
  });
}

/** A member that is a truth value; null where it is not said. */
export function readFlag(properties: JsonObject | null, name: string): boolean | null {
  const value = properties !== null && Object.hasOwn(properties, name) ? properties[name] : null;
  return typeof value === 'boolean' ? value : null;
}

function readJsonValue(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}
