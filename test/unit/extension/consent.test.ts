import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Consent, type Destination } from '../../../src/extension/metadata/consent.js';
import { editor } from '../../harness/fetching-editor.js';

vi.mock('vscode', async () => (await import('../../harness/fetching-editor.js')).fetchingVscode);

/** Where a request would go; by default an ordinary configuration at a stranger's host. */
function to(address: string, more: Partial<Destination> = {}): Destination {
  return { address, host: new URL(address).host, expected: false, inner: null, filled: false, isKeySet: false, ...more };
}

beforeEach(() => editor.reset());

describe('Consent', () => {
  it('frees the addresses that were agreed to and the key sets of their hosts, no others', async () => {
    const consent = new Consent();
    const asked = to('https://idp.example/a');
    expect(consent.isFree(asked)).toBe(false);
    expect(await consent.ask([asked], [], 0)).toBe(true);
    expect(consent.isFree(asked)).toBe(true);
    expect(consent.isFree(to('https://idp.example/keys', { isKeySet: true }))).toBe(true);
    expect(consent.isFree(to('https://idp.example/b'))).toBe(false);
    expect(consent.isFree(to('https://other.example/keys', { isKeySet: true }))).toBe(false);
    expect(consent.isFree(to('https://idp.example:8443/keys', { isKeySet: true }))).toBe(false);
  });

  it('frees nothing after Cancel, and writes no setting', async () => {
    const consent = new Consent();
    editor.answer = () => undefined;
    expect(await consent.ask([to('https://idp.example/a')], [], 0)).toBe(false);
    expect(consent.isFree(to('https://idp.example/a'))).toBe(false);
    expect(editor.settings).toEqual({});
  });

  it('frees allowed hosts, but not where a named value was filled in; expected addresses always', () => {
    editor.settings = { 'metadata.allowedHosts': [' IDP.example ', ''] };
    const consent = new Consent();
    expect(consent.isFree(to('https://idp.example/a'))).toBe(true);
    expect(consent.isFree(to('https://idp.example/a', { filled: true }))).toBe(false);
    expect(consent.isFree(to('https://login.microsoftonline.com/common/discovery/keys', { expected: true, filled: true }))).toBe(true);
  });

  it('offers to allow for good, but not what is inside a network', async () => {
    const consent = new Consent();
    await consent.ask([to('https://a.example/')], [], 0);
    await consent.ask([to('https://a.example/'), to('https://b.example/')], [], 0);
    await consent.ask([to('https://a.example/'), to('https://10.0.0.1/', { inner: 'private' })], [], 0);
    expect(editor.questions.map(({ buttons }) => buttons)).toEqual([
      ['Fetch', 'Always Fetch from This Host'],
      ['Fetch', 'Always Fetch from These Hosts'],
      ['Fetch'],
    ]);
    expect(editor.questions[2]?.detail).toContain('https://10.0.0.1/ (Careful: this is inside your own network.)');
  });

  it('knows what a command has requested, by address', () => {
    const consent = new Consent();
    consent.remember([to('https://idp.example/a')]);
    expect([consent.isRequested('https://idp.example/a'), consent.isRequested('https://idp.example/b')]).toEqual([true, false]);
  });
});
