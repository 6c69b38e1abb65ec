import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { mentionedNames, readPolicies } from '../../../src/core/index.js';
import { allElements, type PolicyElement } from '../../../src/core/policy/policy-tree.js';
import { resolveDocument } from '../../../src/core/policy/resolve-document.js';
import { listCases } from '../../harness/fixture-runner.js';

const text = `<policies><inbound>
  <validate-azure-ad-token tenant-id="{{tenant}}" header-name="\${header}">
    <audiences><audience>api://{{api}}</audience><audience>{{other}}</audience></audiences>
    <required-claims><claim name="__CLAIM__"><value>$(scope)</value></claim></required-claims>
  </validate-azure-ad-token>
</inbound></policies>`;
const known = {
  namedValues: { tenant: 'contoso.example', api: 'orders' },
  templateValues: { header: 'X-Token', CLAIM: 'scp', scope: 'read {{api}}' },
};

describe('a document with its values filled in', () => {
  const written = readPolicies(text);
  const resolved = resolveDocument(written, known);
  const policy = resolved.tokenPolicies[0];

  test('reads as the gateway reads it', () => {
    expect(policy?.attributes['tenant-id']).toMatchObject({ value: 'contoso.example', state: 'literal' });
    expect(policy?.attributes['header-name']?.value).toBe('X-Token');
    expect(policy?.audiences.map(({ value, state }) => [value, state])).toEqual([
      ['api://orders', 'literal'],
      ['{{other}}', 'unresolved'],
    ]);
    expect(policy?.requiredClaims[0]).toMatchObject({ name: 'scp', values: [{ value: 'read orders', state: 'literal' }] });
  });

  test('keeps every span, and what the policy writes', () => {
    const value = policy?.audiences[0];
    expect(text.slice(value?.start, value?.end)).toBe('api://{{api}}');
    expect(value?.filled).toMatchObject({ written: { value: 'api://{{api}}' }, uses: [{ kind: 'named-value', name: 'api' }] });
    expect(policy?.requiredClaims[0]?.values[0]?.filled?.uses).toEqual([
      { kind: 'template', name: 'scope' },
      { kind: 'named-value', name: 'api' },
    ]);
  });

  test('is the very same where nothing is known of it', () => {
    expect(resolveDocument(written, { namedValues: { nobody: 'x' } })).toBe(written);
    expect(resolveDocument(written, {})).toBe(written);
    expect(resolveDocument(resolved, known)).toBe(resolved);
  });

  test('has the same elements in its tree and in its token policies', () => {
    const audiences = policy?.element.children.find(child => child.type === 'element' && child.name === 'audiences');
    expect(resolved.tree && JSON.stringify(resolved.tree).includes('api://orders')).toBe(true);
    const inbound = resolved.tree?.children.find(child => child.type === 'element');
    expect(inbound?.type === 'element' && inbound.children.some(child => child === policy?.element)).toBe(true);
    expect(audiences).toBeDefined();
  });
});

describe('template variables', () => {
  const valueOf = (raw: string) => readPolicies(`<policies a="${raw}"/>`).tree?.attributes[0]?.value;

  test.each([
    ['${tenant_id}', 'tenant_id'],
    ['${ var.tenant_id }', 'var.tenant_id'],
    ['#{tenant}#', 'tenant'],
    ['#{tenant}', 'tenant'],
    ['__TENANT_ID__', 'TENANT_ID'],
    ['$(tenant)', 'tenant'],
    ['{tenant}', 'tenant'],
    ['<%= tenant %>', 'tenant'],
    ['{#[TENANT]#}', 'TENANT'],
  ])('%s is the variable %s', (raw, variable) => {
    expect(valueOf(raw)).toMatchObject({ state: 'unresolved', parts: [{ variable }] });
  });

  test.each(['a__b__c', '____', '__-__', '$()', '$(1)', '#{}', '$${tenant}', '{#[]#}'])('%s is none', raw => {
    expect(valueOf(raw)?.parts.every(({ kind }) => kind === 'literal')).toBe(true);
  });

  test('what Terraform works out is no name', () => {
    expect(valueOf('${lower(var.x)}')?.parts).toMatchObject([{ kind: 'terraform', text: '${lower(var.x)}' }]);
    expect(valueOf('${lower(var.x)}')?.parts[0]?.variable).toBeUndefined();
  });

  test('a tag is text to XML, in a value and between elements', () => {
    const document = readPolicies(
      '<policies><inbound><% if x %><validate-jwt header-name="<%= h["a"] %>"><audiences><audience><%= aud %></audience></audiences></validate-jwt></inbound></policies>',
    );
    expect(document.break).toBeNull();
    expect(document.tokenPolicies[0]?.audiences[0]).toMatchObject({ state: 'unresolved', parts: [{ variable: 'aud' }] });
  });

  test('a variable of Terraform is found by the name of the variable', () => {
    const document = readPolicies('<policies><inbound><validate-azure-ad-token tenant-id="${var.tenant}"/></inbound></policies>');
    const resolved = resolveDocument(document, { templateValues: { tenant: 'contoso.example' } });
    expect(resolved.tokenPolicies[0]?.attributes['tenant-id']?.value).toBe('contoso.example');
  });

  test('a value with markup is filled in nowhere', () => {
    const document = readPolicies('<policies><inbound><validate-jwt><audiences>${list}</audiences></validate-jwt></inbound></policies>');
    expect(resolveDocument(document, { templateValues: { list: '<audience>a</audience>' } })).toBe(document);
  });
});

/** All that is filled in below an element. */
function listFilled(root: PolicyElement | null): unknown[] {
  const elements = root === null ? [] : allElements(root);
  const values = elements.flatMap(({ attributes, value }) => [...attributes.map(attribute => attribute.value), value]);
  return values.flatMap(({ filled, ...value }) => (filled === undefined ? [] : [value]));
}

test('where named values alone are known, only what may name one is looked at, and all that does is found', () => {
  let count = 0;
  const byNumber = '<policies><inbound><set-body a="&#123;{name}}">@("{&#x7b;name}}")</set-body></inbound></policies>';
  const policies = listCases().map(({ folder }) => readFileSync(path.join(folder, 'policy.xml'), 'utf8'));
  for (const [index, policy] of [byNumber, ...policies].entries()) {
    // Whole, and as it is half typed.
    const document = readPolicies(index % 3 === 1 ? policy.slice(0, policy.length / 2) : policy);
    const namedValues = Object.fromEntries([...mentionedNames(document.text).namedValues, 'name'].map(name => [name, 'filled']));
    const sparse = resolveDocument(document, { namedValues });
    // A template value that nobody names has every element looked at.
    const whole = resolveDocument(document, { namedValues, templateValues: { 'nobody names it': '' } });
    const filled = listFilled(sparse.tree);
    count += filled.length;
    expect(filled).toEqual(listFilled(whole.tree));
    expect(sparse.tokenPolicies.map(({ element }) => listFilled(element))).toEqual(
      whole.tokenPolicies.map(({ element }) => listFilled(element)),
    );
  }
  expect(count).toBeGreaterThan(30);
});
