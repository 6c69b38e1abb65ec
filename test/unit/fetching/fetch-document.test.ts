import { describe, expect, it } from 'vitest';
import { englishCatalogue, render } from '../../../src/core/index.js';
import { fetchDocument, type Send } from '../../../src/fetching/fetch-document.js';

const address = 'https://login.microsoftonline.com/common/.well-known/openid-configuration';
const limits = { time: 50, bytes: 1000 };
const answering =
  (body: string | null, init: ResponseInit = {}): Send =>
  () =>
    Promise.resolve(new Response(body, init));

async function problemOf(send: Send, from = address): Promise<string> {
  const fetched = await fetchDocument(from, send, limits);
  return 'problem' in fetched ? render(fetched.problem, englishCatalogue) : '';
}

describe('fetchDocument', () => {
  it('gives the document, asks for no redirect and sends no credentials', async () => {
    const asked: RequestInit[] = [];
    const send: Send = (_address, options) => {
      asked.push(options);
      return Promise.resolve(new Response('{"issuer":"x"}'));
    };
    expect(await fetchDocument(address, send, limits)).toEqual({ document: { issuer: 'x' } });
    expect(asked).toEqual([expect.objectContaining({ redirect: 'manual', credentials: 'omit' })]);
  });

  it.each(['http://login.microsoftonline.com/x', 'ftp://a/b', 'login.microsoftonline.com', 'https://user:secret@a.example/'])(
    'asks nobody for %s',
    async from => {
      const send: Send = () => {
        throw new Error('asked');
      };
      const problem = await problemOf(send, from);
      expect(problem).toMatch(/\.$/);
      expect(problem).not.toContain('secret');
    },
  );

  it('names the address that a redirect leads to, and does not go there', async () => {
    const problem = await problemOf(answering(null, { status: 302, headers: { location: '/v2.0/other' } }));
    expect(problem).toContain('https://login.microsoftonline.com/v2.0/other');
    expect(await problemOf(answering(null, { status: 301 }))).toMatch(/redirects/);
    const opaque = Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });
    expect(await problemOf(() => Promise.resolve(opaque))).toMatch(/redirects/);
  });

  it('says the status of an error', async () => {
    expect(await problemOf(answering('no', { status: 404 }))).toBe('The server answered 404. Check the address.');
    expect(await problemOf(answering('no', { status: 503 }))).toBe('The server answered 503. Try again later.');
  });

  it('reads no more than it may', async () => {
    expect(await problemOf(answering(`"${'x'.repeat(2000)}"`))).toMatch(/larger/);
    expect(await fetchDocument(address, answering(`"${'x'.repeat(990)}"`), limits)).toHaveProperty('document');
  });

  it('says that an answer is not JSON without quoting it', async () => {
    expect(await problemOf(answering('secret page'))).toBe('The answer is not JSON. Check the address.');
  });

  it('waits no longer than it may, for the answer and for its end', async () => {
    const silent: Send = (_address, { signal }) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))));
    expect(await problemOf(silent)).toMatch(/no answer within/);
    const endless: Send = (_address, { signal }) => {
      const body = new ReadableStream({ start: controller => signal?.addEventListener('abort', () => controller.error(new Error('x'))) });
      return Promise.resolve(new Response(body));
    };
    expect(await problemOf(endless)).toMatch(/no answer within/);
  });

  it('says a code of the network, and no text of the error', async () => {
    const failing =
      (cause: unknown): Send =>
      () =>
        Promise.reject(new TypeError('fetch failed: secret', { cause }));
    expect(await problemOf(failing({ code: 'ENOTFOUND' }))).toContain('(ENOTFOUND)');
    expect(await problemOf(failing({ code: 'secret text' }))).not.toContain('secret');
    expect(await problemOf(failing(undefined))).toMatch(/could not be reached\. /);
  });
});
