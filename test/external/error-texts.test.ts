import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { explainError } from '../../src/core/index.js';

interface Answer {
  readonly outcome: string;
  readonly idx: string | null;
  readonly message?: string;
}

const vectors = new URL('../../../shared/vectors/tokens.jsonl', import.meta.url);

describe.skipIf(!existsSync(vectors))('recorded messages of the validation library (skipped without ../shared/vectors)', () => {
  const answers = existsSync(vectors)
    ? readFileSync(vectors, 'utf8')
        .trim()
        .split('\n')
        .flatMap(line => (JSON.parse(line) as { answers: Answer[] }).answers)
        .filter(answer => answer.message !== undefined)
    : [];

  test('every one is recognised, with the code that the library names', () => {
    expect(answers.length).toBeGreaterThan(2500);
    for (const { idx, message } of answers) {
      const [explanation] = explainError(message ?? '');
      expect(explanation, message).toBeDefined();
      expect(explanation?.idx).toBe(idx);
      expect(explanation?.cures.length).toBeGreaterThan(0);
      expect(explanation?.explanation).not.toContain('not known to this tool');
    }
  });

  test('the values of issuer, audience and lifetime messages are taken out whole', () => {
    for (const { idx, message = '' } of answers) {
      const values = explainError(message)[0]?.values ?? {};
      const quoted = [...message.matchAll(/(?<=: )'/g)].length;
      if (idx === 'IDX10205') expect(message).toContain(`Issuer: '${values.issuer}'. Did not match`);
      if (idx === 'IDX10205' && !message.includes("ValidIssuers: ''"))
        expect(message).toContain(`ValidIssuers: '${values.validIssuers?.join(', ')}'`);
      if (idx === 'IDX40001') expect(message).toContain(`Issuer: '${values.issuer}', does`);
      if (idx === 'IDX10214' && quoted > 0) expect(message).toContain(`Audiences: '${values.audiences?.join(', ')}'. Did not match`);
      if (idx === 'IDX10214' && quoted > 0) expect(message).toContain(`ValidAudiences: '${values.validAudiences?.join(', ')}'`);
      if (idx === 'IDX10222') expect(Object.keys(values).sort()).toEqual(['now', 'validFrom']);
      if (idx === 'IDX10223') expect(Object.keys(values).sort()).toEqual(['now', 'validTo']);
      if (idx === 'IDX10224') expect(Object.keys(values).sort()).toEqual(['validFrom', 'validTo']);
      if (message.includes("kid is: '") || (idx === 'IDX10501' && message.includes("\nkid: '"))) expect(values.kid, message).toBeDefined();
    }
  });

  test('they are recognised inside a trace, however it is escaped, with the same codes and values', () => {
    const net = (text: string): string =>
      JSON.stringify({ message: text }).replace(/[^ -~]|['"<>&+`]/g, letter =>
        letter === '"' ? letter : `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
      );
    const wraps = [(text: string) => JSON.stringify({ message: text }), net, (text: string) => text.replaceAll('\n', '\r\n')];
    for (const { message = '' } of answers) {
      const plain = explainError(message);
      for (const wrap of wraps) {
        const found = explainError(wrap(message));
        expect(
          found.map(({ idx, check }) => [idx, check]),
          message,
        ).toEqual(plain.map(({ idx, check }) => [idx, check]));
        for (const [index, { values }] of found.entries())
          expect(Object.keys(values).sort(), wrap(message)).toEqual(Object.keys(plain[index]?.values ?? {}).sort());
      }
    }
  });
});
