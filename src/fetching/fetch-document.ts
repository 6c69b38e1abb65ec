import { judgeAddress } from '../core/metadata/judge-address.js';
import { readDocument, say, type Fetched, type FetchMessage } from './read-document.js';

interface FetchLimits {
  /** Milliseconds until the whole answer must be there. */
  readonly time: number;
  /** The most bytes that are read. */
  readonly bytes: number;
}

export const usualLimits: FetchLimits = { time: 5_000, bytes: 1_048_576 };

/** What is used of `fetch`. */
export type Send = (address: string, options: RequestInit) => Promise<Response>;

/**
 * Fetches one JSON document with the platform's `fetch`, handed in as `send`: https only, without credentials, without
 * following redirects. `takeBytes` hears how much is read, and says whether it may go on. Never rejects, and no error's own text gets out.
 */
export async function fetchDocument(
  address: string,
  send: Send,
  limits: FetchLimits = usualLimits,
  takeBytes: (count: number) => boolean = () => true,
): Promise<Fetched> {
  const judged = judgeAddress(address);
  if (judged.kind === 'refused') return { problem: say(`address-${judged.reason}`), reason: judged.reason };
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), limits.time);
  try {
    const options: RequestInit = { redirect: 'manual', credentials: 'omit', headers: { accept: 'application/json' }, signal: abort.signal };
    const response = await send(judged.address, options);
    if (isRedirect(response)) return { problem: sayRedirect(response, judged.address), reason: 'redirect' };
    if (!response.ok) return { problem: say('answered-status', { status: response.status }), reason: `status-${response.status}` };
    const { text, tooLarge } = await readText(response, limits.bytes, takeBytes);
    if (tooLarge === 'by-itself') {
      return { problem: say('answer-too-large', { kilobytes: Math.round(limits.bytes / 1024) }), reason: 'too-large' };
    }
    if (tooLarge === 'together') return { problem: say('answers-too-large'), reason: 'too-large-together' };
    return readDocument(text, say('answer-not-json'));
  } catch (error) {
    if (abort.signal.aborted) return { problem: say('no-answer', { seconds: limits.time / 1000 }), reason: 'no-answer' };
    const code = codeOf(error);
    return { problem: say('not-reached', { code }), reason: code ?? 'not-reached' };
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}

function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

/** A browser does not tell where a redirect leads. */
function sayRedirect(response: Response, address: string): FetchMessage {
  const location = response.headers.get('location');
  return say('redirects', { target: location === null ? null : resolve(location, address) });
}

function resolve(location: string, address: string): string | null {
  try {
    return new URL(location, address).href;
  } catch {
    return null;
  }
}

interface ReadText {
  readonly text: string;
  /** Whether it was not read to its end, and why. */
  readonly tooLarge?: 'by-itself' | 'together';
}

async function readText(response: Response, most: number, takeBytes: (count: number) => boolean): Promise<ReadText> {
  const reader = response.body?.getReader();
  if (reader === undefined) return { text: '' };
  const decoder = new TextDecoder();
  let text = '';
  for (let read = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return { text: text + decoder.decode() };
    read += value.byteLength;
    const tooLarge = read > most ? 'by-itself' : takeBytes(value.byteLength) ? null : 'together';
    if (tooLarge !== null) {
      await reader.cancel();
      return { text: '', tooLarge };
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** A short code such as ENOTFOUND or CERT_HAS_EXPIRED; null where there is none. */
function codeOf(error: unknown): string | null {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const code: unknown = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]{3,60}$/.test(code) ? code : null;
}
