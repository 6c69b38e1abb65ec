import { viewToken } from '../../core/index.js';
import type { TokenPart } from '../../token-cards.js';
import type { HeldToken } from '../facts-store.js';

/** One part of a token as JSON to read, numbers as the token writes them. */
export function writeMembers({ texts, ...token }: HeldToken['token'], part: TokenPart): string {
  const members = token[part];
  const lines = Object.keys(members).map(name => {
    const value = members[name];
    const written = (typeof value === 'number' ? texts?.[part].get(name) : undefined) ?? writeValue(value);
    return `  ${JSON.stringify(name)}: ${written.replaceAll('\n', '\n  ')}`;
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n}`;
}

/** A member as text: strings as they are, everything else as JSON. Null where the token has none of that name. */
export function writeMember(token: HeldToken['token'], part: TokenPart, name: string): string | null {
  return viewToken(token, 0)[part].find(line => line.name === name)?.value ?? null;
}

function writeValue(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2) ?? 'null';
  } catch {
    // Nested too deeply for who writes it.
    return '"…"';
  }
}
