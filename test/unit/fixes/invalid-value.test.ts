// What was probably meant by a value that an attribute cannot have, and what it would be called by mistake.
import { expect, test } from 'vitest';
import { applyFix, diagnose } from '../../../src/core/index.js';

const facts = { now: 1_798_000_000, metadata: {} };

/** The values that the fixes write into an attribute. */
async function meant(name: string, value: string): Promise<string[]> {
  const inside = name === 'match' ? '' : ` ${name}="${value}"`;
  const claim = name === 'match' ? ` match="${value}"` : '';
  const text = `<policies><inbound><validate-jwt header-name="Authorization"${inside}><openid-config url="https://example.org/c" /><required-claims><claim name="scp"${claim}><value>a</value></claim></required-claims></validate-jwt></inbound></policies>`;
  const finding = (await diagnose(text, facts)).find(({ code }) => code === 'invalid-value');
  if (finding === undefined) return ['no finding'];
  return (await applyFix(text, finding, facts)).map(fix => new RegExp(`${name}="([^"]*)"`).exec(fix.text)?.[1] ?? 'removed');
}

test.each([
  ['clock-skew', '00:05:00', ['300']],
  ['clock-skew', '01:02:03', ['3723']],
  ['clock-skew', '5m', ['300']],
  ['clock-skew', '5 minutes', ['300']],
  ['clock-skew', '5 mins', ['300']],
  ['clock-skew', '2h', ['7200']],
  ['clock-skew', '30 secs', ['30']],
  ['clock-skew', '30s', ['30']],
  ['clock-skew', 'PT5M', ['300']],
  ['clock-skew', '500ms', []],
  ['clock-skew', '500 ms', []],
  ['clock-skew', '5 days', []],
  ['clock-skew', 'five', []],
  ['clock-skew', '', ['removed']],
  ['require-expiration-time', 'yes', ['true']],
  ['require-expiration-time', 'off', ['false']],
  ['require-expiration-time', 'ture', ['true']],
  ['require-expiration-time', 'perhaps', []],
  ['failed-validation-httpcode', 'Unauthorized', ['401']],
  ['failed-validation-httpcode', '403 Forbidden', ['403']],
  ['failed-validation-httpcode', '4o1', ['401']],
  ['failed-validation-httpcode', '4l1', ['411']],
  ['failed-validation-httpcode', 'x', []],
  ['match', 'either', ['any']],
  ['match', 'every', ['all']],
  ['match', 'alll', ['all']],
  ['match', 'none', []],
])('%s="%s": %j', async (name, value, expected) => {
  expect(await meant(name, value)).toEqual(expected);
});
