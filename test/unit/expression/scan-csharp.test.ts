import { describe, expect, test } from 'vitest';
import { scanCsharp } from '../../../src/core/expression/scan-csharp.js';

/** Everything up to the sign `¦`, which is taken out, must be the expression; without it, the expression never ends. */
function expectEnd(marked: string): void {
  const end = marked.indexOf('¦');
  expect(scanCsharp(marked.replace('¦', ''), 1)).toBe(end);
}

describe('where an expression ends', () => {
  test.each([
    '@(1)¦)',
    '@{ return (1); }¦ }',
    '@(a[0].B(x => { return new[] { 1 }; }))¦)',
    '@("a)b")¦',
    String.raw`@("say \"hi\")")¦`,
    String.raw`@("back\\")¦")`,
    String.raw`@(@"C:\dir\")¦")`,
    '@(@"two ""quotes"" )")¦',
    "@(')' + '(')¦",
    String.raw`@('\'' + ')')¦`,
    String.raw`@('"')¦ "`,
    '@(1 // ) "\n)¦',
    '@(1 /* ) " */)¦',
    '@($"{x["k"]})")¦',
    '@($"{x["a"]["b"]}{(a ? "x)" : "y}")}")¦)',
    '@($"{{not a hole}} )")¦',
    '@($"{a,10:N2})")¦',
    '@($"{d:yyyy-MM-dd)}")¦',
    String.raw`@($@"{a} ""q"" )\")¦`,
    String.raw`@(@$"{x["k"]}\")¦`,
    '@($"{$"{$"{")"}"}"}")¦)',
    '@($"{/* } */ a}")¦',
    '@($"{\'}\'}")¦',
    '@("""raw ) " x""")¦',
    '@("""\n  several ) "\n  """)¦',
    '@($"""{x["k"]} " )""")¦',
    '@($$"""{ {{x["}"]}} ) }""")¦',
    '@(""""a " )""" b"""")¦',
    '@("{{named-value}})")¦',
    '@("<!-- )" + "]]>" + "</inbound>")¦',
    '@("𝒳)" + (string)x["Ünï"])¦',
    '@{\n#region ) "\nreturn 1;\n#endregion }\n}¦}',
    '@(@class)¦',
    '@(1 @* ) *@ )¦',
    '@(a\r\n// )\r)¦',
  ])('%s', expectEnd);
});

describe('an expression that never ends', () => {
  test.each([
    '@(',
    '@{ (',
    '@("abc',
    '@(@"open)',
    '@(1 /* open )',
    '@(1 // open )',
    "@(')",
    '@($"{a',
    '@($"{a)',
    '@($"{")"',
    '@("""open)""',
    '@(#region )',
  ])('%s', expectEnd);
});

describe('a line ends a string that was not closed', () => {
  test.each(['@("abc\n)¦', "@('abc\r)¦", '@($"abc\n)¦', '@("abc\u2028)¦'])('%j', expectEnd);
});

describe('escaped for XML', () => {
  test.each([
    '@(&quot;a)b&quot;)¦)',
    '@(&quot;a&quot; + context.User?.Id)¦',
    '@(a &lt; b &amp;&amp; c &gt; d)¦',
    String.raw`@(&quot;say \&quot;hi\&quot;)&quot;)¦`,
    '@(&#34;a)&#x22;)¦',
    '@($&quot;{x[&quot;k)&quot;]}&quot;)¦',
    '@(@&quot;two &quot;&quot;quotes&quot;&quot; )&quot;)¦',
    '@(&apos;)&apos;)¦',
    "@(&quot;it's )&quot;)¦",
    // Bare quotes with a reference inside, as raw policies have them.
    '@("&quot;)")¦',
    '@(x.Replace("&amp;", "(").Replace("\'", "&apos;"))¦',
  ])('%s', expectEnd);
});

test('a limit ends the search', () => {
  expect(scanCsharp('@(1)', 1, 3)).toBe(-1);
  expect(scanCsharp('@(1)', 1, 4)).toBe(4);
});

test('nesting is no matter of the stack', () => {
  const depth = 100_000;
  expect(scanCsharp(`@${'('.repeat(depth)}${')'.repeat(depth)}`, 1)).toBe(2 * depth + 1);
  expect(scanCsharp(`@(${'$"{'.repeat(depth)}1${'}"'.repeat(depth)})`, 1)).toBe(5 * depth + 4);
});
