// What stands around each policy of an instance: its scope, the ways from it to the broadest one, and the token policies on them.
import { describe, expect, test } from 'vitest';
import { pathWithin, readScopes } from '../../../src/core/index.js';
import { readPolicies } from '../../../src/core/policy/read-policies.js';
import { isFollowed, listMetPolicies, writePlace } from '../../../src/core/scopes/met-policies.js';
import { listNotRead } from '../../../src/core/scopes/not-read.js';
import { pathOf, withDocument, type Path } from '../../../src/core/scopes/path.js';
import { resolvePath } from '../../../src/core/scopes/resolve-path.js';
import type { EffectivePolicy } from '../../../src/core/scopes/effective-policy.js';
import { findSurroundings, policiesOf, rootsOf } from '../../../src/core/scopes/surroundings.js';

const document = (inbound: string): string => `<policies><inbound>${inbound}</inbound></policies>`;

const texts = {
  'policy.xml': document('<validate-jwt header-name="Authorization" />'),
  'policyFragments/f/policy.xml': '<fragment><rate-limit /></fragment>',
  'products/p/policy.xml': document('<base /><choose><when condition="@(x)"><validate-jwt header-name="P" /></when></choose>'),
  'products/p/apis.json': '["a"]',
  'products/q/apis.json': '["a"]',
  'apis/a/policy.xml': document('<set-header name="x" /><base />'),
  'apis/a;rev=2/policy.xml': document('<base />'),
  'apis/a/operations/get/policy.xml': document('<base /><include-fragment fragment-id="f" />'),
  'apis/b/policy.xml': document(''),
  'workspaces/w/policy.xml': document('<base /><include-fragment fragment-id="none" />'),
  'workspaces/w/policyFragments/wf/policy.xml': '<fragment />',
  'workspaces/w/products/wp/policy.xml': document('<base />'),
  'workspaces/w/products/wp/apis.json': '["wa"]',
  'workspaces/w/apis/wa/policy.xml': document('<base />'),
};
const all = (): ReturnType<typeof readScopes> => readScopes(Object.entries(texts).map(([path, text]) => ({ path, text })));

const names = ({ sections }: EffectivePolicy): string =>
  sections.inbound.map(({ at, element, gap }) => gap?.reason ?? `${at?.scope ?? ''}:${element?.name ?? ''}`).join(' ');

const met = (policy: EffectivePolicy): string =>
  listMetPolicies(policy)
    .map(({ policy: { element }, at, always }) => `${writePlace(at, element.start)}${always ? '' : '?'}`)
    .join(' ');

/** The scope of a policy, then each way up: its product, what is met, what of it stands beyond, the token policies, whether all was followed. */
function around(key: string): unknown {
  const found = findSurroundings(all(), key);
  if (found === null) return null;
  const { scope, name, workspace } = found.met;
  return [
    [scope, name, workspace, found.api?.name ?? null],
    ...found.upward.map(({ product, policy, beyond }) => [product, names(policy), names(beyond), met(policy), isFollowed(policy)]),
  ];
}

const global = 'global:validate-jwt';
const here = 'policy.xml:1';
const there = 'policy.xml:1 products/p/policy.xml:1?';

