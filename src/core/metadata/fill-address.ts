import type { Facts } from '../facts.js';
import { resolveNamedValues } from '../policy/resolve-named-values.js';
import type { PolicyValue } from '../policy/value.js';
import { isFit, type AddressPlace } from './fit-value.js';

/** Named values, and which of them are secret: their values never get into an address. */
export interface AddressValues {
  readonly namedValues: Readonly<Record<string, string>>;
  readonly secrets: ReadonlySet<string>;
}

/** The named values of the facts. */
export function listAddressValues({ namedValues, sources }: Facts): AddressValues {
  const secrets = Object.entries(sources ?? {}).flatMap(([name, { secret }]) => (secret === true ? [name] : []));
  return { namedValues: namedValues ?? {}, secrets: new Set(secrets) };
}

/** What came of filling an address, or a part of one, with named values. */
export interface FilledAddress {
  /** With every named value that is known, as the gateway reads it; null where something is missing. */
  readonly text: string | null;
  /** As the policy writes it, entities decoded and named values by name: what a log may hold. */
  readonly written: string;
  /** The named values that were filled in, each once. */
  readonly filled: readonly string[];
  /** Those whose values do not belong there, each once: with one of them the text is for comparing, never for requesting or showing. */
  readonly withheld: readonly string[];
}

/**
 * What is said of an address: itself, or what the policy writes where a value does not belong there. One that was saved by its whole address was named
 * by the user.
 */
export function nameAddress({ text, written, withheld }: FilledAddress, { metadata }: Facts): string | null {
  return text !== null && withheld.length > 0 && !Object.hasOwn(metadata, text) ? written : text;
}

/** The same for a value that is an address; `address`: with its named values filled in. */
export function nameUrl(value: PolicyValue, facts: Facts, address: string): string {
  if (value.state === 'literal') return address;
  return nameAddress(fillAddress(value, listAddressValues(facts), 'address'), facts) ?? address;
}

/** Fills a value of a policy that is an address; `as`: what it is where it is only a part of one. */
export function fillAddress(value: PolicyValue, { namedValues, secrets }: AddressValues, as: 'address' | 'tenant'): FilledAddress {
  const filled = new Set<string>();
  const withheld = new Set<string>();
  let before = '';
  for (const part of value.parts) {
    const given = part.kind === 'named-value' && part.name !== undefined && Object.hasOwn(namedValues, part.name) ? part.name : null;
    // A named value inside an expression stands in a place that nobody can tell.
    for (const name of given === null ? namesInside(part.kind === 'expression' ? part.text : '', namedValues) : []) withheld.add(name);
    if (given === null) before += part.text;
    else {
      const text = namedValues[given] ?? '';
      const place = as === 'tenant' ? 'tenant' : placeAfter(before);
      if (secrets.has(given) || !isFit(text, place)) withheld.add(given);
      filled.add(given);
      before += text;
    }
  }
  const { text } = resolveNamedValues(value, namedValues);
  return { text, written: value.value, filled: [...filled], withheld: [...withheld] };
}

function namesInside(expression: string, namedValues: Readonly<Record<string, string>>): string[] {
  return [...expression.matchAll(/\{\{([A-Za-z0-9._-]{1,256})\}\}/g)].flatMap(([, name = '']) =>
    Object.hasOwn(namedValues, name) ? [name] : [],
  );
}

/** Which part of an address goes on behind this beginning. */
function placeAfter(before: string): AddressPlace {
  if (before.trim() === '') return 'start';
  const found = /^\s*https:\/\/[^/?#\\@\s]*(\/[^?#]*)?(\?[^#]*)?$/i.exec(before);
  if (found === null) return 'elsewhere';
  const [, path, query] = found;
  return query !== undefined ? 'query' : path === undefined ? 'host' : 'path';
}
