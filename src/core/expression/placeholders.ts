// What may stand in a text in the place of something that is filled in before the gateway runs it: the one list of its forms.
import { isTerraformAt, scanTerraform } from './scan-terraform.js';

/** `{{named value}}` of the gateway, Terraform's `${…}` and `%{…}`, `{placeholder}` and `#{variable}#` of whoever wrote a template. */
type PlaceholderForm = 'named-value' | 'terraform' | 'placeholder';

interface Placeholder {
  readonly form: PlaceholderForm;
  /** The name between the braces; undefined for Terraform, whose braces hold code. */
  readonly name: string | undefined;
  /** Where it ends, exclusive. */
  readonly end: number;
}

/** `{{name}}`; spaces around the name are allowed. */
const namedValue = /\{\{([^{}]{1,256})\}\}/y;
const placeholder = /\{([A-Za-z0-9_.:-]{1,256})\}/y;
/** Replaced when it is deployed, by Octopus Deploy (`#{x}`) or a task of Azure Pipelines (`#{x}#`). */
const deployed = /#\{([A-Za-z0-9_.: -]{1,256})\}#?/y;

/** The placeholder that begins at `i` and ends before `limit`; undefined where none does. */
export function placeholderAt(text: string, i: number, limit: number = text.length): Placeholder | undefined {
  if (isTerraformAt(text, i)) {
    const end = scanTerraform(text, i, limit);
    return end < 0 ? undefined : { form: 'terraform', name: undefined, end };
  }
  return namedPlaceholderAt(text, i, limit);
}

/**
 * The placeholder with a name that begins at `i` and ends before `limit`; undefined where none does. It looks no further than a name is
 * long, while one of Terraform is searched for its end as far as its line goes.
 */
export function namedPlaceholderAt(text: string, i: number, limit: number): Placeholder | undefined {
  if (text.charCodeAt(i) === 35) return match(text, i, limit, deployed, 'placeholder');
  if (text.charCodeAt(i) !== 123) return undefined;
  return match(text, i, limit, namedValue, 'named-value') ?? match(text, i, limit, placeholder, 'placeholder');
}

function match(text: string, i: number, limit: number, pattern: RegExp, form: PlaceholderForm): Placeholder | undefined {
  pattern.lastIndex = i;
  const found = pattern.exec(text);
  if (found === null || i + found[0].length > limit) return undefined;
  const name = (found[1] ?? '').trim();
  return name === '' ? undefined : { form, name, end: i + found[0].length };
}
