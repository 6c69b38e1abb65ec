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
