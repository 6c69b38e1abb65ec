import type { Rule } from 'eslint';

export const networkDoor: Rule.RuleModule;
