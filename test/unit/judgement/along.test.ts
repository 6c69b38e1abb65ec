import { describe, expect, it } from 'vitest';
import { judge, parseToken, pathWithin, readScopes, wordVerdict, type Facts, type Judged } from '../../../src/core/index.js';
import { englishCatalogue } from '../../../src/core/messages/english/index.js';

const facts: Facts = { now: 1_798_000_000, metadata: {}, token: parseToken('no.token') };
const document = (inbound: string): string => `<policies>\n<inbound>\n${inbound}\n</inbound>\n</policies>`;
const refusing = '<validate-jwt header-name="Authorization" />';
const file = 'apis/a/policy.xml';

async function judgeAmong(texts: Readonly<Record<string, string>>, path = file): Promise<Judged> {
  const scopes = readScopes(Object.entries(texts).map(([name, text]) => ({ path: name, text })));
  const found = pathWithin(scopes, path);
  if (found === null) throw new Error('no scope');
  return judge(found, facts);
}

describe('a document whose scopes are known', () => {
  it('is refused by a fragment that it includes, and says by which', async () => {
    const { verdict, lines } = await judgeAmong({
      'policy.xml': document(''),
      [file]: document('<base />\n<include-fragment fragment-id="check-token" />'),
      'policyFragments/check-token/policy.xml': `<fragment>\n${refusing}\n</fragment>`,
    });
    expect(verdict).toMatchObject({ outcome: 'fail', decidedBy: null, complete: true });
    expect(verdict && wordVerdict(verdict, lines, englishCatalogue)).toEqual({
      answer: '401',
      headline: 'The gateway answers 401 to this token.',
      because: 'validate-jwt at policyFragments/check-token/policy.xml:2 refuses it (form).',
      notRead: null,
    });
  });

  it('is refused in the product that refuses, and by its own token policy first where that comes first', async () => {
    const product = { 'products/p/policy.xml': document(`<base />\n${refusing}`), 'products/p/apis/a/productApiInformation.json': '{}' };
    const open = await judgeAmong({ ...product, 'policy.xml': document(''), [file]: document('<base />') });
    expect(open.verdict?.elsewhere?.at).toMatchObject({ scope: 'product', name: 'p' });
    const own = await judgeAmong({ ...product, 'policy.xml': document(''), [file]: document(`${refusing}\n<base />`) });
    expect(own.verdict?.elsewhere).toBeNull();
    expect(own.verdict?.decidedBy).toBe(own.policies[0]);
  });

  it('is accepted without more words where everything was read', async () => {
    const { verdict, lines } = await judgeAmong({ 'policy.xml': document(''), [file]: document('<base />') });
    expect(verdict && wordVerdict(verdict, lines, englishCatalogue)).toMatchObject({ answer: '200', notRead: null });
  });

  it('names what was not read in the file where it stands', async () => {
    const { verdict, lines } = await judgeAmong({
      'policy.xml': document('<include-fragment fragment-id="none" />'),
      [file]: document('<base />\n<include-fragment fragment-id="other" />'),
    });
    expect(verdict?.notRead.map(({ name, elsewhere }) => [name, elsewhere?.path, elsewhere?.line])).toEqual([
      ['none', 'policy.xml', 3],
      ['other', undefined, undefined],
    ]);
    expect(verdict && wordVerdict(verdict, lines, englishCatalogue)).toMatchObject({
      answer: '200 as far as read',
      notRead: 'Not read: include-fragment other (line 4), include-fragment none (policy.xml:3). They can also refuse the token.',
    });
  });
});
