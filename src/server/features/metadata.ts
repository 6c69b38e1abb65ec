import { languageOf, render, say, type Facts, type NeededDocument as Needed } from '../../core/index.js';
import type { NeededDocument } from '../../facts-protocol.js';
import { answer } from '../messages.js';
import type { ServerParts } from '../server-parts.js';
import { listNeeded } from '../view/make-view.js';
import { describeDocument } from '../view/describe-document.js';
import { listKeyIds } from '../view/source-rows.js';

/** Says which documents are needed, and shows those that are at hand. Fetching them is the client's part. */
export function answerMetadata(parts: ServerParts): void {
  const { readings, facts: store, workspace } = parts;
  answer(parts, 'apimTokenDoctor/metadata/needed', async ({ uri }, cancellation) => {
    await workspace.whenRead(cancellation);
    const found = uri === null ? [] : await readings.judgeAll(uri);
    const needed = found.flatMap(({ judged }) => listNeeded(judged).map(each => toNeeded(each, judged.facts)));
    // Several policies in one file name the same document; named by a policy weighs more than named by the token.
    const inOrder = [...needed.filter(({ usedBy }) => usedBy === 'token'), ...needed.filter(({ usedBy }) => usedBy === 'policy')];
    const strongest = new Map(inOrder.map(each => [each.address, each]));
    return [...new Set(needed.map(({ address }) => address))].flatMap(address => strongest.get(address) ?? []);
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
    purpose: render(say('document-purpose', { usedBy }), languageOf(facts)),
    usedBy,
    atHand,
    lacksKey: typeof kid === 'string' && ids !== null && !ids.includes(kid),
    origin: facts.sources?.[address] ?? null,
  };
}
