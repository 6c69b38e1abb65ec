import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPolicies } from '../../../src/core/index.js';
import { elementsAround, elementsNamed } from '../../../src/core/policy/elements-named.js';
import { allElements, type PolicyElement } from '../../../src/core/policy/policy-tree.js';
import { listCases } from '../../harness/fixture-runner.js';

const policies = listCases()
  .map(({ folder }) => path.join(folder, 'policy.xml'))
  .flatMap(file => read(file))
  .filter(text => text.length < 3000);

/** Whole, and as it is half typed. */
const texts = policies.flatMap((text, index) => [text, text.slice(0, (text.length * (index % 7)) / 7)]);

const names = ['base', 'choose', 'when', 'set-header', 'include-fragment', 'set', 'claim', 'claims', 'return-response'];

describe('elements that are found by the text of their tags', () => {
  test('are those that a walk over the whole tree finds', () => {
    let count = 0;
    for (const text of texts) {
      const document = readPolicies(text);
      const all = document.tree === null ? [] : allElements(document.tree);
      for (const wanted of [['claim'], names]) {
        const found = elementsNamed(document, ...wanted);
        count += found.length;
        expect(startsOf(found)).toEqual(startsOf(all.filter(({ name }) => wanted.includes(name))));
      }
    }
    expect(count).toBeGreaterThan(500);
  });

  test.each([
    ['in a comment', '<policies><inbound><!-- <base /> --><base /></inbound></policies>'],
    ['in an expression', '<policies><inbound><set-body>@("<base />")</set-body><base /></inbound></policies>'],
    ['in a CDATA section', '<policies><inbound><x><![CDATA[<base />]]></x><base /></inbound></policies>'],
    ['that begin a longer name', '<policies><inbound><base-url /><base /></inbound></policies>'],
  ])('are no letters %s', (_, text) => {
    expect(startsOf(elementsNamed(readPolicies(text), 'base'))).toEqual([text.lastIndexOf('<base />')]);
  });
});

test('elements around offsets are those that hold one of them, each once', () => {
  for (const text of texts) {
    const { tree } = readPolicies(text);
    if (tree === null) continue;
    const offsets = Array.from({ length: 5 }, (_, index) => Math.floor((text.length * index) / 5));
    const expected = allElements(tree).filter(({ start, end }) => offsets.some(offset => start <= offset && offset < end));
    expect(startsOf(elementsAround(tree, offsets))).toEqual(startsOf(expected));
  }
});

function startsOf(elements: readonly PolicyElement[]): number[] {
  return elements.map(({ start }) => start);
}

function read(file: string): string[] {
  try {
    return [readFileSync(file, 'utf8')];
  } catch {
    return [];
  }
}
