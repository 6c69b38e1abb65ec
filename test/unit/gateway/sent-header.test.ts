import { describe, expect, it } from 'vitest';
import { checkSentElsewhere, checkSentHeader } from '../../../src/core/gateway/checks/sent-header.js';

/** What is said of a header: outcome and reason; null where nothing is. */
function check(words: readonly string[], asked: { name: string; scheme: string | null }, more = {}): string | null {
  const sent = { name: 'Authorization', words, isPlainSpace: true, several: false, ...more };
  const checked = checkSentHeader(sent, asked);
  return checked === null ? null : `${checked.result.outcome} ${String(checked.result.reason?.code)}`;
}

describe('a header with the scheme that the policy asks for', () => {
  const asked = { name: 'authorization', scheme: 'Bearer' };
  it.each([
    [['Bearer'], null],
    [['bearer'], 'uncertain sent-scheme-case'],
    [[], 'fail sent-without-scheme'],
    [['Basic'], 'fail sent-other-scheme'],
    [['Bearer', 'Bearer'], 'fail sent-scheme-twice'],
    [['Bearer', 'bearer'], 'fail sent-scheme-twice'],
    [['Bearer', 'Token'], 'fail sent-other-scheme'],
  ])('%j: %s', (words, said) => {
    expect(check(words, asked)).toBe(said);
  });

  it('is unclear with odd space, and with several values whatever they are', () => {
    expect(check(['Bearer'], asked, { isPlainSpace: false })).toBe('uncertain sent-odd-space');
    expect(check([], asked, { several: true })).toBe('uncertain sent-several');
  });
});

describe('a header where no scheme is asked for', () => {
  it.each([
    // It is documented that the gateway takes Bearer off Authorization.
    [['Bearer'], 'Authorization', null],
    [['BEARER'], 'AUTHORIZATION', 'uncertain sent-scheme-case'],
    [['Basic'], 'Authorization', 'uncertain sent-scheme-unclear'],
    [['Bearer', 'Token'], 'Authorization', 'uncertain sent-scheme-unclear'],
    [[], 'Authorization', null],
    // What it takes off a header of one's own is not.
    [['Bearer'], 'X-Token', 'uncertain sent-scheme-unclear'],
    [['bearer'], 'X-Token', 'uncertain sent-scheme-unclear'],
    [['x', 'X'], 'X-Token', 'fail sent-scheme-twice'],
    [[], 'X-Token', null],
  ])('%j in %s: %s', (words, name, said) => {
    expect(check(words, { name, scheme: null }, { name })).toBe(said);
  });
});

describe('a header where the policy looks elsewhere', () => {
  it('is said of Authorization alone, in any letters', () => {
    expect(check(['Bearer'], { name: 'X-Token', scheme: 'Bearer' })).toBe('uncertain sent-elsewhere');
    expect(check(['Bearer'], { name: 'X-Token', scheme: 'Bearer' }, { name: 'X-Other' })).toBeNull();
    const sent = { name: 'AUTHORIZATION', words: [], isPlainSpace: true, several: false };
    expect(checkSentElsewhere(sent, 'token')?.result.reason).toEqual({
      code: 'sent-elsewhere',
      values: { sent: 'AUTHORIZATION', asked: 'token' },
    });
  });
});
