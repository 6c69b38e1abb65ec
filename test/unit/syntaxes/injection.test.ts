import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { loadXmlGrammar, scopesOf } from './highlight.js';

let grammar: IGrammar;

beforeAll(async () => {
  grammar = await loadXmlGrammar();
});

const embedded = 'meta.embedded.expression.apim-policy';

/** The scopes of the only place where `needle` stands. */
function scopes(text: string, needle: string): string {
  const found = scopesOf(grammar, text, needle);
  expect(found, needle).toHaveLength(1);
  return (found[0] ?? []).join(' ');
}

describe('an expression', () => {
  // What each writes must be C#, and what follows it must be XML again.
  it.each([
    ['in an attribute', '<a b="@(context.Probe)" after="1"/>'],
    ['in an attribute with single quotes', `<a b='@(context.Probe)' after="1"/>`],
    ['after a blank', '<a b = "@(context.Probe)" after="1"/>'],
    ['with quotes of its own', '<a b="@(context.Probe["x"])" after="1"/>'],
    ['with a generic type and a nested call', '<a b="@(context.Probe.GetValueOrDefault<string>("h",(string)null))" after="1"/>'],
    ['with a bracket in a string', '<a b="@(context.Probe + ")")" after="1"/>'],
    ['with a bracket in a character', `<a b="@(context.Probe == ')')" after="1"/>`],
    ['with a verbatim string', '<a b="@(context.Probe + @"\\")" after="1"/>'],
    ['with an interpolated string', '<a b="@($"{context.Probe["k"]})")" after="1"/>'],
    ['with escaped quotes', '<a b="@(context.Probe[&quot;)&quot;])" after="1"/>'],
    ['with a condition and a lambda', '<a b="@(context.Probe.Any(x => x < 2) ? "a" : "b")" after="1"/>'],
    ['of statements', '<a b="@{ var x = context.Probe; if (x == "}") { return 1; } return 2; }" after="1"/>'],
    ['in text', '<a>@(context.Probe["<b>"])</a><c after="1"/>'],
    ['in text on its own line', '<a>\n    @(context.Probe["x"])\n</a><c after="1"/>'],
    ['over several lines', '<a>@{\n  var x = "}"; // }\n  return context.Probe;\n}</a><c after="1"/>'],
    ['in CDATA', '<a><![CDATA[@(context.Probe)]]></a><c after="1"/>'],
  ])('%s is C#, and ends where it ends', (_, text) => {
    expect(scopes(text, 'Probe')).toContain(embedded);
    expect(scopes(text, 'Probe')).toMatch(/\.cs\b/);
    const after = scopes(text, 'after');
    expect(after).not.toContain(embedded);
    expect(after).toContain('entity.other.attribute-name');
  });

  it.each([
    ['not at the start of a value', '<a b="Probe@(x)"/>'],
    ['in the middle of text', '<a>mail@(Probe)</a>'],
    ['in a comment', '<!-- @(Probe) -->'],
    ['in a comment, on its own line', '<!--\n@(Probe)\n-->'],
    ['an address', '<a b="me@Probe.test"/>'],
  ])('is none: %s', (_, text) => {
    expect(scopes(text, 'Probe')).not.toContain(embedded);
  });

  it('marks its own brackets', () => {
    expect(scopes('<a b="@(x)"/>', '@(')).toContain('punctuation.section.embedded.begin.apim-policy');
    expect(scopes('<a b="@(x)"/>', ')')).toContain('punctuation.section.embedded.end.apim-policy');
  });

  it('shows escaped strings as strings', () => {
    expect(scopes('<a b="@(f(&quot;Probe&quot;))"/>', 'Probe')).toMatch(/string\.quoted\.double\.cs$/);
  });
});

describe('placeholders', () => {
  it.each([
    ['<a b="{{Probe}}"/>', 'variable.other.named-value.apim-policy'],
    ['<a>{{Probe}}</a>', 'variable.other.named-value.apim-policy'],
    ['<a b="https://x/{{Probe}}/v2.0"/>', 'variable.other.named-value.apim-policy'],
    ['<a b="${Probe}"/>', 'variable.other.terraform.apim-policy'],
    ['<a>x${Probe}y</a>', 'variable.other.terraform.apim-policy'],
    ['%{ if Probe }', 'variable.other.terraform.apim-policy'],
  ])('%s', (text, scope) => {
    expect(scopes(text, 'Probe')).toContain(scope);
  });

  it.each(['<a b="$${Probe}"/>', '<a b="{Probe}"/>', '<!-- {{Probe}} ${Probe2} -->'])('none in %s', text => {
    for (const found of scopesOf(grammar, text, 'Probe')) expect(found.join(' ')).not.toMatch(/named-value|terraform/);
  });

  it('end where they end', () => {
    expect(scopes('<a b="{{x}}" after="1"/>', 'after')).toContain('entity.other.attribute-name');
    expect(scopes('<a b="${f({a = "}"})}" after="1"/>', 'after')).toContain('entity.other.attribute-name');
  });
});
