import { describe, expect, test } from 'vitest';
import { readPolicies } from '../../../src/core/policy/read-policies.js';
import type { TokenPolicy } from '../../../src/core/policy/token-policy.js';
import {
  evaluateVersionCondition,
  isVersionCondition,
  writeClaimCondition,
  writeVersionCondition,
} from '../../../src/core/policy/version-condition.js';

function policyWith(attributes: string): TokenPolicy {
  const [policy] = readPolicies(`<policies><inbound><validate-jwt ${attributes} /></inbound></policies>`).tokenPolicies;
  if (policy === undefined) throw new Error('no token policy');
  return policy;
}

/** What a condition reads the token out of; null where none can be written. */
function source(attributes: string): string | null {
  const condition = writeVersionCondition(policyWith(attributes));
  const found = condition === null ? null : /^@\((.*)\.AsJwt\(\)\?\.Claims\.GetValueOrDefault\("ver", ""\) != "2\.0"\)$/.exec(condition);
  return condition === null ? null : (found?.[1] ?? condition);
}

const header = (name: string): string => `context.Request.Headers.GetValueOrDefault(${name}, "").Split(" ".ToCharArray()).Last()`;

describe('the token of a version condition', () => {
  test.each([
    ['', header('"Authorization"')],
    ['header-name="X-Token"', header('"X-Token"')],
    ['header-name=" X "', header('"X"')],
    ['header-name="{{name}}"', header('"{{name}}"')],
    ['header-name="@(context.Api.Name)"', header('(string)(context.Api.Name)')],
    ['header-name="x @(context.Api.Name)"', null],
    ['query-parameter-name="t"', 'context.Request.Url.Query.GetValueOrDefault("t", "")'],
    ['query-parameter-name="a&quot;b"', null],
    ['query-parameter-name="a\'b"', null],
    ['query-parameter-name="a\\b"', null],
    ['header-name="a" query-parameter-name="b"', null],
    ['token-value="@(x)"', '((string)(x))?'],
    ['token-value=" @( x ) "', '((string)(x))?'],
    ['token-value="@((string)x)"', '((string)x)?'],
    ['token-value="@(( string ) x)"', '(( string ) x)?'],
    ['token-value="text"', null],
    ['token-value="@(x)@(y)"', null],
    ['token-value="@{ return x; }"', null],
    ['token-value="@(a &amp;&amp; b)"', null],
    ['token-value="@(x) // y"', null],
    ['token-value="@(x // y\n)"', null],
    ['token-value="@(context.Request.Body.As<string>())"', null],
    ['token-value="@(context.Request.Body.ToString())"', null],
    ['token-value="@(x.Bodyguard)"', '((string)(x.Bodyguard))?'],
    [`token-value="@(x.Split(' ')[1])"`, '((string)(x.Split(" "[0])[1]))?'],
    [`token-value="@(x.Split('\\'')[1])"`, '((string)(x.Split("\\u0027"[0])[1]))?'],
    [`token-value="@(x.Split('\\t')[1] + "y")"`, '((string)(x.Split("\\t"[0])[1] + "y"))?'],
    [`token-value="@(x.Split('"')[1])"`, '((string)(x.Split("\\""[0])[1]))?'],
    [`token-value="@("it's")"`, null],
    [`token-value="@($"{x}" + ' ')"`, null],
    [`token-value="@(@"a""b" + ' ')"`, '((string)(@"a""b" + " "[0]))?'],
  ])('%s', (attributes, expected) => {
    expect(source(attributes)).toBe(expected);
  });
});

test('the condition is known again, also with a cast said twice, and no other is', () => {
  const policy = policyWith('token-value="@((string)x)"');
  const condition = writeVersionCondition(policy) ?? '';
  expect(isVersionCondition(condition, policy)).toBe(true);
  expect(isVersionCondition(condition.replace('((string)x)', '((string)((string)x))'), policy)).toBe(true);
  expect(isVersionCondition(`${condition} `, policy)).toBe(false);
  expect(isVersionCondition(condition, policyWith('token-value="@((string)y)"'))).toBe(false);
});

test('the condition of a claim asks whether it is there', () => {
  expect(writeClaimCondition(policyWith(''), 'azp')).toBe(`@(${header('"Authorization"')}.AsJwt()?.Claims.ContainsKey("azp") == true)`);
  expect(writeClaimCondition(policyWith('token-value="text"'), 'azp')).toBeNull();
});

test.each([
  [null, true],
  [{}, true],
  [{ ver: '1.0' }, true],
  [{ ver: 2 }, true],
  [{ ver: '2.0' }, false],
  [Object.create({ ver: '2.0' }) as Record<string, unknown>, true],
])('for the claims %j it is %s', (claims, expected) => {
  expect(evaluateVersionCondition(claims)).toBe(expected);
});
