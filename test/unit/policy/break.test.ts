// Exactly one place where a document breaks; `⟦…⟧` marks it in the text and is taken out before reading.
import { describe, expect, test } from 'vitest';
import { readPolicies, type BreakCause } from '../../../src/core/index.js';

function expectBreak(marked: string, cause: BreakCause, names: readonly string[]): void {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace(/[⟦⟧]/g, '');
  expect(readPolicies(text).break).toEqual({ cause, start, end, names });
}

describe('where a document breaks', () => {
  test.each<[BreakCause, string[], string]>([
    ['mismatched-close-tag', ['inbound', 'inbond'], '<policies><inbound></⟦inbond⟧></policies>'],
    ['mismatched-close-tag', ['inbound', 'Inbound'], '<policies><inbound></⟦Inbound⟧></policies>'],
    ['unclosed-element', ['choose', 'inbound'], '<policies><inbound><⟦choose⟧></inbound></policies>'],
    ['unclosed-element', ['inbound', 'policies'], '<policies><⟦inbound⟧><base/></policies>'],
    ['unclosed-element', ['validate-jwt'], '<policies><inbound><⟦validate-jwt⟧ a="1">'],
    ['unclosed-element', ['policies'], '<⟦policies⟧><inbound/>'],
    ['stray-close-tag', ['set-body'], '<policies><inbound>⟦</set-body>⟧</inbound></policies>'],
    ['stray-close-tag', ['policies'], '<policies/>⟦</policies>⟧'],
    ['broken-tag', ['base'], '<policies>⟦<base⟧\n<x/></policies>'],
    ['broken-close-tag', ['policies'], '<policies><inbound/>⟦</policies⟧'],
    ['broken-close-tag', ['a'], '<policies><a>⟦</a⟧ b="c"></policies>'],
    ['bad-less-than', [], '<policies>⟦<⟧ </policies>'],
    ['bad-less-than', [], '<policies><x>1 ⟦<⟧ 2</x></policies>'],
    ['broken-close-tag', [''], '<policies>⟦</⟧></policies>'],
    ['missing-space', ['base', 'b'], '<policies><base a="1"⟦b⟧="2"/></policies>'],
    ['stray-sign', ['base', '"'], '<policies><base a="1"⟦"⟧/></policies>'],
    ['duplicate-attribute', ['url'], '<policies><a url="1" ⟦url⟧="2"/></policies>'],
    ['unquoted-attribute', ['a'], '<policies><x ⟦a⟧=1/></policies>'],
    ['unquoted-attribute', ['a'], '<policies><x ⟦a⟧ b="1"/></policies>'],
    ['unquoted-attribute', ['a'], '<policies><x ⟦a⟧= b="1"/></policies>'],
    ['unclosed-attribute', ['a'], '<policies><x ⟦a⟧="1>\n<y b="2"/></x></policies>'],
    ['unclosed-attribute', ['a'], '<policies><x ⟦a⟧="1 b="2"/></policies>'],
    ['unclosed-attribute', ['a'], '<policies><x ⟦a⟧="1'],
    ['less-than-in-attribute', ['a'], '<policies><x a="1 ⟦<⟧ 2"/></policies>'],
    ['unclosed-expression', [], '<policies><x a="⟦@(⟧(1)"/></policies>'],
    ['unclosed-expression', [], '<policies><x>⟦@{⟧ if (</x></policies>'],
    ['unclosed-comment', [], '<policies>⟦<!--⟧ x</policies>'],
    ['unclosed-cdata', [], '<policies>⟦<![CDATA[⟧ x ]></policies>'],
    ['bad-entity', [], '<policies><x a="1 ⟦&⟧ 2"/></policies>'],
    ['bad-entity', [], '<policies><x>a ⟦&⟧amp b</x></policies>'],
    ['unknown-reference', ['&nbsp;'], '<policies><x>⟦&nbsp;⟧</x></policies>'],
    ['unknown-reference', ['&#x0;'], '<policies><x>⟦&#x0;⟧</x></policies>'],
    ['several-roots', ['fragment'], '<policies/><⟦fragment⟧/>'],
    ['text-outside-root', [], '⟦x⟧<policies/>'],
    ['text-outside-root', [], '<policies/>\n⟦x y ⟧'],
    ['nested-comment', [], '<policies><!-- a ⟦<!--⟧ b --></policies>'],
    ['nested-comment', [], '<policies><!-- a ⟦--⟧ b --></policies>'],
    ['nested-comment', [], '<policies><!-- a ⟦--⟧-></policies>'],
    ['cdata-end', [], '<policies><x>a⟦]]>⟧</x></policies>'],
    ['control-character', [], '<policies><x>⟦\u0001⟧</x></policies>'],
    ['late-declaration', [], '<policies>⟦<?xml⟧ version="1.0"?></policies>'],
  ])('%s: %s %j', (cause, names, marked) => expectBreak(marked, cause, names));

  test('only the first thing that is wrong is said', () => {
    expectBreak('<policies><x ⟦a⟧=1><y></x>&</z>', 'unquoted-attribute', ['a']);
  });

  test('of a tag that ends another one and what stands in it, what comes first is said', () => {
    expectBreak('<policies><choose>⟦@(⟧</policies>', 'unclosed-expression', []);
    expectBreak('<policies><⟦choose⟧></policies>@(', 'unclosed-element', ['choose', 'policies']);
    expectBreak('<policies><x ⟦a⟧=1></policies>', 'unquoted-attribute', ['a']);
  });

  test.each([
    '<policies>\n  <⟦a!b⟧/>\n</policies>',
    '<policies><a ⟦1b⟧="x"/></policies>',
    '<policies><a b="1"/><⟦a${x}⟧ b="1"/></policies>',
    '<policies>⟦<!⟧x></policies>',
    '⟦<!⟧doctype x><policies/>',
    '<policies>⟦<?⟧ x?></policies>',
    '<policies/>\n⟦\u00a0⟧',
    '⟦\u00a0⟧<policies/>',
    ' ⟦\ufeff⟧<policies/>',
    '%{ if a }⟦\u2003⟧<policies/>%{ endif }',
  ])('what XML does not allow is said: %j', marked => expectBreak(marked, 'other', []));

  test('what XML does not allow is said only where nothing else is wrong', () => {
    expectBreak('<policies><a!b ⟦c⟧=1/></policies>', 'unquoted-attribute', ['c']);
    expectBreak('<policies><a!b/>⟦</c>⟧</policies>', 'stray-close-tag', ['c']);
  });

  test('a declaration stands first or nowhere', () => {
    expect(readPolicies('<?xml version="1.0"?><policies/>').break).toBeNull();
    expect(readPolicies('\ufeff<?xml version="1.0"?><policies/>').break).toBeNull();
    expect(readPolicies(' <?xml version="1.0"?><policies/>').break).toMatchObject({ cause: 'late-declaration' });
    expect(readPolicies('<policies><?xml-stylesheet x?></policies>').break).toBeNull();
  });
});

describe('where no document breaks', () => {
  test.each([
    '<policies a="@("x" + y["<"] + \'>\')"><set-body>@{ return "</policies>" + (a && b < c); }</set-body></policies>',
    '<policies><a>%{ if x && "y" < z }<b/>%{ endif }</a></policies>',
    '%{ if x }\n<policies><a b="${join("\\"", [for k in var.x : "${k}<"])}" ${y}/></policies>\n%{ endif }',
    '<policies><a b=\'"\' c="\'">&lt;&#10;&#x1F600;&quot;</a></policies>',
    '<policies><a b = "1"\n\tc\r\n=\r\n"2"></a ></policies>\n<!-- end -->\n',
    '<policies><!----><!-- - --><![CDATA[ <a> & ]] ]]>></policies>',
    '<policies><äö-x.y_z:w/></policies>',
    '<policies><a b="{{x}}&amp;{y}">{{z}}</a></policies>',
    '<policies><a b="a@(b" c="$" d="%">$ { % $</a></policies>',
  ])('%j', text => expect(readPolicies(text).break).toBeNull());
});
