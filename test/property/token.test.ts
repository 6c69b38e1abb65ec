import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeToken, parseToken } from '../../src/core/token/decode-token.js';
import { extractToken } from '../../src/core/token/extract-token.js';
import { redact } from '../../src/core/token/redact.js';
import { viewToken } from '../../src/core/token/view-token.js';
import { seedOr, times } from '../harness/runs.js';
import { wrapLines, writeTestToken } from '../unit/token/test-token.js';

const seed = seedOr(20261123);
const runs = { seed, numRuns: times(300) };

const signatureLengths = { RS256: 342, PS256: 342, RS384: 512, ES256: 86, ES384: 128, HS256: 43, HS512: 86 } as const;
const base64url = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');

const token = fc
  .record({
    alg: fc.constantFrom(...(Object.keys(signatureLengths) as (keyof typeof signatureLengths)[])),
    kid: fc.base64String({ maxLength: 40 }),
    claims: fc.dictionary(fc.string({ maxLength: 12 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 8 }),
    letters: fc.array(base64url, { minLength: 512, maxLength: 512 }),
  })
  .map(({ alg, kid, claims, letters }) =>
    writeTestToken({ typ: 'JWT', alg, kid }, claims, letters.join('').slice(0, signatureLengths[alg])),
  );

type Wrapper = (text: string) => string;
const inner: readonly Wrapper[] = [
  text => text,
  text => text.replace(/\./g, '%2E'),
  text => text.replace(/(.{37})/g, '$1\u200b'),
  text => wrapLines(text, 64, '\n'),
  text => wrapLines(text, 76, '\r\n'),
  text => wrapLines(text, 72, ' '),
  text => wrapLines(text, 70, '\n> '),
  text => wrapLines(text, 60, '\\\n'),
];
const outer: readonly Wrapper[] = [
  text => text,
  text => `  ${text}\n`,
  text => `Bearer ${text}`,
  text => `authorization: bearer ${text}\r\nHost: api.example\r\n`,
  text => `"${text}"`,
  text => `“${text}”`,
  text => `curl -H "Authorization: Bearer ${text}" https://api.example`,
  text => JSON.stringify({ token_type: 'Bearer', access_token: text }),
  text => JSON.stringify(JSON.stringify({ access_token: text })),
  text => `https://app.example/#access_token=${text}&expires_in=3599`,
  text => `Cookie: a=b; session=${text}; c=d`,
  text => `GET https://{{host}}/\nAuthorization: Bearer ${text}\n\n{}`,
  text => `2026-11-23 12:00:00 [info] token=${text}, status: 401`,
  text => `\ufeff${text}`,
];

const wrapped = fc.record({ token, inner: fc.constantFrom(...inner), outer: fc.constantFrom(...outer) });
const pasteLike = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(
      'e',
      'y',
      'J',
      '.',
      ' ',
      '\n',
      '"',
      '%',
      '2',
      'E',
      '\\',
      'u',
      '0',
      '=',
      ':',
      '>',
      '…',
      '&',
      ';',
      '{',
      '}',
      'Bearer ',
      'access_token',
    ),
    maxLength: 200,
  }),
);

describe('decodeToken', () => {
  it('finds the same token in every wrapping', () => {
    fc.assert(
      fc.property(wrapped, paste => {
        const decoded = decodeToken(paste.outer(paste.inner(paste.token)));
        return decoded.status === 'decoded' && decoded.compact.reveal() === paste.token;
      }),
      runs,
    );
  });

  it('reads the token alone, and what is nearly one, as it does with a blank before it, where it has to be found', () => {
    let alone = 0;
    fc.assert(
      fc.property(
        token,
        fc.nat(),
        fc.constantFrom('', '', '+', '/', '=', '==', '.', '…', ' ', '\n', 'ü', '!', 'A', '.a.b'),
        (whole, at, sign) => {
          const place = at % (whole.length + 1);
          const text = whole.slice(0, place) + sign + whole.slice(place);
          const [direct, found] = [decodeToken(text), decodeToken(` ${text}`)];
          if (direct.status === 'decoded' && direct.cleaned.length === 0) alone++;
          const { cleaned, ...rest } = found;
          expect({
            ...direct,
            cleaned: direct.cleaned.filter(name => name !== 'surrounding-space'),
            compact: direct.compact.reveal(),
          }).toEqual({
            ...rest,
            cleaned: cleaned.filter(name => name !== 'surrounding-space'),
            compact: found.compact.reveal(),
          });
        },
      ),
      runs,
    );
    expect(alone).toBeGreaterThan(times(50));
  });

  it('never throws, whatever is pasted, and its view neither', () => {
    fc.assert(
      fc.property(pasteLike, pasted => {
        viewToken(decodeToken(pasted), 0);
        viewToken(parseToken(pasted), 0);
      }),
      { seed, numRuns: times(1000) },
    );
  });

  it('never throws at any header and claims', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (header, claims) => {
        viewToken(parseToken(writeTestToken(header, claims)), 1_798_000_000);
      }),
      runs,
    );
  });
});

describe('extractToken', () => {
  it('leaves what it found as it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          pasteLike,
          wrapped.map(paste => paste.outer(paste.inner(paste.token))),
        ),
        pasted => {
          const first = extractToken(pasted);
          return extractToken(first.text).text === first.text;
        },
      ),
      { seed, numRuns: times(1000) },
    );
  });
});

describe('redact', () => {
  it('leaves no piece of a token, however it is wrapped', () => {
    fc.assert(
      fc.property(wrapped, fc.string({ maxLength: 30 }), (paste, noise) => {
        const [, payload = '', signature = ''] = paste.token.split('.');
        const text = redact(`${noise} ${paste.outer(paste.inner(paste.token))} ${noise}`);
        const pieces = [...wrapLines(payload, 24, '\n').split('\n'), ...wrapLines(signature, 24, '\n').split('\n')].filter(
          piece => piece.length === 24,
        );
        return pieces.every(piece => !text.includes(piece));
      }),
      runs,
    );
  });

  it('never throws and leaves its own output', () => {
    fc.assert(
      fc.property(pasteLike, text => redact(redact(text)) === redact(text)),
      { seed, numRuns: times(1000) },
    );
  });
});
