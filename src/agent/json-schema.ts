/** The part of JSON Schema (2020-12) in which tools say what they take and give. */
export interface JsonSchema {
  readonly type: SchemaType | readonly SchemaType[];
  readonly description?: string;
  readonly enum?: readonly (string | null)[];
  /** In UTF-16 units. */
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
}

type SchemaType = 'object' | 'array' | 'string' | 'integer' | 'boolean' | 'null';

/** Of an object. */
export interface ObjectSchema extends JsonSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
}

/** An object that has all of these members, and no others. */
export function record(properties: Readonly<Record<string, JsonSchema>>): ObjectSchema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

/** An object of which only some members must be there. */
export function recordOf(properties: Readonly<Record<string, JsonSchema>>, required: readonly string[]): ObjectSchema {
  return { ...record(properties), required };
}

/** A text of at most `maxLength` UTF-16 units. */
export function text(maxLength: number, description?: string): JsonSchema {
  return { type: 'string', maxLength, ...(description === undefined ? {} : { description }) };
}

/** One of some words. */
export function word(choices: readonly string[], description?: string): JsonSchema {
  return { type: 'string', enum: choices, ...(description === undefined ? {} : { description }) };
}

/** The same, or null. */
export function orNull(schema: JsonSchema): JsonSchema {
  const { type, enum: choices, ...others } = schema;
  const types = [type].flat();
  return { ...others, type: [...types, 'null'], ...(choices === undefined ? {} : { enum: [...choices, null] }) };
}

/** At most `maxItems` of one kind. */
export function list(items: JsonSchema, maxItems: number): JsonSchema {
  return { type: 'array', items, maxItems };
}

/** A number that counts something. */
export const count: JsonSchema = { type: 'integer' };

/** A truth value. */
export const flag: JsonSchema = { type: 'boolean' };
