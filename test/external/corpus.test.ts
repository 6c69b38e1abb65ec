// Reads real policies and compares with an independent reading of each: its expressions as the C# compiler found them, its tree as
// fast-xml-parser builds it. Skips where ../shared/corpus is absent.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { maskExpressions } from '../../src/core/expression/mask-expressions.js';
import { readPolicies, type PolicyElement } from '../../src/core/index.js';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const corpus = `${shared}corpus/`;
const present = existsSync(`${corpus}index.tsv`) && existsSync(`${shared}vectors/corpus-expressions.tsv`);
const rows = (path: string): string[][] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .slice(1)
    .filter(line => line !== '')
    .map(line => line.split('\t'));
const index = present ? rows(`${corpus}index.tsv`) : [];
const answers = present ? rows(`${shared}vectors/corpus-expressions.tsv`) : [];

/** The text with the expressions that the compiler found replaced by as many signs. */
function maskByAnswers(path: string, text: string): string {
  let masked = text;
  for (const [of, start, end] of answers) {
    if (of === path) masked = masked.slice(0, Number(start)) + '_'.repeat(Number(end) - Number(start)) + masked.slice(Number(end));
  }
  return masked;
}

interface Line {
  readonly name: string;
  readonly start: number;
  readonly attributes: readonly (readonly [string, string])[];
  readonly text: string;
}

/** Every element in document order, as fast-xml-parser sees it. */
function readIndependently(masked: string): Line[] {
  const parser = new XMLParser({
    preserveOrder: true,
    captureMetaData: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
  });
  const metadata = XMLParser.getMetaDataSymbol() as symbol;
  const lines: Line[] = [];
  type Node = Record<string | symbol, unknown>;
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      const name = Object.keys(node).find(key => key !== ':@' && key !== '#text');
      if (name === undefined) continue;
      const children = node[name] as Node[];
      lines.push({
        name,
        start: (node[metadata] as { startIndex: number }).startIndex,
        attributes: Object.entries((node[':@'] ?? {}) as Record<string, string>),
        text: children.map(child => (child['#text'] as string | undefined) ?? '').join(''),
      });
      visit(children);
    }
  };
  visit(parser.parse(masked) as Node[]);
  return lines;
}

/** Every element in document order, as we see it, with the raw text from `masked`. */
function outline(tree: PolicyElement | null, masked: string): Line[] {
  const lines: Line[] = [];
  const pending = tree ? [tree] : [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const raw = next.children.map(child => {
      if (child.type === 'text') return masked.slice(child.start, child.end);
      return child.type === 'cdata' ? masked.slice(child.start + '<![CDATA['.length, child.end - ']]>'.length) : '';
    });
    lines.push({
      name: next.name,
      start: next.start,
      attributes: next.attributes.map(({ name, value }) => [name, masked.slice(value.start, value.end)] as const),
      text: raw.join(''),
    });
    pending.push(...next.children.filter(child => child.type === 'element').reverse());
  }
  return lines;
}

describe.skipIf(!present)('policies of public repositories (skipped without ../shared/corpus)', () => {
  test('there are some', () => expect(index.length).toBeGreaterThan(150));

  test.each(index.map(row => [row[0] ?? '', row] as const))('%s', (path, row) => {
    const [root, jwt, entra, , expressions] = row.slice(5);
    const text = readFileSync(`${corpus}${path}`, 'utf8');
    const document = readPolicies(text);
    expect(document.break).toBeNull();
    expect(document.root).toBe(root);
    const kinds = document.tokenPolicies.map(({ kind }) => kind);
    expect(kinds.filter(kind => kind === 'validate-jwt')).toHaveLength(Number(jwt));
    expect(kinds.filter(kind => kind === 'validate-azure-ad-token')).toHaveLength(Number(entra));
    expect(document.expressions).toHaveLength(Number(expressions));

    const masked = maskByAnswers(path, text);
    const lines = readIndependently(masked);
    expect(outline(document.tree, masked)).toEqual(lines);
    const expected = lines.filter(({ name }) => name === 'validate-jwt' || name === 'validate-azure-ad-token');
    expect(document.tokenPolicies.map(({ start }) => start)).toEqual(expected.map(({ start }) => start));
    for (const [at, { attributes }] of document.tokenPolicies.entries()) {
      expect(Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, masked.slice(value.start, value.end)]))).toEqual(
        Object.fromEntries(expected[at]?.attributes ?? []),
      );
    }
  });
});

describe.skipIf(!present)('policies out of other files (skipped without ../shared/corpus)', () => {
  const embedded = present
    ? readdirSync(`${corpus}embedded`, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.xml'))
    : [];
  test('there are some', () => expect(embedded.length).toBeGreaterThan(20));

  test.each(embedded)('%s', path => {
    const text = readFileSync(`${corpus}embedded/${path}`, 'utf8');
    const document = readPolicies(text);
    // Some were cut out of a string with its escapes: those are broken, and so says the validator.
    expect(document.break === null).toBe(XMLValidator.validate(maskExpressions(text)) === true);
    const withoutComments = text.replace(/<!--[^]*?-->/g, '');
    expect(document.tokenPolicies).toHaveLength([...withoutComments.matchAll(/<validate-(?:jwt|azure-ad-token)[\s/>]/g)].length);
  });
});
