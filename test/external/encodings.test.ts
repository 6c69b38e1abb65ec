import { describe, expect, it } from 'vitest';
import { askOracle, whyNoOracle, type Question } from './ask-oracle.js';
import { now } from './choices.js';
import { compareAnswers } from './compare-answers.js';
import { encode } from './family-parts.js';

/** Which generations are asked (`8`, `7`, `5`; the older two need faketime). */
const generations = (process.env['ORACLE_GENERATIONS'] ?? '8').split(',');

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const policy = (attributes: string): string =>
  `<policies><inbound><validate-jwt header-name="Authorization"${attributes}><issuer-signing-keys></issuer-signing-keys></validate-jwt></inbound></policies>`;

const claims = '{"exp":1798003000,"aud":"a","iss":"i"}';
/** Usual tokens: their parts in the clear, and a policy that gets as far as it can with them. */
const tokens: Readonly<Record<string, { readonly parts: readonly string[]; readonly policy: string }>> = {
  signed: { parts: ['{"typ":"JWT","alg":"HS256"}', claims, 'x'.repeat(32)], policy: policy('') },
  unsigned: { parts: ['{"typ":"JWT","alg":"none"}', claims, ''], policy: policy(' require-signed-tokens="false"') },
  encrypted: {
    parts: ['{"typ":"JWT","alg":"A128KW","enc":"A128CBC-HS256"}', 'x'.repeat(24), 'x'.repeat(15), 'x'.repeat(30), 'x'.repeat(15)],
    policy: policy(''),
  },
};

/** Ways to write one part: with the wrong rest, plain base64, padding and white space. Each gets the part in base64url, without padding. */
const rests: readonly ((text: string) => string)[] = [
  text => text,
  // The unused bits of the last character are not zero.
  text => (text.length % 4 === 0 ? '' : text.slice(0, -1) + (alphabet[alphabet.indexOf(text.slice(-1)) + 1] ?? 'B')),
];
const alphabets: readonly ((text: string) => string)[] = [
  text => text,
  text => (/[-_]/.test(text) ? text.replaceAll('-', '+').replaceAll('_', '/') : ''),
  text => (/[-_]/.test(text) ? text.replace('-', '+').replace('_', '/') : ''),
];
const spaces: readonly ((text: string, padding: string) => string)[] = [
  (text, padding) => text + padding,
  (text, padding) => `${text}${padding} `,
  (text, padding) => ` ${text}${padding}`,
  (text, padding) => `${text}${padding}\n`,
  (text, padding) => `${text}${padding}  `,
  (text, padding) => `${text} ${padding}`,
  (text, padding) => `${text.slice(0, 5)} ${text.slice(5)}${padding}`,
];

/** The same content in three lengths, because base64 works on three bytes at a time; each with a `-` or `_` in its text. */
function stretch(content: string): readonly string[] {
  const fill = content.startsWith('{') ? content.replace(/\}$/, ',"x":"?>?>~~"}') : `${content.slice(1)}\xfb`;
  return [0, 1, 2].map(length => (content.startsWith('{') ? fill + ' '.repeat(length) : fill + 'y'.repeat(length)));
}

function listCases(): Question[] {
  const cases = new Set<string>();
  for (const [kind, { parts }] of Object.entries(tokens)) {
    const usual = parts.map(encode);
    for (const [place, content] of parts.entries())
      for (const whole of content === '' ? [''] : stretch(content))
        for (const rest of rests)
          for (const letters of alphabets)
            for (const padding of ['', '=', '==', '===', '====']) {
              const digits = letters(rest(encode(whole)));
              if (digits === '' && content !== '') continue;
              for (const space of spaces) cases.add(`${kind}:${usual.with(place, space(digits, padding)).join('.')}`);
            }
  }
  return [...cases].map((text, index) => {
    const [kind = '', token = ''] = text.split(':');
    return { id: String(index), now, policy: tokens[kind]?.policy ?? '', token, metadata: {} };
  });
}

const reason = whyNoOracle();

describe.skipIf(reason !== null)(`every way to write a part of a token${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  it('is read as the library reads it', async () => {
    const questions = listCases();
    const differences: string[] = [];
    for (const generation of generations) {
      const answers = await askOracle(questions, generation);
      for (const question of questions)
        for (const difference of await compareAnswers(question, answers.get(question.id) ?? []))
          differences.push(`${JSON.stringify(question.token)}: ${difference}`);
    }
    console.log(`${String(questions.length)} ways asked, ${String(differences.length)} read otherwise than predicted`);
    expect(questions.length).toBeGreaterThan(3000);
    expect(differences.slice(0, 20)).toEqual([]);
  }, 600_000);
});
