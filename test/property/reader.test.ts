// What must hold for every text: reading never throws, spans are true, masks change nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { findExpressions, readPolicies, type PolicyElement } from '../../src/core/index.js';
import { maskExpressions } from '../../src/core/expression/mask-expressions.js';
import { markupPieces } from '../harness/hostile.js';
import { hostileMarkup } from '../harness/growing-texts.js';
import { isLong, places, seedOr, times } from '../harness/runs.js';
import { expectTrueSpans, walk } from '../harness/true-spans.js';

const seed = seedOr(20261123);
const runs = { seed, numRuns: times(100) };

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const fixtureTexts = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('policy.xml'))
  .map((path, index) => [path, readFileSync(`${fixtures}${path}`, 'utf8'), index] as const);

const literal = fc.stringMatching(/^[a-z0-9 /.:-]{0,12}$/);
const csharp = fc.constantFrom(
  '@(1)',
  '@("a)" + "</x>")',
  '@{ return $"{c["k"]}"; }',
  "@('\"')",
  '@(a && b < c)',
  '@(&quot;x)&quot;)',
  '@(@"C:\\")',
);
const value = fc.oneof(
  literal,
  csharp,
  fc.constantFrom('{{named}}', 'a{{x}}b', '${var.x["y"]}', '{tenantid}', '&amp;&lt;&#65;', '%{ if a && b }', '𝒳'),
);
const name = fc.constantFrom(
  'inbound',
  'choose',
  'when',
  'otherwise',
  'validate-jwt',
  'validate-azure-ad-token',
  'audiences',
  'audience',
  'claim',
  'value',
  'constructor',
  '__proto__',
  'base',
);
const attribute = fc
  .tuple(fc.constantFrom('url', 'header-name', 'match', 'hasOwnProperty', '__proto__'), value)
  .map(([key, text]) => `${key}="${text}"`);
const space = fc.constantFrom('', ' ', '\n  ', '\r\n\t', '\r');

/** Well-formed but for raw expressions. */
const { element } = fc.letrec<{ element: string }>(tie => ({
  element: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.tuple(name, attribute, value).map(([tag, one, text]) => `<${tag} ${one}>${text}</${tag}>`),
    fc
      .tuple(name, fc.array(tie('element'), { maxLength: 4 }), space)
      .map(([tag, children, gap]) => `<${tag}>${gap}${children.join(gap)}</${tag}>`),
    fc.constantFrom('<!-- <validate-jwt/> -->', '<![CDATA[<validate-jwt>]]>', '<?pi x?>', '<base />', "<a b='\"'/>"),
  ),
}));
const wellFormed = fc
  .tuple(
    fc.constantFrom('', '\ufeff', '<?xml version="1.0"?>\n', '<!-- c -->\r\n'),
    fc.constantFrom('policies', 'fragment'),
    fc.array(element, { maxLength: 6 }),
    space,
  )
  .map(([head, root, children, gap]) => `${head}<${root}>${gap}${children.join(gap)}</${root}>${gap}`);

const piece = fc.constantFrom(...markupPieces);
/** Anything that somebody might have typed, and worse. */
const soup = fc
  .array(fc.oneof(piece, element, fc.string({ maxLength: 4 })), { maxLength: 30 })
  .map(pieces => `<policies>${pieces.join('')}`);

/** Little of it, so that now and then it is XML, and what only XML's grammar forbids. */
const oddSoup = fc
  .tuple(
    fc.constantFrom('', '\ufeff', '\u00a0', '<!DOCTYPE a>', '<!a>', '<?xml version="1.0"?>', '%{ if a }'),
    fc.array(
      fc.oneof(
        element,
        fc.constantFrom('<a!b/>', '<a 1b="x"/>', '<é/>', '<a${x}/>', '<!x>', '<!x <a> >', '<?>', '<? x?>', '<?x?>', '\u00a0', '<%= a %>'),
        piece,
      ),
      { maxLength: 4 },
    ),
    fc.constantFrom('', ' ', '\u2003', '\ufeff', '%{ endif }', '<!-- x -->', '<![CDATA[]]>', '<?x ?>'),
  )
  .map(([head, pieces, tail]) => `${head}<policies>${pieces.join('')}</policies>${tail}`);

/** Names, attributes' names and nesting. */
function outline(tree: PolicyElement | null): string[] {
  const lines: string[] = [];
  walk(tree, ({ name: tag, start, end, attributes, children }) =>
    lines.push(
      `${tag} ${start}-${end} ${attributes.map(({ name: key, start: at }) => `${key}@${at}`).join(' ')} ${children.map(({ type }) => type).join(' ')}`,
    ),
  );
  return lines;
}

