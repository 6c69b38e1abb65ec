import type { ToolProblem } from './answer.js';
import type { JsonSchema, ObjectSchema } from './json-schema.js';
import { englishAgent } from './sentences/english/index.js';

/** Members by name; those that were not given are undefined. */
export type ToolInput = Readonly<Record<string, string | undefined>>;

/**
 * Reads what an agent hands to a tool, by the schema that the tool shows: every member is a text. What does not fit is refused, with a sentence
 * that names what does.
 */
export function readInput(schema: ObjectSchema, raw: unknown): { readonly input: ToolInput } | { readonly refusal: ToolProblem } {
  const given: unknown = raw ?? {};
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return refuse(englishAgent.notAnObject(), schema);
  const members = Object.entries(given);
  const unknownName = members.find(([name]) => !Object.hasOwn(schema.properties, name));
  if (unknownName !== undefined) return refuse(englishAgent.unknownMember(), schema);
  for (const [name, value] of members) {
    const problem = findProblem(name, value, schema.properties[name]);
    if (problem !== null) return refuse(problem, schema);
  }
  const input = Object.fromEntries(members) as Record<string, string>;
  const missing = schema.required.find(name => input[name] === undefined);
  return missing === undefined ? { input } : refuse(englishAgent.missingMember({ name: missing }), schema);
}

function findProblem(name: string, value: unknown, schema: JsonSchema | undefined): string | null {
  if (typeof value !== 'string') return englishAgent.notAText({ name });
  const most = schema?.maxLength ?? Infinity;
  if (value.length > most) return englishAgent.tooLong({ name, most });
  const choices = schema?.enum;
  return choices === undefined || choices.includes(value) ? null : englishAgent.notAChoice({ name, choices });
}

function refuse(problem: string, { properties }: ObjectSchema): { readonly refusal: ToolProblem } {
  return { refusal: { problem, nextStep: englishAgent.callAgain({ names: Object.keys(properties) }) } };
}
