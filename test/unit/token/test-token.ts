import { generateKeyPair, SignJWT } from 'jose';
import type { JWTHeaderParameters } from 'jose';

/** Signs claims with a key that nobody keeps. */
export async function mintTestToken(claims: Record<string, unknown>, header: Partial<JWTHeaderParameters> = {}): Promise<string> {
  const alg = header.alg ?? 'RS256';
  const { privateKey } = await generateKeyPair(alg);
  return new SignJWT(claims).setProtectedHeader({ typ: 'JWT', kid: 'test', ...header, alg }).sign(privateKey);
}

/** A token of any content, with a signature that fits nothing. */
export function writeTestToken(header: unknown, claims: unknown, signature = 'c2lnbmF0dXJl'): string {
  const encode = (part: unknown): string => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
  return `${encode(header)}.${encode(claims)}.${signature}`;
}

/** Breaks a text into lines of a width. */
export function wrapLines(text: string, width: number, lineBreak: string): string {
  return (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(lineBreak);
}
