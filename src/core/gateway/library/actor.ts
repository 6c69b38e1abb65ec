import type { JsonObject } from '../../token/token.js';
import { acceptedByAll, isRefusal, type Answers } from './answers.js';
import { readPart } from './read-part.js';

/** The forms in which JwtSecurityTokenHandler takes a text for a token. */
const tokenForm = /^[\w-]+\.[\w-]+\.[\w-]*$|^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * JwtSecurityTokenHandler reads `actort`, the token of an actor, when it lists the claims, after all checks, and refuses the whole where it looks
 * like a token and cannot be read as one. JsonWebTokenHandler does not look. Measured with 8.23.0, 7.7.3 and 5.7.2.
 */
export function answerToActor(claims: JsonObject): Answers {
  const value = Object.hasOwn(claims, 'actort') ? claims['actort'] : undefined;
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  const faulty = entries.flatMap(entry => (typeof entry === 'string' && tokenForm.test(entry) ? (readActor(entry) ?? []) : []));
  const [first] = faulty;
  return first === undefined ? acceptedByAll : engine => (engine.handler === 'jst' ? first(engine) : 'accepts');
}

/** What each engine answers to the actor's token; null where none refuses. */
function readActor(text: string): Answers | null {
  const parts = text.split('.');
  const header = readPart(parts[0] ?? '', 'header', parts.length === 5 ? 'encrypted' : 'signed');
  if (header.isFaulty) return engine => (isRefusal(header.answers(engine)) ? 'IDX12729' : 'accepts');
  const claims = parts.length === 3 ? readPart(parts[1] ?? '', 'claims') : null;
  return claims?.isFaulty === true ? engine => (isRefusal(claims.answers(engine)) ? 'IDX12723' : 'accepts') : null;
}
