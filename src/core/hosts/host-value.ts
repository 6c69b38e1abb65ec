// What stands in a file that holds policies, whatever language it is written in: fields with values, each with its place. Terraform, Bicep and
// JSON are all read into this one form, so that whoever asks for a resource, a variable or a call need not know which of them it was.
import type { Span } from '../text/span.js';

/** How a string is written: which signs enclose it, and with them what is escaped in it and how. */
export type StringForm =
  'hcl-quoted' | 'hcl-heredoc' | 'hcl-heredoc-indented' | 'bicep-quoted' | 'bicep-multiline' | 'bicep-multiline-interpolated' | 'json';

export interface HostString extends Span {
  readonly kind: 'string';
  readonly form: StringForm;
  /** What stands between the signs that enclose it, as it is written. */
  readonly content: Span;
  /** What it means: escapes undone, indentation stripped; what is filled in later stands in it as it is written. */
  readonly text: string;
  /** Whether something is filled in later: `${…}`, `%{…}`. Then `text` is not the value. */
  readonly isTemplate: boolean;
}

/** A number, `true`, `false` or `null`. */
interface HostLiteral extends Span {
  readonly kind: 'literal';
  readonly value: number | boolean | null;
}

/** A name and what is taken of it: `var.tenant`, `azurerm_api_management_api.orders[0].name`, `service::api`. */
export interface HostReference extends Span {
  readonly kind: 'reference';
  readonly text: string;
}

export interface HostCall extends Span {
  readonly kind: 'call';
  /** Without the namespace of Bicep (`az.`, `sys.`). */
  readonly name: string;
  readonly arguments: readonly HostValue[];
}

interface HostList extends Span {
  readonly kind: 'list';
  readonly items: readonly HostValue[];
}

export interface HostObject extends Span {
  readonly kind: 'object';
  readonly fields: readonly HostField[];
}

/** An expression that is none of these: operators, conditions, loops. Its parts are what stands in it. */
interface HostExpression extends Span {
  readonly kind: 'expression';
  readonly parts: readonly HostValue[];
}

export type HostValue = HostString | HostLiteral | HostReference | HostCall | HostList | HostObject | HostExpression;

/** A word or a string of what stands before a value. */
export interface HostKey extends Span {
  readonly text: string;
  readonly isString: boolean;
}

/**
 * `name = value`, `"name": value`, `resource "type" "label" { … }`, `resource symbol 'type' = { … }`, `param name string`: what stands
 * before the value is `keys`, of which there is at least one.
 */
export interface HostField extends Span {
  readonly keys: readonly HostKey[];
  /** The first key's text. */
  readonly name: string;
  /** Bicep's: `secure` of `@secure()`. */
  readonly decorators: readonly string[];
  /** Null where none is written. */
  readonly value: HostValue | null;
  /** Whether it is a block of Terraform: an object without a sign before it. */
  readonly isBlock: boolean;
}

/** The value of the first field of that name; null where there is none. */
export function findField(object: HostObject, name: string): HostValue | null {
  return object.fields.find(field => field.name === name)?.value ?? null;
}

/** The values that stand directly in a value, in the order of their places. */
export function childValues(value: HostValue): readonly HostValue[] {
  switch (value.kind) {
    case 'call':
      return value.arguments;
    case 'list':
      return value.items;
    case 'expression':
      return value.parts;
    case 'object':
      return value.fields.flatMap(field => field.value ?? []);
    case 'string':
    case 'literal':
    case 'reference':
      return [];
  }
}

/** A value and all that stands in it, each before what stands in it, in the order of their places. Nothing recurses over nesting. Exported for tests. */
export function* allValues(value: HostValue): Generator<HostValue> {
  const left: HostValue[] = [value];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    yield next;
    const children = childValues(next);
    for (let i = children.length - 1; i >= 0; i--) left.push(children[i] as HostValue);
  }
}

/** The text of a string in which nothing is filled in later; null for all else. */
export function plainText(value: HostValue | null): string | null {
  return value?.kind === 'string' && !value.isTemplate ? value.text : null;
}
