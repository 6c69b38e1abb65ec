import type { Facts } from '../facts.js';
import { resolveNamedValues } from '../policy/resolve-named-values.js';
import { namesInside } from '../expression/named-values.js';
import { resolveValue, type KnownTexts } from '../policy/resolve-value.js';
import { asWritten, type PolicyValue } from '../policy/value.js';
import { isFit, type AddressPlace } from './fit-value.js';

/** The values that are known, and which of them are secret: those never get into an address. */
export interface AddressValues extends KnownTexts {
  readonly namedValues: Readonly<Record<string, string>>;
  readonly secrets: ReadonlySet<string>;
  /** Of template variables, by name. */
  readonly templateSecrets?: ReadonlySet<string>;
}

/** The values of the facts. */
export function listAddressValues({ namedValues, templateValues, sources, templateSources }: Facts): AddressValues {
  return { namedValues: namedValues ?? {}, templateValues, secrets: listSecrets(sources), templateSecrets: listSecrets(templateSources) };
}

function listSecrets(sources: Facts['sources']): ReadonlySet<string> {
  return new Set(Object.entries(sources ?? {}).flatMap(([name, { secret }]) => (secret === true ? [name] : [])));
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
  if (asWritten(value).state === 'literal') return address;
  return nameAddress(fillAddress(value, listAddressValues(facts), 'address'), facts) ?? address;
}

/** Fills a value of a policy that is an address; `as`: what it is where it is only a part of one. */
export function fillAddress(value: PolicyValue, values: AddressValues, as: 'address' | 'tenant'): FilledAddress {
  const written = asWritten(value);
  const seen = resolveValue(written, values);
  const filled = new Set<string>();
  const withheld = new Set<string>();
  let before = '';
  for (const part of written.parts) {
    const own = resolveValue({ ...written, parts: [part], value: part.text, state: 'mixed' }, values);
    const uses = own.filled?.uses ?? [];
    const inExpression = part.kind === 'expression' ? namesInside(part.text).filter(name => Object.hasOwn(values.namedValues, name)) : [];
    const place = as === 'tenant' ? 'tenant' : placeAfter(before);
    for (const { kind, name } of uses) {
      const isSecret = (kind === 'template' ? values.templateSecrets : values.secrets)?.has(name) === true;
      // A named value inside an expression stands in a place that nobody can tell.
      if (isSecret || part.kind === 'expression' || !isFit(own.value, place)) withheld.add(name);
      if (part.kind !== 'expression') filled.add(name);
    }
    for (const name of inExpression) withheld.add(name);
    before += own.value;
  }
  const { text } = resolveNamedValues(seen, values.namedValues);
  return { text, written: written.value, filled: [...filled], withheld: [...withheld] };
}

/** Which part of an address goes on behind this beginning. */
function placeAfter(before: string): AddressPlace {
  if (before.trim() === '') return 'start';
  const found = /^\s*https:\/\/[^/?#\\@\s]*(\/[^?#]*)?(\?[^#]*)?$/i.exec(before);
  if (found === null) return 'elsewhere';
  const [, path, query] = found;
  return query !== undefined ? 'query' : path === undefined ? 'host' : 'path';
}
