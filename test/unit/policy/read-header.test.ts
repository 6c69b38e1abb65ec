// What becomes of the Authorization header before a token policy reads it, and how expressions read it.
import { describe, expect, test } from 'vitest';
import { readsAudience, readsTenant } from '../../../src/core/policy/expression-reads.js';
import { conditionAround } from '../../../src/core/policy/condition-around.js';
import { childElements } from '../../../src/core/policy/policy-tree.js';
import { readPolicies } from '../../../src/core/policy/read-policies.js';
import { changeOfHeader, tokenVariables } from '../../../src/core/policy/replaced-header.js';
import { findSchemeReading, readHeaderValue } from '../../../src/core/policy/scheme-reading.js';

const inbound = (text: string): string => `<policies><inbound>${text}</inbound></policies>`;

describe('the header after', () => {
  const set = (value: string, attributes = 'name="Authorization"'): string => `<set-header ${attributes}>${value}</set-header>`;

  test.each([
    ['<authentication-managed-identity resource="x" />', 'replaced'],
    ['<authentication-managed-identity resource="x" output-token-variable-name="own" />', null],
    ['<authentication-basic />', 'replaced'],
    ['<include-fragment fragment-id="f" />', 'changed'],
    ['<rate-limit />', null],
    [set('<value>x</value>'), 'replaced'],
    [set('<value>x</value>', 'name=" authorization " exists-action=" Override "'), 'replaced'],
    [set('<value>x</value>', 'name="Other"'), null],
    [set('', 'name="Authorization" exists-action="delete"'), 'replaced'],
    [set('<value>x</value>', 'name="Authorization" exists-action="skip"'), null],
    [set('<value>x</value>', 'name="Authorization" exists-action="append"'), null],
    [set(''), 'changed'],
    [set('<value>@("Bearer " + (string)context.Variables["own"])</value>'), 'replaced'],
    [set('<value>@(context.Variables.GetValueOrDefault<string>("own"))</value>'), 'replaced'],
    [set('<value>@(context.Variables.GetValueOrDefault("own", ""))</value>'), 'replaced'],
    [set('<value>@((string)context.Variables["other"])</value>'), 'changed'],
    [set('<value>@(context.Request.Headers["x"].First())</value>'), 'changed'],
    [set('<value>@("{{x}}")</value>'), 'changed'],
    [set('<value>{{key}}</value>'), 'changed'],
    [set('<value>Basic {{key}}</value>'), 'replaced'],
    [set('<value>x</value><value>@(context.Api.Id)</value>'), 'changed'],
    [set('<value> @("x") </value>'), 'replaced'],
  ])('%s: %s', (text, expected) => {
    const element = readPolicies(inbound(text)).tree?.children.flatMap(each => (each.type === 'element' ? childElements(each) : []))[0];
    if (element === undefined) throw new Error('no element');
    expect(changeOfHeader(element, new Set(['own']))).toBe(expected);
  });

  test('a variable holds a token of the gateway until another policy sets it', () => {
    const own = '<authentication-managed-identity output-token-variable-name="own" />';
    const other = '<authentication-managed-identity output-token-variable-name="other" />';
    expect([...tokenVariables(readPolicies(inbound(own + other + '<set-variable name="other" value="x" />')))]).toEqual(['own']);
    expect([...tokenVariables(readPolicies(inbound('<set-variable name="own" value="x" />')))]).toEqual([]);
  });
});

