import { acceptedByAll, answerBy, firstRefusal, workOut, type Answers } from './answers.js';
import { answerToActor } from './actor.js';
import { fitsPattern } from './base64-part.js';
import type { ReadToken } from '../check-context.js';
import { readPart, type PartReading } from './read-part.js';

/** What the engines make of a text in the place of a token, whatever the policy. */
export interface TokenReading {
  /** What stands between its dots. */
  readonly parts: readonly string[];
  /** Null where it has not the three parts of a signed token. */
  readonly signed: SignedReading | null;
}

/** What the engines make of a signed token before they look for a key. */
export interface SignedReading {
  readonly header: PartReading;
  readonly claims: PartReading;
  /** Who cannot read it. */
  readonly answers: Answers;
  /** Who refuses the actor in it, after all checks. */
  readonly actor: Answers;
  /** What the other checks work on; null where nobody reads it. */
  readonly token: ReadToken | null;
}

/** Takes a token apart and reads it. `opened` is one that came out of an encrypted token. */
export function readToken(text: string, opened: boolean): TokenReading {
  const parts = text.split('.');
  return { parts, signed: parts.length === 3 ? readSigned(parts, opened) : null };
}

function readSigned([first = '', second = '', signature = '']: readonly string[], wasEncrypted: boolean): SignedReading {
  const header = readPart(first, 'header');
  const claims = readPart(second, 'claims');
  // JwtSecurityTokenHandler matches the whole text with its pattern before it reads anything.
  const isPattern = header.isInPattern && claims.isInPattern && fitsPattern(signature);
  const pattern = isPattern ? acceptedByAll : answerBy({ jst: 'IDX12709' });
  // A member of the header with a wrong kind of value is read late by JwtSecurityTokenHandler.
  const inside: Answers = engine =>
    engine.handler === 'jst' && header.answers(engine) !== 'IDX12729'
      ? firstRefusal(claims.answers, header.answers)(engine)
      : firstRefusal(header.answers, claims.answers)(engine);
  const isRead = header.json !== null && claims.json !== null;
  return {
    header,
    claims,
    answers: workOut(firstRefusal(pattern, header.isFaulty || claims.isFaulty ? inside : acceptedByAll)),
    actor: workOut(answerToActor(claims.json ?? {})),
    token: isRead
      ? { header: header.json, claims: claims.json, numbers: claims.numbers, signed: `${first}.${second}`, signature, wasEncrypted }
      : null,
  };
}
