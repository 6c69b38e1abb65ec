import { fail, uncertain, type Checked } from '../outcome.js';
import type { SentHeader } from '../../token/sent-header.js';

/** Where the policy looks for the token. */
interface AskedHeader {
  readonly name: string;
  /** Null where none is asked for. */
  readonly scheme: string | null;
}

const missing = 'JWT not present.';

/** Whether a header that was pasted whole is one in which the gateway finds the token; null where there is nothing to say of it. */
export function checkSentHeader(sent: SentHeader, asked: AskedHeader): Checked | null {
  const { name, words, isPlainSpace, several } = sent;
  if (name.toLowerCase() !== asked.name.toLowerCase()) return checkSentElsewhere(sent, asked.name);
  if (several) return uncertain('source', { certainty: 'inferred', reason: { code: 'sent-several', values: { name } } });
  const [word, second] = words;
  const text = words.join(' ');
  if (word !== undefined && word.toLowerCase() === second?.toLowerCase()) {
    return fail('source', { certainty: 'inferred', reason: { code: 'sent-scheme-twice', values: { word } } });
  }
  const values = { sent: text, scheme: asked.scheme ?? '' };
  // Of a header of one's own, and where no scheme is asked for, what the gateway takes off is not documented, except that it takes Bearer off Authorization.
  const wanted = asked.scheme ?? (asked.name.toLowerCase() === 'authorization' ? 'Bearer' : null);
  if (word === undefined) {
    if (asked.scheme === null) return null;
    return fail('source', { certainty: 'documented', message: missing, reason: { code: 'sent-without-scheme', values } });
  }
  if (words.length === 1 && word === wanted) {
    if (isPlainSpace) return null;
    return uncertain('source', { certainty: 'inferred', reason: { code: 'sent-odd-space', values } });
  }
  if (words.length === 1 && word.toLowerCase() === wanted?.toLowerCase()) {
    return uncertain('source', { certainty: 'inferred', reason: { code: 'sent-scheme-case', values: { ...values, scheme: wanted } } });
  }
  if (asked.scheme !== null) {
    return fail('source', { certainty: 'documented', message: missing, reason: { code: 'sent-other-scheme', values } });
  }
  return uncertain('source', { certainty: 'inferred', reason: { code: 'sent-scheme-unclear', values: { ...values, name } } });
}

/** Where the policy looks elsewhere; null for what may be no header at all: `Token: …` stands in every text. */
export function checkSentElsewhere(sent: SentHeader, asked: string): Checked | null {
  if (sent.name.toLowerCase() !== 'authorization') return null;
  return uncertain('source', { certainty: 'inferred', reason: { code: 'sent-elsewhere', values: { sent: sent.name, asked } } });
}
