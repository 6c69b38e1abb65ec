import type { CommandParts } from './command-parts.js';

/** Forgets the token, here and in the language server. */
export async function clearToken({ tokens }: CommandParts): Promise<void> {
  await tokens.clear();
}
