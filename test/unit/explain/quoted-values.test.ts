import { describe, expect, it } from 'vitest';
import { explainError } from '../../../src/core/library.js';
import { runInMemory } from '../cli/memory-io.js';
import { writeTestToken } from '../token/test-token.js';

const token = writeTestToken({ alg: 'RS256', kid: 'k' }, { iss: 'https://idp.example', name: 'Kim Canary' });
const [head = '', body = ''] = token.split('.');
const email = 'kim.canary@contoso.example';

/** Messages with a place for each value that they print. */
const messages: readonly ((value: string) => string)[] = [
  value => `IDX10501: Signature validation failed. Unable to match key: kid: '${value}'. Number of keys in TokenValidationParameters: '0'.`,
  value => `IDX10503: Signature validation failed. The token's kid is: '${value}', but did not match any keys.`,
  value =>
    `IDX10205: Issuer validation failed. Issuer: '${value}'. Did not match: validationParameters.ValidIssuer: 'x' or validationParameters.ValidIssuers: '${value}/'.`,
  value => `IDX40001: Issuer: '${value}', does not match any of the valid issuers provided for this application.`,
  value =>
    `IDX10214: Audience validation failed. Audiences: '${value}'. Did not match: validationParameters.ValidAudience: '${value}/' or validationParameters.ValidAudiences: 'null'.`,
  value => `IDX20804: Unable to retrieve document from: 'https://idp.example/${value}'.`,
];

const forms: readonly string[] = [
  token,
  `Bearer ${token}`,
  token.replaceAll('.', '%2E'),
  `https://x.example/?t=${token}`,
  `${head}.${body}`,
  token.replaceAll('eyJ', '\\u0065yJ'),
];

describe('what an explanation quotes', () => {
  it.each(messages.map((write, index) => [index, write] as const))('is no token and no address of a person (%d)', async (_index, write) => {
    for (const value of [...forms, email]) {
      const explanations = explainError(write(value));
      expect(explanations.length).toBeGreaterThan(0);
      const sentences = explanations.flatMap(({ explanation, cures }) => [explanation, ...cures]).join('\n');
      const text = await runInMemory(['explain'], { input: write(value) });
      const json = await runInMemory(['explain', '--format', 'json'], { input: write(value) });
      for (const secret of [head.slice(3), body.slice(3), email]) {
        expect(sentences.includes(secret), value).toBe(false);
        expect(text.output.includes(secret), value).toBe(false);
        if (secret !== email) expect(json.output.includes(secret), value).toBe(false);
      }
    }
  });

  it('is verbatim for machines where it is no token', () => {
    for (const value of [email, 'monkeyJar-of-many-letters', ' x ', 'a'.repeat(90), 'password=hunter2', 'jwt of-more-than-sixteen'])
      expect(explainError(messages[0]?.(value) ?? '')[0]?.values.kid).toBe(value);
  });
});
