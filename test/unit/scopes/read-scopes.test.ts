import { describe, expect, it } from 'vitest';
import { effectivePolicy, listPaths, readScopes, withText, type ScopeFile } from '../../../src/core/index.js';

const policies = (inbound: string): string => `<policies><inbound>${inbound}</inbound></policies>`;
const json = (value: unknown): string => JSON.stringify(value);
const file = (path: string, text: string): ScopeFile => ({ path, text });

describe('where files stand', () => {
  it('names instance, workspace and scope, in every spelling', () => {
    const { services, problems } = readScopes([
      file('dev/policy.xml', policies('')),
      file('dev/policy fragments/a/policy.xml', '<fragment />'),
      file('dev/policyFragments/b/policyFragmentInformation.json', json({ properties: { format: 'xml', value: '<fragment />' } })),
      file('dev/policy_fragments/c/policy.xml', '<fragment />'),
      file('dev/apis/orders/api_information.json', json({ properties: { path: 'o', subscriptionRequired: false, type: 'mcp' } })),
      file('dev/apis/orders/operations/get/operation_information.json', '{}'),
      file('dev/apis/orders/operations/put/policy.xml', policies('')),
      file('dev/apis/orders;rev=3/policy.xml', policies('')),
      file('dev/products/one/productInformation.json', json({ properties: { subscriptionRequired: true } })),
      file('dev/products/one/apis.json', json([{ name: 'orders' }, 'orders', { name: 5 }, null])),
      file('dev/products/two/apis/orders/product_api_information.json', '{}'),
      file('dev/workspaces/ws/apis/items/policy.xml', policies('')),
      file('dev/workspaces/ws/policy.xml', policies('')),
      file('prod\\apis\\orders\\policy.xml', policies('')),
      file('elsewhere/policy.xml', policies('')),
      file('src/readme.md', ''),
    ]);
    expect(problems).toEqual([]);
    expect(services.map(({ root }) => root)).toEqual(['dev', 'prod']);
    const [dev] = services;
    expect(dev?.global).toBe('dev/policy.xml');
    expect(dev?.workspaces).toEqual([{ name: 'ws', policy: 'dev/workspaces/ws/policy.xml' }]);
    expect(dev?.products.map(({ name, apis, subscriptionRequired }) => [name, apis, subscriptionRequired])).toEqual([
      ['one', ['orders'], true],
      ['two', ['orders'], null],
    ]);
    expect(dev?.apis.map(({ name, workspace, revisionOf, isMcp, path }) => [name, workspace, revisionOf, isMcp, path])).toEqual([
      ['orders', null, null, true, 'o'],
      ['orders;rev=3', null, 'orders', false, null],
      ['items', 'ws', null, false, null],
    ]);
    expect(dev?.apis[0]?.operations).toEqual([
      { name: 'get', policy: null },
      { name: 'put', policy: 'dev/apis/orders/operations/put/policy.xml' },
    ]);
    expect(dev?.fragments.map(({ name, policy }) => [name, policy])).toEqual([
      ['a', 'dev/policy fragments/a/policy.xml'],
      ['b', 'dev/policyFragments/b/policyFragmentInformation.json'],
      ['c', 'dev/policy_fragments/c/policy.xml'],
    ]);
  });

  it('decodes the steps of addresses, and of nothing else', () => {
    const { services } = readScopes([
      file('file:///w/policy%20fragments/a/policy.xml', '<fragment />'),
      file('w/policy%20fragments/a/policy.xml', '<fragment />'),
    ]);
    expect(services.map(({ root, fragments }) => [root, fragments.length])).toEqual([['file:///w', 1]]);
  });
});

describe('wrong and hostile files', () => {
  it('are said and not thrown', () => {
    const { services, problems } = readScopes([
      file('apis/a/apiInformation.json', '{"properties": 5'),
      file('apis/a/specification.json', '[]'),
      file('apis/a/specification.yaml', 'openapi: 3'),
      file('products/p/apis.json', '{}'),
      file('products/p/apis/none/productApiInformation.json', ''),
      file('apis/a/policy.xml', 'no policy'),
      {
        path: 'products/p/productInformation.json',
        text: () => {
          throw new Error('gone');
        },
      },
      file('policyFragments/f/policyFragmentInformation.json', json({ properties: { value: { deep: 1 } } })),
      file('apis/__proto__/policy.xml', policies('')),
      file('apis/constructor/apiInformation.json', json({ properties: { path: { toString: 1 } } })),
      file(`${'apis/'.repeat(2000)}policy.xml`, policies('')),
    ]);
    expect(problems).toEqual([
      { path: 'apis/a/apiInformation.json', code: 'not-json', name: null },
      { path: 'apis/a/specification.json', code: 'not-json', name: null },
      { path: 'apis/a/specification.yaml', code: 'not-json', name: null },
      { path: 'products/p/apis.json', code: 'not-json', name: null },
      { path: 'products/p/productInformation.json', code: 'unreadable', name: null },
      { path: 'products/p/apis/none/productApiInformation.json', code: 'unknown-api', name: 'none' },
    ]);
    expect(services.flatMap(({ apis }) => apis.map(({ name }) => name))).toContain('__proto__');
  });

  it('end: circles, fragments in fragments, and doublings of doublings', () => {
    const bomb = Array.from({ length: 15 }, (_, index) =>
      file(`policyFragments/f${index}/policy.xml`, `<fragment>${`<include-fragment fragment-id="f${index + 1}" />`.repeat(10)}</fragment>`),
    );
    const scopes = readScopes([
      file('policy.xml', policies('<include-fragment fragment-id="f0" /><include-fragment fragment-id="round" />')),
      file('apis/a/policy.xml', policies('<base />')),
      file('policyFragments/round/policy.xml', '<fragment><include-fragment fragment-id="round" /></fragment>'),
      ...bomb,
    ]);
    const [target] = listPaths(scopes);
    if (target === undefined) throw new Error('no path');
    const { sections } = effectivePolicy(scopes, target);
    expect(sections.inbound.length).toBeLessThan(200_000);
    const reasons = new Set(sections.inbound.map(({ gap }) => gap?.reason));
    expect(reasons).toContain('too-long');
    const small = withText(scopes, 'policyFragments/f0/policy.xml', '<fragment />');
    const again = small && effectivePolicy(small, target).sections.inbound.map(({ gap }) => gap);
    expect(again).toEqual([{ kind: 'fragment', name: 'round', reason: 'fragment-circle' }]);
  });
});

describe('another text', () => {
  it('is put in the place of a policy, and of no file that says which scopes there are', () => {
    const scopes = readScopes([
      file('apis/a/policy.xml', policies('')),
      file('apis/a/apiInformation.json', '{"properties": {}}'),
      file('policyFragments/f/policyFragmentInformation.json', json({ properties: { value: '<fragment />' } })),
    ]);
    const changed = withText(scopes, 'apis/a/policy.xml', policies('<base />'));
    expect(changed?.sources.get('apis/a/policy.xml')?.document.text).toBe(policies('<base />'));
    expect(changed?.services).toBe(scopes.services);
    expect(withText(scopes, 'apis/a/apiInformation.json', '{}')).toBeNull();
    expect(withText(scopes, 'policyFragments/f/policyFragmentInformation.json', '{}')).toBeNull();
    expect(withText(scopes, 'apis/b/policy.xml', '')).toBeNull();
  });
});
