import { createSampleTenant, decodeToken } from '../../core/index.js';
import { answer } from '../messages.js';
import type { ServerParts } from '../server-parts.js';
import { summarize } from './token.js';

/** The ids that stand in the sample policies. All of them are made up. */
const sampleIds = {
  tenant: '11111111-2222-3333-4444-555555555555',
  api: '66666666-7777-8888-9999-aaaaaaaaaaaa',
  client: 'bbbbbbbb-cccc-dddd-eeee-ffffffffffff',
};

/** Mints the sample's token and documents with a key that nobody keeps. They stand in memory here, and the client never sees the token. */
export function answerSample(parts: ServerParts): void {
  const { facts, language } = parts;
  answer(parts, 'apimTokenDoctor/sample/mint', async ({ id, token: name }) => {
    const tenant = await createSampleTenant(sampleIds);
    const credential = await tenant.mint(name, facts.current().now);
    const held = { id, token: decodeToken(credential.reveal(), language.core), sample: tenant.metadata };
    facts.setToken(held);
    return summarize(parts, held);
  });
}
