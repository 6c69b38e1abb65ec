// Hand-written cases in which two or three things are wrong at once: which of them is reported?
import type { Question } from './ask-oracle.js';
import { now } from './choices.js';
import { askJwt, jwk, type Odd } from './family-parts.js';

const signatures: Readonly<Record<string, Odd>> = {
  good: {},
  wrong: { keySets: [[jwk('r2', { kid: 'r1' })]] },
  'unknown kid': { header: { kid: 'nope' }, keySets: [[jwk('r2')]] },
  'unknown kid, right key': { header: { kid: 'nope' } },
  'no kid': { header: { kid: undefined }, keySets: [[jwk('r2')]] },
  'no keys': { keySets: [[]] },
  unsigned: { header: { alg: 'none' }, signature: () => '' },
  malformed: { signature: text => `${text}!` },
  cut: { signature: text => text.slice(0, 40) },
  unsupported: { header: { alg: 'X' } },
  'secret expected': { header: { alg: 'HS256' } },
  'small key': { signer: 'tiny', keySets: [[jwk('tiny')]] },
  undocumented: { alg: 'RS384' },
};

const lifetimes: Readonly<Record<string, Record<string, unknown>>> = {
  valid: {},
  expired: { exp: now - 400 },
  'not yet valid': { nbf: now + 400, exp: now + 4000 },
  inverted: { nbf: now + 10, exp: now - 10 },
  'no exp': { exp: undefined },
  'no times': { exp: undefined, nbf: undefined },
  late: { exp: (now + 50) * 1000 },
};

const audiences: Readonly<Record<string, Record<string, unknown>>> = {
  fits: {},
  other: { aud: 'x' },
  slash: { aud: 'api/' },
  absent: { aud: undefined },
  'empty list': { aud: [] },
  null: { aud: null },
};

const issuers: Readonly<Record<string, Record<string, unknown>>> = {
  fits: {},
  other: { iss: 'x' },
  absent: { iss: undefined },
  blank: { iss: ' ' },
};

export function askAboutOrder(): Question[] {
  const questions: Question[] = [];
  for (const [signature, odd] of Object.entries(signatures))
    for (const [lifetime, times] of Object.entries(lifetimes))
      for (const [audience, aud] of Object.entries(audiences))
        for (const [issuer, iss] of Object.entries(issuers))
          for (const attributes of ['clock-skew="0"', 'clock-skew="0" require-expiration-time="false" require-signed-tokens="false"'])
            questions.push(
              askJwt(`order/${signature}, ${lifetime}, audience ${audience}, issuer ${issuer}, ${attributes}`, {
                ...odd,
                attributes,
                claims: { ...times, ...aud, ...iss },
              }),
            );
  return questions;
}
