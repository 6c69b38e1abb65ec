import type { Facts } from '../../core/facts.js';
import { say } from '../../core/messages/message.js';
import { render } from '../../core/messages/render.js';
import type { NeededDocument as Needed } from '../../core/metadata/needed-documents.js';
import type { NeededDocument } from '../../protocol.js';
import { answer } from '../messages.js';
import type { ServerParts } from '../server-parts.js';
import { listNeeded } from '../view/make-view.js';
import { describeDocument } from '../view/describe-document.js';
import { listKeyIds } from '../view/source-rows.js';

/** Says which documents are needed, and shows those that are at hand. Fetching them is the client's part. */
export function answerMetadata(parts: ServerParts): void {
  const { documents, judgement, diagnoser, facts: store } = parts;
  answer(parts, 'apimTokenDoctor/metadata/needed', async ({ uri }) => {
    const document = uri === null ? undefined : documents.get(uri);
    if (document === undefined) return [];
    const facts = await diagnoser.factsFor(document);
    return listNeeded(judgement, judgement.readPolicies(document.getText()), facts).map(needed => toNeeded(needed, facts));
  });
  answer(parts, 'apimTokenDoctor/metadata/text', ({ address }) => {
    const facts = store.current();
    return Object.hasOwn(facts.metadata, address) ? describeDocument(address, facts.metadata[address], facts) : null;
  });
}

function toNeeded({ address, kind, usedBy, written, filled, withheld }: Needed, facts: Facts): NeededDocument {
  const atHand = Object.hasOwn(facts.metadata, address);
  const kid = facts.token?.header['kid'];
  const ids = kind === 'key-set' && atHand ? listKeyIds(facts.metadata[address]) : null;
  return {
    address,
    written,
    filled,
    withheld,
    document: kind === 'configuration' ? 'configuration' : 'keys',
    purpose: render(say('document-purpose', { usedBy })),
    usedBy,
    atHand,
    lacksKey: typeof kid === 'string' && ids !== null && !ids.includes(kid),
    origin: facts.sources?.[address] ?? null,
  };
}
