/** What came of asking for a document: the document, or one sentence for the user about why not. */
export type Fetched = { readonly document: unknown } | { readonly problem: string };

export interface FetchLimits {
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
 * following redirects. Never rejects, and no error's own text gets out.
 */
export async function fetchDocument(address: string, send: Send, limits: FetchLimits = usualLimits): Promise<Fetched> {
  const unfit = judgeAddress(address);
  if (unfit !== null) return { problem: unfit };
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), limits.time);
  try {
    const options: RequestInit = { redirect: 'manual', credentials: 'omit', headers: { accept: 'application/json' }, signal: abort.signal };
    const response = await send(address, options);
    if (isRedirect(response)) return { problem: sayRedirect(response, address) };
    if (!response.ok) return { problem: `The server answered ${response.status}.` };
    const text = await readText(response, limits.bytes);
    if (text === null) return { problem: `The answer is larger than ${Math.round(limits.bytes / 1024)} KiB, so it was not read.` };
    const document = readJson(text);
    return document === undefined ? { problem: 'The answer is not JSON.' } : { document };
  } catch (error) {
    if (abort.signal.aborted) return { problem: `There was no answer within ${limits.time / 1000} seconds.` };
    const reason = reasonOf(error);
    return {
      problem: `The server could not be reached${reason === null ? '' : ` (${reason})`}. Check the network, the proxy settings and the address.`,
    };
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}

/** Why an address is not fetched; null where it is. */
function judgeAddress(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return 'This is no complete address.';
  }
  if (url.protocol !== 'https:') return 'The address does not begin with https://, so it is not fetched.';
  if (url.username !== '' || url.password !== '') return 'The address holds a user name or password, so it is not fetched.';
  return null;
}

function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

/** A browser does not tell where a redirect leads. */
function sayRedirect(response: Response, address: string): string {
  const location = response.headers.get('location');
  const target = location === null ? null : resolve(location, address);
  return target === null
    ? 'The server redirects to another address. Open this one in a browser and configure the address where it ends.'
    : `The server redirects to ${target}. Redirects are not followed: configure that address.`;
}

function resolve(location: string, address: string): string | null {
  try {
    return new URL(location, address).href;
  } catch {
    return null;
  }
}

/** Null where the body is longer than allowed. */
async function readText(response: Response, most: number): Promise<string | null> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (let read = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    read += value.byteLength;
    if (read > most) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Undefined for what is no JSON. The error is not looked at: it quotes the text. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A short code such as ENOTFOUND or CERT_HAS_EXPIRED; null where there is none. */
function reasonOf(error: unknown): string | null {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const code: unknown = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]{3,60}$/.test(code) ? code : null;
}
