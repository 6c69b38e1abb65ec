import type { JsonObject } from './token.js';

/** How deep the gateway's library reads JSON; measured: 64 levels of brackets pass, 65 do not. */
export const deepestNesting = 64;

/** How many brackets are open at once at most, outside strings. The text need not be JSON. */
export function measureNesting(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < json.length; index++) {
    const character = json[index];
    if (inString) {
      if (character === '\\') index++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth--;
  }
  return deepest;
}

/**
 * Reads a JSON object as data: no member, whatever its name (`__proto__`, `constructor`), reaches a prototype. Where a
 * name stands twice, the last one counts, as it does for the gateway's library. Null where the text is no JSON object.
 */
export function readJsonObject(json: string): JsonObject | null {
  if (measureNesting(json) > deepestNesting) return null;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? toData(value) : null;
}

function toData(value: object): JsonObject {
  const data = Object.create(null) as Record<string, unknown>;
  for (const [name, member] of Object.entries(value)) data[name] = withoutPrototypes(member);
  return data;
}

function withoutPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrototypes);
  return typeof value === 'object' && value !== null ? toData(value) : value;
}
