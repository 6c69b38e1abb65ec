import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ServerLink } from '../../../src/extension/client/server-link.js';
import { catalogueOf } from '../../../src/extension/messages/catalogue.js';
import { CappedTimer } from '../../../src/extension/token/capped-timer.js';
import { readPaste } from '../../../src/extension/token/read-paste.js';
import { TokenStore } from '../../../src/extension/token/token-store.js';
import type { TokenSummary } from '../../../src/protocol.js';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('readPaste', () => {
  it('takes the clipboard’s original where the input box has made spaces of its line breaks', () => {
    expect(readPaste('aaa bbb', 'aaa\nbbb')).toBe('aaa\nbbb');
    expect(readPaste(' aaa bbb ', 'aaa\r\n  bbb\n')).toBe('aaa\r\n  bbb\n');
  });

  it('takes what was typed where the clipboard holds something else', () => {
    expect(readPaste('aaa bbb', 'aaabbc')).toBe('aaa bbb');
    expect(readPaste('aaa bbb', '')).toBe('aaa bbb');
  });
});

describe('CappedTimer', () => {
  it('rings at its moment, also one beyond the longest wait of a timer', () => {
    const ring = vi.fn();
    const days = 60 * 86_400_000;
    new CappedTimer().set(Date.now() + days, ring);
    vi.advanceTimersByTime(days - 1);
    expect(ring).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(ring).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(days);
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it('rings at once for a moment that has passed, and never once it is cleared', () => {
    const ring = vi.fn();
    const timer = new CappedTimer();
    timer.set(Date.now() - 1, ring);
    expect(ring).toHaveBeenCalledTimes(1);
    timer.set(Date.now() + 1000, ring);
    timer.clear();
    vi.advanceTimersByTime(10_000);
    expect(ring).toHaveBeenCalledTimes(1);
  });
});

describe('the time that is left', () => {
  it.each([
    [-1, 'expired'],
    [0, 'expired'],
    [59, 'less than 1 min'],
    [60, '1 min'],
    [2460, '41 min'],
    [7199, '119 min'],
    [7200, '2 h'],
    [172_800, '2 d'],
    [null, 'no expiry'],
  ])('%d seconds: %s', (seconds, words) => expect(catalogueOf('en').sentences['status-state']({ state: 'left', seconds })).toBe(words));
});

describe('TokenStore', () => {
  const summary = (id: string): TokenSummary => ({
    id,
    kind: 'other',
    kindLabel: 'Token',
    problem: null,
    cleaned: [],
    sample: false,
    notBefore: null,
    expires: null,
  });

  function makeStore(minutes = { now: 60 }): {
    store: TokenStore;
    asked: [string, Record<string, unknown>][];
    /** What the next answers have of their own. */
    answers: Partial<TokenSummary>[];
  } {
    const asked: [string, Record<string, unknown>][] = [];
    const answers: Partial<TokenSummary>[] = [];
    const ask = (method: string, params: Record<string, unknown>): Promise<unknown> => {
      asked.push([method, params]);
      return Promise.resolve(method.endsWith('clear') ? null : { ...summary(String(params['id'])), ...answers.shift() });
    };
    return { store: new TokenStore({ ask } as unknown as ServerLink, () => minutes.now), asked, answers };
  }

  it('tells the server, and tells it again with the same id after it died', async () => {
    const { store, asked } = makeStore();
    await store.setPasted('abc');
    await store.tellAgain();
    expect(asked.map(([method]) => method)).toEqual(['apimTokenDoctor/token/set', 'apimTokenDoctor/token/set']);
    expect(asked[0]?.[1]).toEqual(asked[1]?.[1]);
    expect(asked[0]?.[1]).toMatchObject({ pasted: 'abc' });
  });

  it('has a sample minted anew after the server died', async () => {
    const { store, asked } = makeStore();
    await store.setSample('external-id-v1');
    await store.tellAgain();
    expect(asked.map(([method]) => method)).toEqual(['apimTokenDoctor/sample/mint', 'apimTokenDoctor/sample/mint']);
  });

  it('forgets after the time that the setting says, counted from when the token was set', async () => {
    const minutes = { now: 60 };
    const { store, asked } = makeStore(minutes);
    const changes = vi.fn();
    store.onChange(changes);
    await store.setPasted('abc');
    await vi.advanceTimersByTimeAsync(30 * 60_000);
    expect(store.summary).not.toBeNull();
    minutes.now = 31;
    store.restartTimer();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(store.summary).toBeNull();
    expect(asked.at(-1)?.[0]).toBe('apimTokenDoctor/token/clear');
    expect(changes).toHaveBeenCalledTimes(2);
    await store.tellAgain();
    expect(asked).toHaveLength(2);
  });

  it('does not let an answer about an older token come after a newer one', async () => {
    const answers: ((summary: TokenSummary) => void)[] = [];
    const ask = (): Promise<TokenSummary> => new Promise(resolve => answers.push(resolve));
    const store = new TokenStore({ ask } as unknown as ServerLink, () => 60);
    const first = store.setPasted('a');
    const second = store.setPasted('b');
    answers[1]?.(summary('second'));
    answers[0]?.(summary('first'));
    await Promise.all([first, second]);
    expect(store.summary?.id).toBe('second');
  });

  it('keeps the token in force where the next text is refused', async () => {
    const { store, asked, answers } = makeStore();
    await store.setPasted('abc');
    answers.push({ problem: 'No token.', refused: true });
    const changes = vi.fn();
    store.onChange(changes);
    expect(await store.setPasted('hello')).toMatchObject({ refused: true });
    expect(store.summary?.problem).toBeNull();
    expect(store.former).toBeNull();
    expect(changes).not.toHaveBeenCalled();
    await store.tellAgain();
    expect(asked.at(-1)?.[1]).toMatchObject({ pasted: 'abc', tokensOnly: true });
  });

  it('goes back to the readable token before, and from there to the one that it replaced', async () => {
    const { store, asked, answers } = makeStore();
    expect(await store.restore()).toBeNull();
    await store.setPasted('first');
    answers.push({ problem: 'Broken.' }, { problem: 'Broken.' });
    await store.setPasted('broken');
    await store.setPasted('broken, too');
    expect(store.summary?.problem).toBe('Broken.');
    const told = (): unknown[] => asked.flatMap(([, { pasted }]) => pasted ?? []);
    await store.restore();
    expect(told().at(-1)).toBe('first');
    expect(store.summary?.problem).toBeNull();
    expect(store.tokens).toHaveLength(1);
    await store.setPasted('second');
    await store.restore();
    await store.restore();
    expect(told().slice(-3)).toEqual(['second', 'first', 'second']);
  });

  it('forgets the former token in its own time, and with the one in force', async () => {
    const { store } = makeStore();
    await store.setPasted('first');
    await vi.advanceTimersByTimeAsync(30 * 60_000);
    await store.setPasted('second');
    expect(store.former).not.toBeNull();
    await vi.advanceTimersByTimeAsync(30 * 60_000);
    expect(store.former).toBeNull();
    expect(store.summary).not.toBeNull();
    await store.setPasted('third');
    await store.clear();
    expect([store.summary, store.former, await store.restore()]).toEqual([null, null, null]);
  });

  it('keeps up to five tokens in the order in which they came, and drops the one that was in force longest ago', async () => {
    const { store, asked } = makeStore();
    for (const pasted of ['a', 'b', 'c', 'd', 'e']) await store.setPasted(pasted);
    const ids = store.tokens.map(({ summary: { id } }) => id);
    expect(store.tokens.map(({ isInForce }) => isInForce)).toEqual([false, false, false, false, true]);
    expect(await store.use(ids[0] ?? '')).toMatchObject({ id: ids[0] });
    expect(asked.at(-1)).toEqual(['apimTokenDoctor/token/set', { id: ids[0], pasted: 'a', tokensOnly: true }]);
    await store.setPasted('f');
    expect(store.tokens.map(({ summary: { id } }) => id).slice(0, 4)).toEqual([ids[0], ids[2], ids[3], ids[4]]);
    expect(asked.at(-1)).toEqual(['apimTokenDoctor/token/clear', { id: ids[1] }]);
    expect(await store.use(ids[1] ?? '')).toBeNull();
  });

  it('has a token once, however often it is pasted: the server tells that it is the same', async () => {
    const { store, answers } = makeStore();
    const { id } = await store.setPasted('first');
    await store.setPasted('second');
    answers.push({ id });
    await store.setPasted('Bearer first');
    expect(store.tokens.map(({ summary, isInForce }) => [summary.id === id, isInForce])).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it('tells a new server all tokens, the one in force last', async () => {
    const { store, asked } = makeStore();
    await store.setPasted('a');
    await store.setPasted('b');
    await store.restore();
    await store.tellAgain();
    expect(asked.slice(-2).map(([, { pasted }]) => pasted)).toEqual(['b', 'a']);
  });

  it('does not take a token that was cleared before the server had answered', async () => {
    const answers: ((summary: TokenSummary) => void)[] = [];
    const asked: [string, unknown][] = [];
    const ask = (method: string, params: { readonly id: string }): Promise<TokenSummary | null> => {
      asked.push([method, params.id]);
      return method.endsWith('clear') ? Promise.resolve(null) : new Promise(resolve => answers.push(resolve));
    };
    const store = new TokenStore({ ask } as unknown as ServerLink, () => 60);
    const setting = store.setPasted('a');
    await store.clear();
    answers[0]?.(summary('late'));
    await setting;
    expect(store.summary).toBeNull();
    expect(asked.at(-1)).toEqual(['apimTokenDoctor/token/clear', asked[0]?.[1]]);
  });

  it('prints and serialises without the paste', async () => {
    const { store } = makeStore();
    await store.setPasted('abcdefgh');
    expect(JSON.stringify(store)).not.toContain('abcdefgh');
    expect(Object.values(store).join()).not.toContain('abcdefgh');
  });
});
