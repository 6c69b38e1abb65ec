import { describe, expect, test } from 'vitest';
import { findExpressions } from '../../../src/core/index.js';

const texts = (text: string): string[] =>
  findExpressions(text).map(({ start, end }) => (end < 0 ? `${text.slice(start, start + 2)}…` : text.slice(start, end)));

describe('where an expression may stand', () => {
  test.each([
    ['<a b="@(1)" c=\'@{ return "x"; }\'>@(2)</a>', ['@(1)', '@{ return "x"; }', '@(2)']],
    ['<a b="  @(1)">\n\t@{ 2 }\n</a>', ['@(1)', '@{ 2 }']],
    ['<a>@(1)<b/>@(2)<!-- c -->@(3)</a>', ['@(1)', '@(2)', '@(3)']],
    ['<a>x @(1)</a>', []],
    ['<a b="x @(1)"/>', []],
    ['<a>{{name}}@(1)</a>', []],
    ['<!-- @(1) <a b="@(2)"/> --><a/>', []],
    ['<a><![CDATA[@(1)]]></a>', []],
    ['<?pi @(1)?><a/>', []],
    ['<a b="@("x>y")" c="@(x["k"])"/>', ['@("x>y")', '@(x["k"])']],
    ['<a>@("</a>")</a>', ['@("</a>")']],
    ['<a b=@(1) c="@(2)"/>', ['@(1)', '@(2)']],
    ['@(1)', ['@(1)']],
    ['', []],
    ['\ufeff<a>\r\n@(1)</a>', ['@(1)']],
    ['<a b="@("𝒳")"/>', ['@("𝒳")']],
    ['<a b="@(&quot;x)&quot;)"/>', ['@(&quot;x)&quot;)']],
  ])('%s', (text, expected) => expect(texts(text)).toEqual(expected));
});

describe('an expression that never ends', () => {
  test.each([
    ['<a b="@((1)" c="@(2)"/>', ['@(…', '@(2)']],
    ['<a>@{ if (x { </a><b c="@(2)"/>', ['@{…', '@(2)']],
    ['<a b="@(', ['@(…']],
  ])('%s: reading goes on as if the value were XML', (text, expected) => expect(texts(text)).toEqual(expected));
});
