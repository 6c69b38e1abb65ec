import { render, say, type Facts, type NeededDocument as Needed } from '../../core/index.js';
import type { NeededDocument } from '../../protocol.js';
import { answer } from '../messages.js';
import type { ServerParts } from '../server-parts.js';
import { listNeeded } from '../view/make-view.js';
import { describeDocument } from '../view/describe-document.js';
import { listKeyIds } from '../view/source-rows.js';

/** Says which documents are needed, and shows those that are at hand. Fetching them is the client's part. */
export function answerMetadata(parts: ServerParts): void {
  const { readings, facts: store, workspace } = parts;
  answer(parts, 'apimTokenDoctor/metadata/needed', async ({ uri, position }, cancellation) => {
    await workspace.whenRead(cancellation);
    const reading = uri === null ? null : await readings.judge(uri, position);
    return reading === null ? [] : listNeeded(reading.judged).map(needed => toNeeded(needed, reading.judged.facts));
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
