import { describe, expect, test } from 'vitest';
import { mentionedNames, readLoaders, readValueFile, ValueBook } from '../../../src/core/index.js';

function book(files: Record<string, string>, given: Record<string, string> = {}): ValueBook {
  const values = new ValueBook();
  for (const [path, text] of Object.entries(files)) {
    const file = readValueFile(path, text);
    if (file !== null) values.addFile(file, 'found');
    for (const loaded of readLoaders(path, text)) values.addLoaded(loaded);
  }
  values.addGiven('any', given, 'option', null);
  return values;
}

const names = mentionedNames('{{tenant}} {{key}} ${tenant_id} ${var.tenant_id} __TENANT__ ${tenant}');
const information = (name: string, value: string, secret = false): string =>
  JSON.stringify({ properties: { displayName: name, value, secret } });

describe('which value counts', () => {
  test('only names that the document mentions', () => {
    const values = book({ 'terraform.tfvars': 'tenant_id = "a"\nother = "b"' });
    expect(values.valuesFor('policy.xml', null, names).templateValues).toEqual({ tenant_id: 'a' });
  });

  test("the set's before those of all sets, and none of another set", () => {
    const values = book({
      'terraform.tfvars': 'tenant_id = "all"',
      'prod.tfvars': 'tenant_id = "prod"',
      'dev.tfvars': 'tenant_id = "dev"',
    });
    expect(values.sets).toEqual(['dev', 'prod']);
    const tenant = (set: string | null): string | undefined => values.valuesFor('p.xml', set, names).templateValues['tenant_id'];
    expect([tenant(null), tenant('dev'), tenant('prod')]).toEqual(['all', 'dev', 'prod']);
    expect(values.valuesFor('p.xml', 'prod', names).templateSources['tenant_id']).toEqual({
      from: 'file',
      path: 'prod.tfvars',
      line: 1,
      set: 'prod',
    });
  });

  test("a workspace's own before the instance's, for its documents alone", () => {
    const values = book({
      'apim/named values/t/namedValueInformation.json': information('tenant', 'instance'),
      'apim/workspaces/w/named values/t/namedValueInformation.json': information('tenant', 'workspace'),
      'apim/workspaces/w/named values/k/namedValueInformation.json': information('key', 'only there'),
      'other/named values/t/namedValueInformation.json': information('tenant', 'other'),
    });
    const known = (path: string): object => values.valuesFor(path, null, names).namedValues;
    expect(known('apim/workspaces/w/apis/a/policy.xml')).toEqual({ tenant: 'workspace', key: 'only there' });
    expect(known('apim/apis/a/policy.xml')).toEqual({ tenant: 'instance' });
    expect(known('other/policy.xml')).toEqual({ tenant: 'other' });
  });

  test('a name to which files give different values has none where nothing says which', () => {
    const values = book({
      'a/named values/t/namedValueInformation.json': information('tenant', 'one'),
      'b/named values/t/namedValueInformation.json': information('tenant', 'other'),
    });
    const { namedValues, sources } = values.valuesFor('elsewhere/policy.xml', null, names);
    expect(namedValues).toEqual({});
    expect(sources['tenant']?.problem).toBe('Several files of the workspace give it different values.');
  });

  test('overrides go by the name of the resource', () => {
    const values = book({
      'configuration.prod.yaml': 'namedValues:\n- name: t\n  properties:\n    value: prod\n',
      'apim/named values/t/namedValueInformation.json': information('tenant', 'base'),
    });
    expect(values.valuesFor('apim/policy.xml', 'prod', names).namedValues).toEqual({ tenant: 'prod' });
    expect(values.valuesFor('apim/policy.xml', null, names).namedValues).toEqual({ tenant: 'base' });
  });

  test("an override is that of the instance's value, not of a workspace's own", () => {
    const values = book({
      'apim/configuration.prod.yaml': 'namedValues:\n- name: t\n  properties:\n    value: prod\n',
      'apim/named values/t/namedValueInformation.json': information('tenant', 'instance'),
      'apim/workspaces/w/named values/own/namedValueInformation.json': information('tenant', 'workspace'),
    });
    const known = (path: string): object => values.valuesFor(path, 'prod', names).namedValues;
    expect(known('apim/workspaces/w/apis/a/policy.xml')).toEqual({ tenant: 'workspace' });
    expect(known('apim/workspaces/other/apis/a/policy.xml')).toEqual({ tenant: 'prod' });
    expect(known('apim/apis/a/policy.xml')).toEqual({ tenant: 'prod' });
  });

  test('an override names a resource of the instance, though a workspace has one of the same name with another name to show', () => {
    const values = book({
      'apim/configuration.prod.yaml': 'namedValues:\n- name: t\n  properties:\n    value: prod\n',
      'apim/named values/t/namedValueInformation.json': information('tenant', 'instance'),
      'apim/workspaces/w/named values/t/namedValueInformation.json': information('key', 'workspace'),
    });
    const known = (path: string): object => values.valuesFor(path, 'prod', names).namedValues;
    expect(known('apim/apis/a/policy.xml')).toEqual({ tenant: 'prod' });
    expect(known('apim/workspaces/w/apis/a/policy.xml')).toEqual({ tenant: 'prod', key: 'workspace' });
  });

  test('what is filled in on deployment is filled in here', () => {
    const values = book({ 'configuration.prod.yaml': 'namedValues:\n- name: tenant\n  properties:\n    value: "x/{#[T]#}"\n' }, { T: 'y' });
    expect(values.valuesFor('policy.xml', 'prod', names).namedValues).toEqual({ tenant: 'x/y' });
  });

  test('a secret stays one, whoever gives it a value', () => {
    const values = book({ 'apim/named values/k/namedValueInformation.json': information('key', 'hidden', true) });
    expect(values.valuesFor('apim/policy.xml', null, names)).toMatchObject({ namedValues: {}, sources: { key: { secret: true } } });
    values.addGiven('any', { key: 'given' }, 'option', null);
    const { namedValues, sources } = values.valuesFor('apim/policy.xml', null, names);
    expect([namedValues, sources['key']]).toEqual([{ key: 'given' }, { from: 'setting', given: 'option', secret: true }]);
  });

  test('an argument counts for the file that is loaded, and leads through variables', () => {
    const values = book({
      'main.tf':
        'variable "t" {\n  default = "default"\n}\nlocals {\n  l = var.t\n}\nx = templatefile("${path.module}/p.tftpl", { tenant = local.l })\n',
      'prod.tfvars': 't = "prod"',
    });
    const tenant = (path: string, set: string | null): string | undefined => values.valuesFor(path, set, names).templateValues['tenant'];
    expect([tenant('p.tftpl', null), tenant('p.tftpl', 'prod'), tenant('q.tftpl', 'prod')]).toEqual(['default', 'prod', undefined]);
  });

  test('values that lead to themselves end', () => {
    const values = book({ 'main.tf': 'locals {\n  a = local.b\n  b = local.a\n}\nx = templatefile("p.tftpl", { tenant = local.a })\n' });
    expect(values.valuesFor('p.tftpl', null, names).templateValues).toEqual({});
  });

  test('what was given comes before every file', () => {
    const values = book({ 'prod.tfvars': 'tenant_id = "prod"' }, { tenant_id: 'given', tenant: 'given' });
    const found = values.valuesFor('p.xml', 'prod', names);
    expect(found.templateValues).toEqual({ tenant_id: 'given', tenant: 'given' });
    expect(found.namedValues).toEqual({ tenant: 'given' });
  });

  test('no name reaches a prototype', () => {
    const values = book({}, { constructor: 'x', ['__proto__']: 'y' });
    expect(values.valuesFor('p.xml', null, mentionedNames('{{constructor}}{{toString}}')).namedValues).toEqual({ constructor: 'x' });
  });
});
