import { decodeToken, isToken, viewToken } from '../../core/index.js';
import type { TokenSummary } from '../../protocol.js';
import type { HeldToken } from '../facts-store.js';
import { answer } from '../messages.js';
import type { ServerParts } from '../server-parts.js';

/** Takes and forgets the tokens of the session. The raw paste comes in here and is not kept. */
export function answerToken(parts: ServerParts): void {
  const { facts, language } = parts;
  answer(parts, 'apimTokenDoctor/token/set', ({ id, pasted, tokensOnly }) => {
    const held: HeldToken = { id, token: decodeToken(pasted, language.core), sample: null };
    if (tokensOnly === true && !isToken(held.token)) return { ...summarize(parts, held), refused: true };
    // The same token again is the one that is known: a session has each once.
    const taken = facts.tokenOf(id) === undefined ? (facts.findSame(held.token) ?? held) : held;
    facts.setToken(taken);
    return { ...summarize(parts, held), id: taken.id };
  });
  answer(parts, 'apimTokenDoctor/token/clear', ({ id }) => {
    facts.clearToken(id);
    return null;
  });
}

export function summarize({ facts, language }: ServerParts, { id, token, sample }: HeldToken): TokenSummary {
  const view = viewToken(token, facts.current().now, language.core);
  return {
    id,
    kind: view.kind,
    kindLabel: view.kindLabel,
    problem: view.problem,
    cleaned: view.cleaned,
    sample: sample !== null,
    notBefore: view.notBefore,
    expires: view.expires,
  };
}
