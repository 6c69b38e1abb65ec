import { expect, test } from 'vitest';
import { maskExpressions } from '../../../src/core/expression/mask-expressions.js';

test.each([
  ['<a b="@("x")"/>', '<a b="______"/>'],
  ['<a>@{\r\n  1 < 2\n}</a>', '<a>__\r\n_______\n_</a>'],
  ['<a>%{ if a && b }<b/>%{ endif }</a>', '<a>              <b/>          </a>'],
  ['<a b="${var.x["a"]}"/>', '<a b="             "/>'],
  ['<a b="{{x}} {y} literal"/>', '<a b="{{x}} {y} literal"/>'],
  ['<!-- @("x") -->', '<!-- @("x") -->'],
  ['<a b="@("/>', '<a b="@("/>'],
  ['<a b="${"/>', '<a b="${"/>'],
  ['<a %{ if c }b="1"%{ endif }/>', '<a          b="1"          />'],
])('%j', (text, masked) => {
  const result = maskExpressions(text);
  expect(result).toHaveLength(text.length);
  expect(result.replace(/[^\r\n]/g, '')).toBe(text.replace(/[^\r\n]/g, ''));
  expect(result).toBe(masked);
});
