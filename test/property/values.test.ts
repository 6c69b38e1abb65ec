import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose, mentionedNames, readLoaders, readValueFile, ValueBook } from '../../src/core/index.js';

const paths = [
  'named values/t/namedValueInformation.json',
  'configuration.prod.yaml',
  'prod.tfvars',
  'prod.tfvars.json',
  'main.tf',
  'main.bicepparam',
  'main.bicep',
  'main.parameters.json',
  'any.json',
];
const pieces = [
  ...['{', '}', '[', ']', '"', "'", "'''", ':', ',', '=', '\n', ' ', '-', '<<X\n', 'X\n', '${', '%{', '\\', '#', '//', '/*', '@secure()'],
  ...[
    'namedValues:',
    '- name: a',
    '  properties:',
    '    value: b',
    'param a = ',
    'variable "a" {',
    'default',
    'sensitive = true',
    'locals {',
  ],
  ...[
    'templatefile("a", {',
    'replace(loadTextContent(',
    '"properties"',
    '"displayName"',
    '"value"',
    '"parameters"',
    'é',
    '\u2028',
    '\ufeff',
  ],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map(each => each.join('')),
  fc.string({ maxLength: 200, unit: 'binary' }),
);

describe('readers of values', () => {
  test('never throw, and give every value a line of the text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), text, (path, written) => {
        const lines = written.split(/\r\n|\r|\n/).length;
        const book = new ValueBook();
        const file = readValueFile(path, written, true);
        for (const { line } of file?.values ?? []) expect(line >= 1 && line <= lines).toBe(true);
        if (file !== null) book.addFile(file, 'found');
        for (const loaded of readLoaders(path, written)) book.addLoaded(loaded);
        book.valuesFor('a', 'prod', mentionedNames(`{{a}} \${a} ${written}`));
      }),
      { seed: 20260, numRuns: 400 },
    );
  });

  test('a finding shows no value but an id, a domain or an address', async () => {
    const secret = fc
      .string({ minLength: 6, maxLength: 30 })
      .filter(each => /^[!-~]+$/.test(each) && !/[{}<>&"'@$#%]|__/.test(each) && /\d/.test(each));
    const policy = `<policies><inbound><validate-azure-ad-token tenant-id="{{a}}" header-name="{{a}}" failed-validation-httpcode="{{a}}">
      <client-application-ids><application-id>{{a}}</application-id></client-application-ids><audiences><audience>\${a}</audience></audiences>
      <required-claims><claim name="{{a}}" match="{{a}}" separator="{{a}}"><value>{{a}}</value></claim></required-claims>
    </validate-azure-ad-token><validate-jwt require-signed-tokens="{{a}}" clock-skew="{{a}}"><openid-config url="{{a}}" /><issuer-signing-keys><key>{{a}}</key></issuer-signing-keys></validate-jwt></inbound></policies>`;
    await fc.assert(
      fc.asyncProperty(secret, async hidden => {
        fc.pre(!policy.includes(hidden) && !/\.[a-z]{2,}$/i.test(hidden));
        const found = await diagnose(policy, { now: 1, metadata: {}, namedValues: { a: hidden }, templateValues: { a: hidden } });
        expect(found.length).toBeGreaterThan(0);
        if (!/^\d+$/.test(hidden)) expect(JSON.stringify(found)).not.toContain(JSON.stringify(hidden).slice(1, -1));
      }),
      { seed: 20261, numRuns: 60 },
    );
  });
});
