// Asks the C# compiler's lexer where made-up expressions end, well-formed and mangled ones, and expects to agree. Skips without
// ../shared/oracle or without dotnet.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanCsharp } from '../../src/core/expression/scan-csharp.js';

const oracle = fileURLToPath(new URL('../../../shared/oracle/ask.sh', import.meta.url));
const present = existsSync(oracle) && spawnSync('dotnet', ['--version']).status === 0;

const atom = fc.constantFrom(
  '1',
  'a && b < c',
  'context.Variables["k"]',
  '"a)b"',
  String.raw`"\")"`,
  String.raw`@"C:\"`,
  '@"a""b)"',
  "')'",
  String.raw`'\''`,
  `'"'`,
  '// c ) "\n1',
  '/* ) " */ 2',
  '"""raw ) " x"""',
  '"""\n  several ) " ""\n  """',
  '"{{named}})"',
  '"𝒳)"',
  '@class',
  '""',
  '$""',
  '@""',
  '$@""',
  '\n#region )\n1',
  '$"{{ ) {a,-10:N2}"',
  '$"{d:yyyy-MM-dd)}"',
);
const { code } = fc.letrec<{ code: string }>(tie => ({
  code: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    atom,
    fc
      .tuple(
        fc.constantFrom(
          ...[
            '(¦)',
            'x[¦]',
            'new[] {¦}',
            'f(y => { return ¦; })',
            '$"{¦}"',
            '$"a{{b}} {¦:yyyy-)}"',
            '$@"x ""q"" {¦}\\"',
            '@$"{¦}"',
            '$"""r {¦} " )"""',
            '$$"""r { {{¦}} ) """',
            '$"""\n a {¦}\n """',
            '¦ + ¦',
            '¦; ¦',
            '(¦ ? ¦ : "y}")',
          ],
        ),
        tie('code'),
        tie('code'),
      )
      .map(([shape, one, two]) => shape.replace('¦', () => one).replace('¦', () => two)),
  ),
}));
const junk = fc.constantFrom(
  '"',
  "'",
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '@"',
  '$"',
  '$@"',
  '@$"',
  '{{',
  '}}',
  '\\',
  '\n',
  '\r',
  '/*',
  '*/',
  '//',
  '""',
  '$',
  '@',
  ' ',
  'a',
  ':',
  ',',
  '\u2028',
);
const mangled = fc.tuple(code, fc.nat(), fc.nat(3), fc.oneof(fc.constant(''), junk)).map(([text, at, drop, put]) => {
  const place = at % (text.length + 1);
  // Whole code points, for the question travels as JSON.
  return `${text.slice(0, place)}${put}${text.slice(place + drop)}`.replace(/\p{Surrogate}/gu, '');
});
const expression = fc
  .tuple(
    fc.constantFrom('()', '{}'),
    fc.oneof(
      code,
      mangled,
      fc.array(junk, { maxLength: 12 }).map(pieces => pieces.join('')),
    ),
    fc.constantFrom('</v>', ' " x="y)" }</v>\n}) </w>', '\n"</v>)}'),
  )
  .map(([brackets, inner, rest]) => `@${brackets[0]}${inner}${brackets[1]}${rest}`);

/** What nobody writes: Razor's comments, and mangled directives, in which the compiler looks for raw strings. */
const exempt = /@[:*]|#(?!region \)\n1)/;

describe.skipIf(!present)('the C# compiler (skipped without ../shared/oracle and dotnet)', () => {
  test('finds the same ends', () => {
    const texts = [...new Set(fc.sample(expression, { seed: 20261123, numRuns: 12_000 }))].filter(text => !exempt.test(text));
    const input = texts.map((text, id) => JSON.stringify({ id: String(id), text, offset: 0 })).join('\n');
    const answers = execFileSync(oracle, ['expressions'], { input: `${input}\n`, encoding: 'utf8', maxBuffer: 1 << 28 })
      .trim()
      .split('\n')
      .map(line => (JSON.parse(line) as { end: number }).end);
    expect(answers).toHaveLength(texts.length);
    expect(answers.filter(end => end > 0).length).toBeGreaterThan(3_000);
    expect(answers.filter(end => end < 0).length).toBeGreaterThan(500);
    const wrong = texts
      .map((text, i) => ({ text, ours: scanCsharp(text, 1), theirs: answers[i] }))
      .filter(({ ours, theirs }) => ours !== theirs);
    expect(wrong).toEqual([]);
  });
});
