import type { JsonObject } from '../../token/token.js';
import { acceptedByAll, isRefusal, type Answer, type Answers } from './answers.js';
import type { Engine } from './engines.js';
import { readPart, type PartReading } from './read-part.js';

/** The forms in which JwtSecurityTokenHandler takes a text for a token. */
const tokenForm = /^[\w-]+\.[\w-]+\.[\w-]*$|^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/;

/** The names under which an actor stands: the short one, and the one that it is mapped to. */
const actorClaims: readonly string[] = ['actort', 'http://schemas.xmlsoap.org/ws/2009/09/identity/claims/actor'];

/** The first two parts of an actor's token; the second is null in an encrypted one, which is not opened. */
interface ActorToken {
  readonly header: PartReading;
  readonly claims: PartReading | null;
}

/**
 * JwtSecurityTokenHandler reads `actort`, the token of an actor, when it lists the claims, after all checks. It refuses the whole where that looks
 * like a token and cannot be read as one, or holds an actor that cannot, and where anything follows after one that it could read.
 * JsonWebTokenHandler does not look. Measured with 8.23.0, 7.7.3 and 5.7.2.
 */
export function answerToActor(claims: JsonObject): Answers {
  if (!actorClaims.some(name => Object.hasOwn(claims, name))) return acceptedByAll;
  const tokens = new Map<string, ActorToken>();
  return engine => (engine.handler === 'jst' ? answerToActors(claims, engine, tokens) : 'accepts');
}

/** Each actor is shorter than the token that it stands in by a quarter, so the depth is small. */
function answerToActors(claims: JsonObject, engine: Engine, tokens: Map<string, ActorToken>): Answer {
  let hasActor = false;
  for (const entry of listActors(claims)) {
    if (hasActor) return 'IDX12710';
    if (typeof entry !== 'string' || !tokenForm.test(entry)) continue;
    const token = tokens.get(entry) ?? readActor(entry);
    tokens.set(entry, token);
    const answer = answerToToken(token, engine, tokens);
    if (isRefusal(answer)) return answer;
    hasActor = true;
  }
  return 'accepts';
}

function listActors(claims: JsonObject): readonly unknown[] {
  return Object.entries(claims).flatMap(([name, value]): readonly unknown[] => {
    if (!actorClaims.includes(name)) return [];
    return Array.isArray(value) ? value : [value];
  });
}

function answerToToken({ header, claims }: ActorToken, engine: Engine, tokens: Map<string, ActorToken>): Answer {
  const first = header.answers(engine);
  // Where there is nothing in a part, generation 5 makes nothing of it: it stumbles over such a header, and never looks at such claims.
  if (isRefusal(first)) return first === 'crashes' ? first : 'IDX12729';
  const second = claims?.answers(engine) ?? 'accepts';
  if (claims === null || second === 'crashes') return 'accepts';
  if (isRefusal(second)) return 'IDX12723';
  return answerToActors(claims.json ?? {}, engine, tokens);
}

function readActor(text: string): ActorToken {
  const parts = text.split('.');
  const isEncrypted = parts.length === 5;
  return {
    header: readPart(parts[0] ?? '', 'header', isEncrypted ? 'encrypted' : 'signed'),
    claims: isEncrypted ? null : readPart(parts[1] ?? '', 'claims'),
  };
}
