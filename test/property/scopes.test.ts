// Putting the scopes together keeps every statement, once and in its place.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectivePolicy, listPaths, readScopes, type PathTarget, type ScopeFile, type Statement } from '../../src/core/index.js';
import { seedOr, times } from '../harness/runs.js';

/** A piece of a section: a statement of its own name, a place for the broader scope, a fragment, a container. */
type Piece = { readonly kind: 'own' | 'base' | 'fragment' } | { readonly kind: 'inside'; readonly pieces: readonly Piece[] };

const piece = fc.letrec<{ piece: Piece }>(tie => ({
  piece: fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('own' as const, 'fragment' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('inside' as const), pieces: fc.array(tie('piece'), { maxLength: 3 }) }) },
  ),
})).piece;

/** A section with one base at most, which is what a gateway takes. */
const section = fc
  .tuple(fc.array(piece, { maxLength: 5 }), fc.array(piece, { maxLength: 5 }), fc.boolean())
  .map(([before, after, hasBase]): Piece[] => (hasBase ? [...before, { kind: 'base' }, ...after] : [...before, ...after]));

/** Writes pieces; every statement has a name of its own, so that it can be found again. */
function write(pieces: readonly Piece[], scope: string, next: { count: number }): string {
  return pieces
    .map(each => {
      if (each.kind === 'base') return '<base />';
      if (each.kind === 'fragment') return '<include-fragment fragment-id="f" />';
      const name = `${scope}-${String(next.count++)}`;
      return !('pieces' in each) ? `<${name} />` : `<${name}>${write(each.pieces, scope, next)}</${name}>`;
    })
    .join('\n');
}

const order = ['operation', 'api', 'product', 'global'] as const;
const fragment = '<in-fragment-1 />\n<in-fragment-2><in-fragment-3 /></in-fragment-2>';

const paths: Readonly<Record<(typeof order)[number], string>> = {
  operation: 'apis/a/operations/get/policy.xml',
  api: 'apis/a/policy.xml',
  product: 'products/p/policy.xml',
  global: 'policy.xml',
};

const target: PathTarget = { root: '', workspace: null, api: 'a', operation: 'get', product: 'p', reachedBy: [] };

/** A text of inbound sections, the narrowest first, as the files of an instance. */
function filesOf(texts: readonly string[]): ScopeFile[] {
  const own = order.map((scope, index) => ({
    path: paths[scope],
    text: `<policies><inbound>${texts[index] ?? '<base />'}</inbound></policies>`,
  }));
  return [
    ...own,
    { path: 'products/p/apis/a/productApiInformation.json', text: '{}' },
    { path: 'policyFragments/f/policy.xml', text: `<fragment>${fragment}</fragment>` },
  ];
}

function expand(texts: readonly string[]): readonly Statement[] {
  return effectivePolicy(readScopes(filesOf(texts)), target).sections.inbound;
}

/** What a sequence says, without places. */
function names(sequence: readonly Statement[]): unknown[] {
  return sequence.map(({ element, gap, children }) => [element?.name, gap?.reason, names(children)]);
}

/** The same by texts alone: the broader section stands where `<base />` stood. */
function replaceBases(texts: readonly string[]): string {
  return texts.reduceRight((broader, own) => own.replace('<base />', () => broader), '');
}

const levels = fc
  .tuple(section, section, section, section)
  .map(all => all.map((pieces, index) => write(pieces, order[index] ?? '', { count: 0 })));

