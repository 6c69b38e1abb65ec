import type { Rule } from 'eslint';

/** Forbids what shows texts to the user outside of src/extension/messages. */
export const messageDoor: Rule.RuleModule;