/** Reads the beginnings of a text without a throw; at some the spans are looked at. */
function readPrefixes(text: string, index: number): void {
  const spansAt = 97 + Math.floor(text.length / 20);
  for (const [at, length] of places(text.length, 7, index).entries()) {
    const document = readPolicies(text.slice(0, length));
    if (at % (isLong ? spansAt : 20) === 0) expectTrueSpans(document);
  }
}

describe('every text', () => {
  test('is read, with true spans', () => {
    fc.assert(
      fc.property(fc.oneof(soup, wellFormed, fc.string({ maxLength: 60 })), text => {
        expectTrueSpans(readPolicies(text));
      }),
      { seed, numRuns: times(500) },
    );
  });

  test('that breaks nowhere is one that fast-xml-parser takes, too', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(oddSoup, wellFormed), text => {
        const { root, break: broken } = readPolicies(text);
        if (root === null || broken !== null) return;
        taken++;
        expect(XMLValidator.validate(maskExpressions(text))).toBe(true);
      }),
      { seed, numRuns: times(1500) },
    );
    expect(taken).toBeGreaterThan(0);
  });

  test('is read as far as it is typed', () => {
    fc.assert(
      fc.property(wellFormed, text => {
        for (let length = 0; length <= text.length; length += 1 + Math.floor(length / 40))
          expectTrueSpans(readPolicies(text.slice(0, length)));
      }),
      { seed, numRuns: times(20) },
    );
  });

  test.each(fixtureTexts)('%s is read as it is typed', (_, text, index) => readPrefixes(text, index));
});

describe('a text that is well-formed but for raw expressions', () => {
  test('breaks nowhere', () => {
    fc.assert(
      fc.property(wellFormed, text => {
        expect(readPolicies(text).break).toBeNull();
      }),
      runs,
    );
  });

  test('has the structure of its masked form', () => {
    fc.assert(
      fc.property(wellFormed, text => {
        const masked = maskExpressions(text);
        expect(masked).toHaveLength(text.length);
        expect(findExpressions(masked)).toEqual([]);
        expect(readPolicies(masked).break).toBeNull();
        expect(outline(readPolicies(masked).tree)).toEqual(outline(readPolicies(text).tree));
      }),
      runs,
    );
  });

  test('breaks when a closing tag is taken away, and keeps its token policies', () => {
    fc.assert(
      fc.property(wellFormed, fc.nat(), (text, at) => {
        const document = readPolicies(text);
        const closing: PolicyElement[] = [];
        walk(document.tree, element => {
          if (element.closeTag) closing.push(element);
        });
        const closeTag = closing[at % Math.max(closing.length, 1)]?.closeTag;
        if (!closeTag) return;
        const broken = readPolicies(text.slice(0, closeTag.start) + text.slice(closeTag.end));
        expect(broken.break).not.toBeNull();
        expect(broken.tokenPolicies.map(({ kind }) => kind)).toEqual(document.tokenPolicies.map(({ kind }) => kind));
      }),
      runs,
    );
  });
});

/**
 * Beginnings without an end stand in four places each, and take about as long as fruitless scans may, whatever their number. The short run
 * looks at each of them in one place, and comes to all places; the long run looks at all.
 */
const opening = /^(?:@|[$%]\{)/;
const firstOpening = Object.keys(hostileMarkup).findIndex(name => opening.test(name));
const markup = Object.entries(hostileMarkup).filter(([name], index) => {
  const at = index - firstOpening;
  return isLong || !opening.test(name) || at % 4 === Math.floor(at / 4) % 4;
});

describe('hostile texts', () => {
  test.each(markup)('%s are read', (_, make) => {
    const document = readPolicies(`<policies>${make(10_000)}`);
    expect(document.root).toBe('policies');
    expect(document.break).not.toBeNull();
  });

  test('a large XML that is none of ours costs nothing', () => {
    const text = `<project>${'<a b="@(x"/>'.repeat(1_000_000)}</project>`;
    expect(readPolicies(text)).toMatchObject({ root: null, tokenPolicies: [], expressions: [], break: null });
  });

  test('ten megabytes of policies are read', () => {
    const text = `<policies><inbound>${'<set-header name="x"><value>@($"{context.Variables["k"]}")</value></set-header>\n'.repeat(120_000)}<validate-jwt/></inbound></policies>`;
    expect(text.length).toBeGreaterThan(9_000_000);
    expect(readPolicies(text)).toMatchObject({ break: null, tokenPolicies: [{ section: 'inbound' }] });
  });
});
