import { placeholderAt } from '../expression/placeholders.js';

/** What is longer is no name, and to look for its end would cost the square of a line. */
const longestMention = 300;

/** The names of what may be filled into a text. */
export interface MentionedNames {
  readonly namedValues: ReadonlySet<string>;
  readonly templateVariables: ReadonlySet<string>;
}

/** The named values and template variables that a text names, wherever they stand in it. */
export function mentionedNames(text: string): MentionedNames {
  const namedValues = new Set<string>();
  const templateVariables = new Set<string>();
  for (const { index } of text.matchAll(/[{#$<_]/g)) {
    const found = placeholderAt(text, index, Math.min(text.length, index + longestMention));
    if (found?.form === 'named-value' && found.name !== undefined) namedValues.add(found.name);
    else if (found?.variable !== undefined) templateVariables.add(found.variable);
  }
  return { namedValues, templateVariables };
}
