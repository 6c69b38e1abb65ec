import { answer } from '../messages.js';
import type { ServerParts } from '../server-parts.js';
import { writeMember, writeMembers } from '../view/write-members.js';

/** Gives members of the token in force as text, for the clipboard: never the compact form, never the signature. */
export function answerTokenText(parts: ServerParts): void {
  answer(parts, 'apimTokenDoctor/token/text', ({ part, name }) => {
    const { held } = parts.facts;
    if (held === null) return null;
    return name === null ? writeMembers(held.token, part) : writeMember(held.token, part, name);
  });
}
