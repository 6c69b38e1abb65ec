// A value with everything filled in that is known: the one place where a named value or a template variable becomes a literal.
import { namesInside } from '../expression/named-values.js';
import { resolvePart } from './resolve-named-values.js';
import { readValue, stateOf } from './read-value.js';
import type { PolicyValue, UsedValue, ValuePart } from './value.js';

/** The texts that are known, by name. */
export interface KnownTexts {
  readonly namedValues?: Readonly<Record<string, string>> | undefined;
  /** Of template variables: `${name}`, `#{name}#`, `__NAME__` and their kin. */
  readonly templateValues?: Readonly<Record<string, string>> | undefined;
}

/**
 * The value as the gateway sees it: what is known filled in, spans kept, `filled` saying what. The very same where nothing is known of it.
 * A template is rendered first, so what it brings may name named values; what a named value holds is not filled in again.
 */
export function resolveValue(value: PolicyValue, known: KnownTexts): PolicyValue {
  if (value.state === 'literal' || value.filled !== undefined) return value;
  const uses = new Map<string, UsedValue>();
  const use = (used: UsedValue): void => void uses.set(`${used.kind} ${used.name}`, used);
  const rendered = value.parts.flatMap(part => renderTemplate(part, known, use));
  const parts = rendered.flatMap(part => fillNamedValue(part, known, use));
  if (uses.size === 0) return value;
  return {
    value: parts.map(({ text }) => text).join(''),
    state: stateOf(parts),
    parts,
    start: value.start,
    end: value.end,
    filled: { written: value, uses: [...uses.values()] },
  };
}

function renderTemplate(part: ValuePart, { templateValues }: KnownTexts, use: (used: UsedValue) => void): readonly ValuePart[] {
  const { variable, start, end } = part;
  const given = variable === undefined ? undefined : findVariable(variable, templateValues);
  // A text with markup of its own would be elements, which nobody has read.
  if (given === undefined || given.text.includes('<')) return [part];
  use({ kind: 'template', name: given.name });
  // What a template brings is not rendered again, but the gateway fills in the named values that it names.
  return readValue(given.text, { start: 0, end: given.text.length }).parts.map(({ kind, text, name }) =>
    kind === 'named-value' || kind === 'expression'
      ? { kind, text, start, end, ...(name === undefined ? {} : { name }) }
      : { kind: 'literal', text, start, end },
  );
}

/** By its own name, or for `var.name` by the variable's. */
export function findVariable(
  variable: string,
  values: Readonly<Record<string, string>> | undefined,
): { readonly name: string; readonly text: string } | undefined {
  for (const name of [variable, variable.replace(/^var\./, '')]) {
    const text = lookUp(values, name);
    if (text !== undefined) return { name, text };
  }
  return undefined;
}

function fillNamedValue(part: ValuePart, { namedValues }: KnownTexts, use: (used: UsedValue) => void): readonly ValuePart[] {
  const names = part.kind === 'named-value' ? [part.name ?? ''] : part.kind === 'expression' ? namesInside(part.text) : [];
  if (names.length === 0 || names.some(name => lookUp(namedValues, name) === undefined)) return [part];
  const texts = resolvePart(part, namedValues ?? {});
  // What holds an expression, or names what nobody fills in, stays what it is: who looks at it says which.
  if (!texts.every(text => typeof text === 'string')) return [part];
  for (const name of names) use({ kind: 'named-value', name });
  const { start, end } = part;
  return [{ kind: 'literal', text: texts.join(''), start, end }];
}

function lookUp(values: Readonly<Record<string, string>> | undefined, name: string): string | undefined {
  return values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;
}
