import { describe, expect, it } from 'vitest';
import { DocumentCache } from '../../../src/extension/metadata/document-cache.js';

const address = 'https://a.example/keys';
const due = (cache: DocumentCache, now: number, asked = false, lacksKey = false): boolean => cache.isDue({ address, lacksKey }, now, asked);

describe('DocumentCache', () => {
  it('keeps a document for an hour', () => {
    const cache = new DocumentCache();
    expect(due(cache, 0)).toBe(true);
    cache.keep(address, { document: { keys: [] } }, 1000);
    expect(due(cache, 1000 + 3599, true)).toBe(false);
    expect(due(cache, 1000 + 3600)).toBe(true);
    expect(cache.documents()).toEqual({ [address]: { keys: [] } });
    expect(cache.origins()).toEqual({ [address]: { from: 'network', at: 1000 } });
  });

  it('asks again for an unknown key, at most every five minutes', () => {
    const cache = new DocumentCache();
    cache.keep(address, { document: { keys: [] } }, 1000);
    expect(due(cache, 1299, true, true)).toBe(false);
    expect(due(cache, 1300, false, true)).toBe(true);
  });

  it('keeps a failure for five minutes, unless the user asks', () => {
    const cache = new DocumentCache();
    cache.keep(address, { problem: 'The server answered 500.' }, 1000);
    expect(due(cache, 1299)).toBe(false);
    expect(due(cache, 1299, true)).toBe(true);
    expect(due(cache, 1300)).toBe(true);
    expect(cache.documents()).toEqual({});
    expect(cache.origins()[address]).toEqual({ from: 'network', at: 1000, problem: 'The server answered 500.' });
  });

  it('keeps the document where a later fetch fails, as the gateway does, and forgets the failure after a success', () => {
    const cache = new DocumentCache();
    cache.keep(address, { document: 1 }, 1000);
    cache.keep(address, { problem: 'x' }, 5000);
    expect(cache.documents()).toEqual({ [address]: 1 });
    expect(cache.origins()[address]).toEqual({ from: 'network', at: 1000, problem: 'x' });
    cache.keep(address, { document: 2 }, 6000);
    expect(cache.origins()[address]).toEqual({ from: 'network', at: 6000 });
  });

  it('remembers a hundred addresses, and forgets failures first', () => {
    const cache = new DocumentCache();
    const at = (index: number): string => `https://a.example/${String(index)}`;
    for (let index = 0; index < 60; index += 1) cache.keep(at(index), { document: index }, 1000);
    for (let index = 60; index < 300; index += 1) cache.keep(at(index), { problem: 'x' }, 1000);
    expect(Object.keys(cache.origins())).toHaveLength(100);
    expect(Object.values(cache.documents())).toEqual(Array.from({ length: 60 }, (_, index) => index));
    cache.keep(at(0), { document: 'newer' }, 2000);
    for (let index = 300; index < 399; index += 1) cache.keep(at(index), { document: index }, 2000);
    const documents = Object.keys(cache.documents());
    expect(documents).toEqual(Object.keys(cache.origins()));
    expect([documents.length, documents[0], documents.at(-1)]).toEqual([100, at(0), at(398)]);
  });
});