describe('the sections of all scopes, put together', () => {
  test('are what they are when the texts are put together', () => {
    fc.assert(
      fc.property(levels, texts => {
        const flat = replaceBases(texts).replaceAll('<include-fragment fragment-id="f" />', fragment);
        expect(names(expand(texts))).toEqual(names(expand(['<base />', '<base />', '<base />', flat])));
      }),
      { seed: seedOr(14), numRuns: times(100) },
    );
  });

  test('are the same in whatever order two neighbours are joined first', () => {
    fc.assert(
      fc.property(levels, fc.integer({ min: 0, max: 2 }), (texts, at) => {
        const [own = '', broader = ''] = texts.slice(at, at + 2);
        const joined = own.replace('<base />', () => broader);
        // A narrower scope that only passes on takes the place of the one that was joined.
        const fewer = ['<base />', ...texts.slice(0, at), joined, ...texts.slice(at + 2)];
        expect(names(expand(fewer))).toEqual(names(expand(texts)));
      }),
      { seed: seedOr(15), numRuns: times(100) },
    );
  });

  test('have every place where the document has it', () => {
    fc.assert(
      fc.property(levels, texts => {
        const waiting = [...expand(texts)];
        for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
          const { at, element, children } = here;
          if (at === null || element === null) throw new Error('a statement without a place');
          const { document, path } = at.source;
          expect(document.text.slice(element.start, element.end).startsWith(`<${element.name}`)).toBe(true);
          expect(path).toBe(at.scope === 'fragment' ? 'policyFragments/f/policy.xml' : paths[at.scope as keyof typeof paths]);
          if (at.scope !== 'fragment') expect(element.name.startsWith(at.scope)).toBe(true);
          waiting.push(...children);
        }
      }),
      { seed: seedOr(16), numRuns: times(100) },
    );
  });
});

/** What resources are made of, in no order. */
const resourcePieces = [
  'resource "azurerm_api_management_api_policy" "a" {\n',
  'resource "azurerm_api_management_api" "a" {\n',
  "resource a 'Microsoft.ApiManagement/service/apis/policies@2022-08-01' = ",
  "resource a 'apis' = [for a in a: if (a) {\n",
  '{ "type": "Microsoft.ApiManagement/service/policies", "apiVersion": "1", "name": "[concat(',
  'module "a" {\n  source = "./"\n',
  "module a 'main.bicep' = {\n",
  'locals {\n',
  '  api_name = azurerm_api_management_api.a.name\n',
  '  api_management_name = "${each.value["a"]}-${var.a}"\n',
  '  for_each = local.a\n',
  '  for_each = azurerm_api_management_api.a\n',
  '  xml_content = <<X\n<policies><inbound><base /></inbound></policies>\nX\n',
  "  properties: { value: '<policies><inbound /></policies>' }\n",
  '  parent: a\n',
  '  name: a.name\n',
  '  name = "${a}/${a}"\n',
  '"properties": { "value": "<policies><inbound /></policies>" }',
  'a = file("${path.module}/p.xml")\n',
  "var a = loadTextContent('p.xml')\n",
  "param a string = '${a}'\n",
  'output "a" { value = module.a["a"].a }\n',
  '${',
  '}\n',
  ']',
  ')',
  '"',
  "'",
  '\\',
  '%{ for a in a }',
  '__proto__ = constructor\n',
  '[*].0[0]["a"]',
];

describe('resources', () => {
  const texts = fc.array(fc.array(fc.constantFrom(...resourcePieces), { maxLength: 25 }), { minLength: 3, maxLength: 3 });

  test('are read whatever the texts are, and every place is one of its file', () => {
    fc.assert(
      fc.property(texts, ([terraform = [], bicep = [], json = []]) => {
        const files: ScopeFile[] = [
          { path: 'main.tf', text: terraform.join('') },
          { path: 'main.bicep', text: bicep.join('') },
          { path: 'azuredeploy.json', text: json.join('') },
          { path: 'p.xml', text: '<policies><inbound><base /></inbound></policies>' },
        ];
        const scopes = readScopes(files);
        for (const { services } of [scopes]) expect(new Set(services.map(({ root }) => root)).size).toBe(services.length);
        for (const found of listPaths(scopes)) effectivePolicy(scopes, found);
        for (const source of scopes.sources.values()) {
          const { text } = source.document;
          expect(source.offsetInFile(text.length)).toBeLessThanOrEqual(source.fileText.length);
          if (text !== '') expect(source.fileText.slice(source.offsetInFile(0))).toMatch(/^(?:<|\\|\s)/);
        }
        const holders = scopes.services.flatMap(service => [service.global, ...service.apis.map(({ policy }) => policy)]);
        for (const key of holders) if (key !== null) expect(scopes.sources.has(key)).toBe(true);
      }),
      { numRuns: times(300), seed: seedOr(14) },
    );
  });
});
