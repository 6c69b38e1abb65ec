import { answer } from '../messages.js';
import type { ServerParts } from '../server-parts.js';
import { summarize } from './token.js';

/** Mints the sample's token and documents. They stand in memory here, and the client never sees the token. */
export function answerSample(parts: ServerParts): void {
  const { facts, judgement } = parts;
  answer(parts, 'apimTokenDoctor/sample/mint', async ({ id, token: name }) => {
    const { token, metadata } = await judgement.mintSample(name, facts.current().now);
    const held = { id, token, sample: metadata };
    facts.setToken(held);
    return summarize(parts, held);
  });
}