describe('an expression', () => {
  const plain = 'context.Request.Headers.GetValueOrDefault("Authorization","")';
  const read = 'Headers.GetValueOrDefault("Authorization","")';

  test.each([
    [`@(${plain}.AsJwt().Subject)`, read, false],
    [`@(${plain}.AsJwt()?.Subject)`, read, true],
    [`@(${plain}?.AsJwt() ?? x)`, read, true],
    [`@((${plain}.AsJwt()) == null)`, read, true],
    [`@(${plain}.AsJwt() != null)`, read, true],
    [`@(${plain}.AsJwt() is null)`, read, true],
    [`@(${plain}.AsJwt() is not null)`, read, true],
    [`@(${plain}.TryParseJwt(out jwt))`, read, true],
    [`@{ var j = ${plain}.AsJwt(); return j?.Id; }`, read, true],
    [`@{ var j = ${plain}.AsJwt(); return j.Id; }`, read, false],
    [`@{ var j = ${plain}.AsJwt(); if (j == null) return ""; }`, read, true],
    ['@(context.Request.Headers["Authorization"].First().AsJwt())', 'Headers["Authorization"].First()', false],
    ['@(context.Request.Headers[&quot;Authorization&quot;][0].AsJwt())', 'Headers[&quot;Authorization&quot;][0]', false],
    [`@{ var h = ${plain}; return h.AsJwt().Id; }`, read, false],
    [`@{ string h = ${plain}; return h.AsJwt()?.Id; }`, read, true],
    [`@{ var h = ${plain}; h = h.Substring(7); return h.AsJwt().Id; }`, null, false],
    [`@{ var h = ${plain}; if (h == "") return ""; return h.AsJwt().Id; }`, read, false],
    [`@{ var h = ${plain}; return other.AsJwt().Id; }`, null, false],
    [`@(${plain}.Split(' ')[1].AsJwt())`, null, false],
    [`@(${plain})`, null, false],
    ['@(context.Request.Headers.GetValueOrDefault("X","").AsJwt())', null, false],
  ])('%s reads %s', (expression, header, caught) => {
    const found = findSchemeReading(expression);
    expect(found === null ? null : expression.slice(found.start, found.end)).toBe(header);
    expect(found?.caught ?? false).toBe(caught);
  });

  test.each([
    ['@(context.Request.Headers.GetValueOrDefault("Authorization", ""))', 'whole'],
    ['@(context.Request.Headers.GetValueOrDefault("authorization"))', 'whole'],
    ['@(context.Request.Headers.GetValueOrDefault("Authorization", string.Empty))', 'whole'],
    ['@((string)context.Request.Headers["Authorization"].First())', 'whole'],
    ['@((context.Request.Headers["Authorization"].Single()))', 'whole'],
    ['@(context.Request.Headers["Authorization"].FirstOrDefault()?.Split(\' \')[1])', 'stripped'],
    ['@(context.Request.Headers["Authorization"].First().Split(\' \').Last())', 'stripped'],
    ['@(context.Request.Headers["Authorization"].First().Replace("Bearer ", "").Trim())', 'stripped'],
    ['@(context.Request.Headers["Authorization"].First().Substring(7))', 'stripped'],
    ['@(context.Request.Headers["Authorization"].First().Substring("Bearer ".Length))', 'stripped'],
    ['@(context.Request.Headers["Authorization"].First().Substring(6))', null],
    ['@(context.Request.Headers["Authorization"].First().Trim())', null],
    ['@(context.Request.Headers["X"].First())', null],
    ['@{ return context.Request.Headers["Authorization"].First(); }', null],
  ])('%s gives the header: %s', (expression, expected) => {
    expect(readHeaderValue(expression)).toBe(expected);
  });
});

describe('the expressions of a document', () => {
  test.each([
    ['<set-variable name="a" value="@(jwt.Claims["aud"])" />', true, false],
    ['<set-variable name="a" value="@(jwt.Audiences.First())" />', true, false],
    ['<set-variable name="a" value="@(jwt.AudiencesOf())" />', false, false],
    ['<set-variable name="a" value="aud &quot;tid&quot;" />', false, false],
    ['<choose><when condition="@(jwt.Claims[&quot;tid&quot;] == x)" /></choose>', false, true],
    ['<choose><when condition="@(jwt.Claims[\'iss\'] == x)" /></choose>', false, true],
    ['<choose><when condition="@(jwt.Issuer == x)" /></choose>', false, true],
    ['<set-variable name="a" value="@(jwt.Issuer)" />', false, false],
    ['<set-variable name="a" value="@(jwt.Issuer)" /><include-fragment fragment-id="f" />', false, true],
    ['<set-variable name="a" value="@(jwt.Issuer)" /><x y="@(context.Variables["a"])" />', false, true],
    ['<set-variable name="a" value="@(jwt.Issuer)" /><x y="@(context.Variables[&quot;a&quot;])" />', false, true],
    ['<set-variable name="a" value="@(jwt.Issuer)" /><x y="@(context.Variables["b"])" />', false, false],
    ['<set-variable value="@(jwt.Issuer)" />', false, true],
    ['<set-variable name="a" value="@(jwt.Issuer)" />'.repeat(16), false, false],
    ['<set-variable name="a" value="@(jwt.Issuer)" />'.repeat(17), false, true],
  ])('%s: audience %s, tenant %s', (text, audience, tenant) => {
    const document = readPolicies(inbound(text));
    expect([readsAudience(document), readsTenant(document)]).toEqual([audience, tenant]);
  });
});

test.each([
  ['<validate-jwt />', null],
  ['<choose><when condition="@(a)"><validate-jwt /></when></choose>', { when: '@(a)' }],
  ['<choose><when><validate-jwt /></when></choose>', { when: '' }],
  ['<choose><when condition="@(a)" /><otherwise><validate-jwt /></otherwise></choose>', 'otherwise'],
  [
    '<choose><otherwise><choose><when condition="@(b)"><validate-jwt /></when><when condition="@(c)" /></choose></otherwise></choose>',
    { when: '@(b)' },
  ],
])('what has to hold for the token policy of %s', (text, expected) => {
  const document = readPolicies(inbound(text));
  const [policy] = document.tokenPolicies;
  if (policy === undefined) throw new Error('no token policy');
  expect(conditionAround(document, policy)).toEqual(expected);
});
