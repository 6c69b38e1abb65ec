import { describe, expect, it } from 'vitest';
import { mintToken, pick, predictOne, usualClaims, validateJwt } from './cases.js';

/** The outcome of the check `claims`, with the code of its reason. */
async function judge(claim: string, claims: Record<string, unknown>, namedValues: Record<string, string> = {}): Promise<string> {
  const policy = validateJwt(`<required-claims>${claim}</required-claims>`);
  const prediction = await predictOne(policy, await mintToken({ ...usualClaims, ...claims }), { namedValues });
  const { outcome, reason } = pick(prediction, 'claims');
  return reason === null ? outcome : `${outcome} ${reason.code}`;
}

function claim(attributes: string, ...values: readonly string[]): string {
  return `<claim ${attributes}>${values.map(value => `<value>${value}</value>`).join('')}</claim>`;
}

describe('required claims', () => {
  it('may only have to be there', async () => {
    expect(await judge('<claim name="scp" />', { scp: '' })).toBe('pass');
    expect(await judge('<claim name="scp" />', {})).toBe('fail claims-missing');
  });

  it('need all values unless match says any', async () => {
    expect(await judge(claim('name="roles"', 'a', 'b'), { roles: ['a', 'b', 'c'] })).toBe('pass');
    expect(await judge(claim('name="roles"', 'a', 'b'), { roles: ['a'] })).toBe('fail claim-needs-any');
    expect(await judge(claim('name="roles" match="any"', 'a', 'b'), { roles: ['b'] })).toBe('pass');
    expect(await judge(claim('name="roles" match="any"', 'a', 'b'), { roles: ['c'] })).toBe('fail claim-not-accepted');
    expect(await judge(claim('name="roles" match="some"', 'a'), { roles: ['a'] })).toBe('uncertain claim-rule-unreadable');
    expect(await judge(claim('name="roles"', 'a'), { roles: [] })).toBe('fail claim-not-accepted');
  });

  it('are split only with a separator', async () => {
    expect(await judge(claim('name="scp" match="any"', 'read'), { scp: 'read write' })).toBe('fail claim-needs-separator');
    expect(await judge(claim('name="scp" match="any" separator=" "', 'read'), { scp: 'read write' })).toBe('pass');
    expect(await judge(claim('name="scp" match="all" separator=","', 'a', 'b'), { scp: 'a, b' })).toBe(
      'uncertain claim-written-differently',
    );
    expect(await judge(claim('name="scp" separator=""', 'a b'), { scp: 'a b' })).toBe('pass');
  });

  it('may be split into more pieces than a call takes arguments', async () => {
    const scp = `${'x '.repeat(90_000)}read`;
    expect(await judge(claim('name="scp" match="any" separator=" "', 'read'), { scp })).toBe('pass');
  });

  it('may be numbers and booleans, but nothing nested for certain', async () => {
    expect(await judge(claim('name="n"', '42'), { n: 42 })).toBe('pass');
    expect(await judge(claim('name="b"', 'true'), { b: true })).toBe('pass');
    expect(await judge(claim('name="b"', 'True'), { b: true })).toBe('uncertain claim-written-differently');
    expect(await judge(claim('name="o"', 'x'), { o: { a: 'x' } })).toBe('uncertain claim-not-text');
    expect(await judge(claim('name="o" match="any"', 'x'), { o: [{ a: 1 }, 'x'] })).toBe('pass');
  });

  it('compare numbers as they are written, also those that JavaScript does not hold', async () => {
    const judgeNumber = async (value: string, written: string): Promise<string> => {
      const text = `{"iss":"https://idp.example","n":${written}}`;
      const token = ['{"alg":"RS256"}', text, ''].map(part => Buffer.from(part).toString('base64url')).join('.');
      const prediction = await predictOne(validateJwt(`<required-claims>${claim('name="n"', value)}</required-claims>`), token);
      const { outcome, reason } = pick(prediction, 'claims');
      return reason === null ? outcome : `${outcome} ${reason.code} ${JSON.stringify(reason.values)}`;
    };
    expect(await judgeNumber('9007199254740993', '9007199254740993')).toBe('pass');
    expect(await judgeNumber('9007199254740992', '9007199254740993')).toContain('fail claim-not-accepted');
    expect(await judgeNumber('9007199254740992', '9007199254740993')).toContain('"found":["9007199254740993"]');
    expect(await judgeNumber('-9223372036854775808', '-9223372036854775808')).toBe('pass');
    expect(await judgeNumber('9007199254740993', '[1,9007199254740993]')).toBe('pass');
    // How the gateway writes these as text is not known.
    for (const written of ['1.0', '1e3', '12345678901234567890', '-0']) {
      expect(await judgeNumber(written, written)).toContain('uncertain claim-not-text');
      expect(await judgeNumber(String(Number(written)), written)).toContain('uncertain claim-not-text');
    }
    expect(await judgeNumber('2', '2,"n":9007199254740993,"n":2')).toBe('pass');
  });

  it('split the entries of a list only as a deduction', async () => {
    const policy = validateJwt(`<required-claims>${claim('name="roles" match="any" separator=" "', 'read')}</required-claims>`);
    const prediction = await predictOne(policy, await mintToken({ ...usualClaims, roles: ['read write'] }));
    expect(pick(prediction, 'claims')).toMatchObject({ outcome: 'pass', certainty: 'inferred' });
    expect(await judge(claim('name="roles" separator=" "', 'read write'), { roles: ['read write'] })).toBe('uncertain claim-list-split');
    expect(await judge(claim('name="roles" separator=" "', 'other'), { roles: ['read write'] })).toBe('fail claim-not-accepted');
  });

  it('compare upper and lower case, with doubt', async () => {
    expect(await judge(claim('name="r"', 'Admin'), { r: 'admin' })).toBe('uncertain claim-written-differently');
    expect(await judge(claim('name="r"', 'Admin'), { r: 'user' })).toBe('fail claim-not-accepted');
  });

  it('do not find members that every object has', async () => {
    expect(await judge('<claim name="constructor" />', {})).toBe('fail claims-missing');
    expect(await judge('<claim name="toString" />', {})).toBe('fail claims-missing');
  });

  it('stay open while a value is hidden that could decide', async () => {
    expect(await judge(claim('name="r" match="any"', '{{role}}'), { r: 'x' })).toBe('unresolved value-unknown');
    expect(await judge(claim('name="r" match="any"', '{{role}}', 'x'), { r: 'x' })).toBe('pass');
    expect(await judge(claim('name="r" match="all"', '{{role}}', 'y'), { r: 'x' })).toBe('fail claim-not-accepted');
    expect(await judge(claim('name="r"', '{{role}}'), { r: 'x' }, { role: 'x' })).toBe('pass');
    expect(await judge(claim('name="{{name}}"', 'x'), { r: 'x' })).toBe('unresolved value-unknown');
  });

  it('print the documented texts', async () => {
    const policy = validateJwt(`<required-claims>${claim('name="scp"', 'read')}${claim('name="a"')}${claim('name="b"')}</required-claims>`);
    const missing = await predictOne(policy, await mintToken({ ...usualClaims, scp: 'read' }));
    expect(missing.reports).toMatchObject({
      check: 'claims',
      idx: null,
      message: 'JWT (token) is missing the following claims: a, b. Access denied.',
    });
    const mismatch = await predictOne(policy, await mintToken({ ...usualClaims, scp: 'write', a: 1, b: 1 }));
    expect(mismatch.reports?.message).toBe('Claim scp value of write is not allowed. Access denied.');
  });
});
