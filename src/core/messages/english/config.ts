import { brief } from '../said.js';

const quoted = (name: string | null): string => `"${brief(name ?? '', 60)}"`;
const meant = (near: string | null): string => (near === null ? '' : ` Did you mean "${near}"?`);

type Write = (name: string | null, near: string | null) => string;

/** What is wrong with a place in a config, and what to do. */
const problems = {
  'too-large': () => 'Nothing of this config counts: it is longer than 256 KiB. Make it shorter.',
  'not-json': () => 'Nothing of this config counts: it stops being JSON here. Comments and a comma at the end are allowed.',
  'too-deep': () => 'Nothing of this config counts: it is nested too deeply here.',
  'not-an-object': name =>
    name === null
      ? 'Nothing of this config counts: write one JSON object.'
      : `${quoted(name)} must be an object: {"name": …}. What stands here counts for nothing.`,
  'unknown-member': (name, near) => `Nothing is called ${quoted(name)} here, so it counts for nothing.${meant(near)}`,
  'not-from-here': name =>
    `${quoted(name)} counts for nothing here, because a config comes with the repository. Only settings and options of your own say that.`,
  twice: name => `${quoted(name)} stands here more than once. The last one counts: remove the others.`,
  'not-a-list': name => `${quoted(name)} must be a list: ["…"]. What stands here counts for nothing.`,
  'not-a-text': name => `${quoted(name)} must be a text in quotes. What stands here counts for nothing.`,
  'unknown-rule': (name, near) => `There is no rule ${quoted(name)}.${near === null ? ' Look it up in the list of rules.' : meant(near)}`,
  'wrong-severity': name => `The severity of ${quoted(name)} must be "error", "warning", "information", "hint" or "off".`,
  'wrong-pattern': name =>
    `${quoted(name)} is no pattern that can be read, so it takes nothing out. Write a path from here, with *, ** and ? alone.`,
  'wrong-path': name =>
    `${quoted(name)} is not read. Name a file with values (.json, .tfvars, .bicepparam, .yaml) in this folder or below it.`,
  'wrong-name': name => `Nothing can be called ${quoted(name)}: write letters, digits, ".", "_" and "-".`,
  'too-long': name => `The value of ${quoted(name)} is longer than 4,096 characters, so it does not count.`,
  'too-many': name => `There are too many entries${name === null ? '' : ` in ${quoted(name)}`}: those from here on count for nothing.`,
  'unknown-set': name => `No values belong to ${quoted(name)}, so only those count that belong to every set. Correct the name.`,
  'not-read': name =>
    `${quoted(name)} is not read: there is no such file, it is a link, longer than 1 MiB, or gives no values. Correct the path.`,
} satisfies Readonly<Record<string, Write>>;

/** What is said of a config, `.apim-token-doctor.json`. */
export const configMessages = {
  'config-problem': ({
    code,
    name,
    near,
  }: {
    readonly code: keyof typeof problems;
    readonly name: string | null;
    /** The name that was perhaps meant. */
    readonly near: string | null;
  }): string => (problems[code] as Write)(name, near),
};
