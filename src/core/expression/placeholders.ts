// What may stand in a text in the place of something that is filled in before the gateway runs it: the one list of its forms.
import { isTerraformAt, scanTerraform } from './scan-terraform.js';

/** `{{named value}}` of the gateway, Terraform's `${…}` and `%{…}`, and the forms of whoever else wrote a template. */
type PlaceholderForm = 'named-value' | 'terraform' | 'placeholder';

interface Placeholder {
  readonly form: PlaceholderForm;
  /** The name as messages say it; undefined where they say what is written: Terraform, whose braces hold code, and forms without braces. */
  readonly name: string | undefined;
  /** The name of the template variable that stands there; undefined for a named value, and for code that is more than a name. */
  readonly variable: string | undefined;
  /** Where it ends, exclusive. */
  readonly end: number;
}

/** `{{name}}`; spaces around the name are allowed. */
const namedValue = /\{\{([^{}]{1,256})\}\}/y;
const placeholder = /\{([A-Za-z0-9_.:-]{1,256})\}/y;
/** Replaced when it is deployed, by Octopus Deploy (`#{x}`) or a task of Azure Pipelines (`#{x}#`). */
const deployed = /#\{([A-Za-z0-9_.: -]{1,256})\}#?/y;
/** The overrides of APIOps: `{#[NAME]#}`. */
const override = /\{#\[([^\][{}\r\n]{1,256})\]#\}/y;
/** A variable of Azure Pipelines: `$(name)`. */
const pipeline = /\$\(([A-Za-z_][\w.-]{0,255})\)/y;
/** `__NAME__`, single underscores inside allowed. */
const underscored = /__([A-Za-z][A-Za-z0-9.-]*(?:_[A-Za-z0-9.-]+)*)__(?![A-Za-z0-9_])/y;
/** What a tag of ERB or its kin writes, where it is a name: `<%= name %>`. */
const tagName = /^<%=\s*@?([A-Za-z_][\w.-]{0,255})\s*-?%>$/;
/** A reference and nothing else: `${name}`, `${var.name}`. */
const terraformName = /^\$\{~?\s*([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)\s*~?\}$/;

/** The longest name that is looked at. */
const longestName = 256;

/** The longest tag: what goes on is nobody's, and the time must not grow with the square of a line. */
const longestTag = 300;

/** The placeholder that begins at `i` and ends before `limit`; undefined where none does. */
export function placeholderAt(text: string, i: number, limit: number = text.length): Placeholder | undefined {
  if (isTerraformAt(text, i)) {
    const end = scanTerraform(text, i, limit);
    return end < 0 ? undefined : { form: 'terraform', name: undefined, variable: terraformVariable(text.slice(i, end)), end };
  }
  return namedPlaceholderAt(text, i, limit);
}

/**
 * The placeholder with a name that begins at `i` and ends before `limit`; undefined where none does. It looks no further than a name is
 * long, while one of Terraform is searched for its end as far as its line goes.
 */
export function namedPlaceholderAt(text: string, i: number, limit: number): Placeholder | undefined {
  switch (text.charCodeAt(i)) {
    case 35:
      return match(text, i, limit, deployed);
    case 36:
      return unnamed(match(text, i, limit, pipeline));
    case 60:
      return tagAt(text, i, limit);
    case 95:
      return /[A-Za-z0-9_]/.test(text.charAt(i - 1)) ? undefined : unnamed(match(text, i, limit, underscored));
    case 123:
      return namedValueAt(text, i, limit) ?? unnamed(match(text, i, limit, override)) ?? match(text, i, limit, placeholder);
    default:
      return undefined;
  }
}

/** The variable that a template of Terraform stands for; undefined where it is a directive or more than a reference. */
export function terraformVariable(template: string): string | undefined {
  return template.length > longestName * 2 ? undefined : terraformName.exec(template)?.[1];
}

/** Where the tag `<% … %>` at `i` ends; -1 where none stands there, or its end is not on the same line. */
export function scanTag(text: string, i: number, limit: number = text.length): number {
  if (text.charCodeAt(i) !== 60 || text.charCodeAt(i + 1) !== 37) return -1;
  for (let at = i + 2; at < Math.min(limit - 1, i + longestTag); at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return -1;
    if (code === 37 && text.charCodeAt(at + 1) === 62) return at + 2;
  }
  return -1;
}

function tagAt(text: string, i: number, limit: number): Placeholder | undefined {
  const end = scanTag(text, i, limit);
  if (end < 0) return undefined;
  const variable = end - i > longestName * 2 ? undefined : tagName.exec(text.slice(i, end))?.[1];
  return { form: 'placeholder', name: undefined, variable, end };
}

function namedValueAt(text: string, i: number, limit: number): Placeholder | undefined {
  const found = match(text, i, limit, namedValue);
  return found && { ...found, form: 'named-value', variable: undefined };
}

/** Without braces around it, a name alone would not be found again in the policy. */
function unnamed(found: Placeholder | undefined): Placeholder | undefined {
  return found && { ...found, name: undefined };
}

function match(text: string, i: number, limit: number, pattern: RegExp): Placeholder | undefined {
  pattern.lastIndex = i;
  const found = pattern.exec(text);
  if (found === null || i + found[0].length > limit) return undefined;
  const name = (found[1] ?? '').trim();
  return name === '' ? undefined : { form: 'placeholder', name, variable: name, end: i + found[0].length };
}
