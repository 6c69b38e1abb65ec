import type { Rule } from 'eslint';

export const walls: Rule.RuleModule;
export const coreOrder: readonly string[];
export const coreLeaves: Readonly<Record<string, readonly string[]>>;
