import { describe, expect, test } from 'vitest';
import { readPolicies, type PolicyValue } from '../../../src/core/index.js';

function inAttribute(raw: string, quote = '"'): PolicyValue | undefined {
  return readPolicies(`<policies a=${quote}${raw}${quote}/>`).tree?.attributes[0]?.value;
}

function inElement(raw: string): PolicyValue | undefined {
  const child = readPolicies(`<policies><a>${raw}</a></policies>`).tree?.children[0];
  return child?.type === 'element' ? child.value : undefined;
}

const brief = (value: PolicyValue | undefined): unknown => [
  value?.state,
  ...(value?.parts ?? []).map(({ kind, text, name }) => (name === undefined ? [kind, text] : [kind, text, name])),
];

describe('what a value says', () => {
  test.each([
    ['plain', ['literal', ['literal', 'plain']]],
    ['', ['literal']],
    [' x ', ['literal', ['literal', ' x ']]],
    ['a&amp;b&#x20;&#65;&#x1F600;', ['literal', ['literal', 'a&b A😀']]],
    ['@(context.Variables["x"])', ['unresolved', ['expression', '@(context.Variables["x"])']]],
    ['@(&quot;a&quot; &lt; b)', ['unresolved', ['expression', '@("a" < b)']]],
    ['  @{ return 1; }\n', ['unresolved', ['literal', '  '], ['expression', '@{ return 1; }'], ['literal', '\n']]],
    ['{{tenant-id}}', ['unresolved', ['named-value', '{{tenant-id}}', 'tenant-id']]],
    ['{{ spaced }}', ['unresolved', ['named-value', '{{ spaced }}', 'spaced']]],
    ['api://{{a}}/{{b}}', ['mixed', ['literal', 'api://'], ['named-value', '{{a}}', 'a'], ['literal', '/'], ['named-value', '{{b}}', 'b']]],
    ['{{a}}{{b}}', ['mixed', ['named-value', '{{a}}', 'a'], ['named-value', '{{b}}', 'b']]],
    [
      'https://sts.windows.net/{tenantid}/',
      ['mixed', ['literal', 'https://sts.windows.net/'], ['placeholder', '{tenantid}', 'tenantid'], ['literal', '/']],
    ],
    ['${var.tenant}', ['unresolved', ['terraform', '${var.tenant}']]],
    ['%{ if a }x%{ endif }', ['mixed', ['terraform', '%{ if a }'], ['literal', 'x'], ['terraform', '%{ endif }']]],
    ['${lookup(var.m, "a")}', ['unresolved', ['terraform', '${lookup(var.m, "a")}']]],
    ['Bearer @(1)', ['mixed', ['literal', 'Bearer '], ['expression', '@(1)']]],
    ['{}', ['literal', ['literal', '{}']]],
    ['{{}}', ['literal', ['literal', '{{}}']]],
    ['{ "a": 1 }', ['literal', ['literal', '{ "a": 1 }']]],
    ['a@b.c', ['literal', ['literal', 'a@b.c']]],
    ['@(open', ['unresolved', ['expression', '@(open']]],
    [' @{ open &amp;', ['unresolved', ['literal', ' '], ['expression', '@{ open &']]],
    ['x @(open', ['literal', ['literal', 'x @(open']]],
    ['{{a}}@(open', ['mixed', ['named-value', '{{a}}', 'a'], ['literal', '@(open']]],
    ['$5 %d {x', ['literal', ['literal', '$5 %d {x']]],
    ['&unknown; & &;', ['literal', ['literal', '&unknown; & &;']]],
  ])('%j', (raw, expected) => {
    expect(brief(inElement(raw))).toEqual(expected);
    expect(brief(inAttribute(raw, raw.includes('"') && !raw.startsWith('@') && !raw.startsWith('$') ? "'" : '"'))).toEqual(expected);
  });

  test('comments are left out, CDATA is unwrapped', () => {
    const raw = ' a<!-- {{x}} --><![CDATA[<b> & {{y}} &amp;]]>c&amp;';
    expect(brief(inElement(raw))).toEqual([
      'mixed',
      ['literal', ' a'],
      ['literal', '<b> & '],
      ['named-value', '{{y}}', 'y'],
      ['literal', ' &amp;'],
      ['literal', 'c&'],
    ]);
    expect(inElement(raw)?.value).toBe(' a<b> & {{y}} &amp;c&');
  });

  test('an expression in a CDATA section is one', () => {
    expect(brief(inElement('<![CDATA[@("x" + "<")]]>'))).toEqual(['unresolved', ['expression', '@("x" + "<")']]);
  });

  test('spans lie on the raw text', () => {
    const text = '<policies><a b="x&amp;{{n}}" /><c>\n<!-- --> t </c></policies>';
    const [a, c] = readPolicies(text).tree?.children ?? [];
    if (a?.type !== 'element' || c?.type !== 'element') throw new Error('two elements');
    const value = a.attributes[0]?.value;
    expect(text.slice(value?.start, value?.end)).toBe('x&amp;{{n}}');
    expect(value?.parts.map(({ start, end }) => text.slice(start, end))).toEqual(['x&amp;', '{{n}}']);
    expect(text.slice(c.value.start, c.value.end)).toBe('\n<!-- --> t ');
    expect(c.value.value).toBe('\n t ');
  });
});
