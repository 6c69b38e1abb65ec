import type { CommandParts } from './command-parts.js';

export function showTokenPanel({ panel }: CommandParts): Promise<void> {
  panel.show();
  return Promise.resolve();
}
