import { createHash } from 'node:crypto';

/** A short text that stands for a longer one: its SHA-256, in hexadecimal. A file of its own, because Node's cryptography takes long to load. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