describe('the surroundings', () => {
  test.each([
    [
      'policy.xml',
      [
        ['global', null, null, null],
        [null, global, '', here, true],
      ],
    ],
    [
      'policyFragments/f/policy.xml',
      [
        ['fragment', 'f', null, null],
        [null, 'fragment:rate-limit', '', '', true],
      ],
    ],
    [
      'products/p/policy.xml',
      [
        ['product', 'p', null, null],
        ['p', `${global} product:choose`, global, there, true],
      ],
    ],
    ['products/p/apis.json', null],
    [
      'apis/a/policy.xml',
      [
        ['api', 'a', null, 'a'],
        ['p', `api:set-header ${global} product:choose`, `${global} product:choose`, there, true],
        ['q', `api:set-header ${global}`, global, here, true],
        [null, `api:set-header ${global}`, global, here, true],
      ],
    ],
    [
      'apis/a;rev=2/policy.xml',
      [
        ['api', 'a;rev=2', null, 'a;rev=2'],
        ['p', `${global} product:choose`, `${global} product:choose`, there, true],
        ['q', global, global, here, true],
        [null, global, global, here, true],
      ],
    ],
    [
      'apis/a/operations/get/policy.xml',
      [
        ['operation', 'get', null, 'a'],
        ['p', `api:set-header ${global} product:choose fragment:rate-limit`, `api:set-header ${global} product:choose`, there, true],
        ['q', `api:set-header ${global} fragment:rate-limit`, `api:set-header ${global}`, here, true],
        [null, `api:set-header ${global} fragment:rate-limit`, `api:set-header ${global}`, here, true],
      ],
    ],
    [
      'apis/b/policy.xml',
      [
        ['api', 'b', null, 'b'],
        [null, '', global, '', true],
      ],
    ],
    [
      'workspaces/w/policy.xml',
      [
        ['workspace', 'w', 'w', null],
        [null, `${global} fragment-absent`, global, here, false],
      ],
    ],
    [
      'workspaces/w/policyFragments/wf/policy.xml',
      [
        ['fragment', 'wf', 'w', null],
        [null, '', '', '', true],
      ],
    ],
    [
      'workspaces/w/products/wp/policy.xml',
      [
        ['product', 'wp', 'w', null],
        ['wp', `${global} fragment-absent`, `${global} fragment-absent`, here, false],
      ],
    ],
    [
      'workspaces/w/apis/wa/policy.xml',
      [
        ['api', 'wa', 'w', 'wa'],
        ['wp', `${global} fragment-absent`, `${global} fragment-absent`, here, false],
        [null, `${global} fragment-absent`, `${global} fragment-absent`, here, false],
      ],
    ],
  ])('%s', (key, expected) => {
    expect(around(key)).toEqual(expected);
    expect(rootsOf(all(), key)).toEqual(expected === null ? [] : ['']);
  });

  test('every policy of an instance is listed once', () => {
    expect([...policiesOf(all().services[0])].sort()).toEqual(
      Object.keys(texts)
        .filter(path => path.endsWith('.xml'))
        .sort(),
    );
    expect([...policiesOf(undefined)]).toEqual([]);
  });
});

describe('a path', () => {
  const within = (file: string): Path => {
    const path = pathWithin(all(), file, at => ({ now: at.scope === 'api' ? 1 : 2, metadata: {} }));
    if (path === null) throw new Error('no path');
    return path;
  };

  test('of an edited document has what stands around it anew, and knows there what it knew', () => {
    const path = within('apis/b/policy.xml');
    const other = readPolicies(document('<base /><mock-response />'));
    const edited = withDocument(path, other);
    expect([edited.document === other, edited.documents.length, edited.documents[0] === other]).toEqual([true, 1, true]);
    expect(edited.around?.upward.map(({ policy }) => names(policy))).toEqual([`${global} api:mock-response`]);
    expect(path.around?.upward.map(({ policy }) => names(policy))).toEqual(['']);
    const own = edited.around?.met;
    expect(own && edited.factsOf?.(own).now).toBe(1);
    expect(own && edited.factsOf?.({ ...own, scope: 'global' }).now).toBe(2);
    expect(own?.source.placeOf(0)).toEqual({ line: 1, column: 1 });
  });

  test('without surroundings stays without them', () => {
    const path = pathOf(readPolicies(document('')));
    const other = readPolicies(document('<base />'));
    expect(withDocument(path, other)).toEqual({ documents: [other], document: other });
  });

  test('is the very same where nothing is filled in, and has each document filled in where something is', () => {
    const path = pathOf(readPolicies(document('<validate-jwt header-name="{{name}}" />')));
    expect(resolvePath(path, {})).toBe(path);
    const filled = resolvePath(path, { namedValues: { name: 'Authorization' } });
    expect(filled.document).not.toBe(path.document);
    expect(filled.documents).toEqual([filled.document]);
    expect(filled.document.tokenPolicies[0]?.element.attributes[0]?.value.value).toBe('Authorization');
  });
});

test.each([
  [
    document('<base /><include-fragment fragment-id="f" /><include-fragment />'),
    ['base - @19-27', 'fragment f @27-63', 'fragment - @63-83'],
  ],
  ['<fragment><base /></fragment>', ['base - @10-18']],
  [
    '<policies><inbound>%{ if x }<base />%{ endif }</inbound><outbound><base /></outbound></policies>',
    ['condition %{ if x } @19-28', 'base - @28-36'],
  ],
  [document('%{ if x }<validate-jwt /><base /><set-header />%{ endif }<mock-response />'), ['condition %{ if x } @19-28', 'base - @44-52']],
  [document('%{ if x }<set-header />%{ endif }'), []],
  ['x', []],
])('what stands for others in %s', (text, expected) => {
  expect(
    listNotRead(readPolicies(text)).map(({ kind, name, start, end }) => `${kind} ${name ?? '-'} @${String(start)}-${String(end)}`),
  ).toEqual(expected);
});
