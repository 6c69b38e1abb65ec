import type { CommandParts } from './command-parts.js';

/** Brings the panel to the front and gives it the keyboard: the only command that moves the focus there. */
export function showTokenPanel({ panel }: CommandParts): Promise<void> {
  panel.show({ focus: true });
  return Promise.resolve();
}
