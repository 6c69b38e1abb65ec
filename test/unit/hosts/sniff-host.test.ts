import { describe, expect, it } from 'vitest';
import { sniffHost } from '../../../src/core/hosts/sniff-host.js';
import { readHost } from '../../../src/core/index.js';
import { embeddings } from '../../harness/embeddings.js';

const policy = '<policies>\n    <inbound>\n        <base />\n    </inbound>\n</policies>\n';
const sniff = (name: string, text: string, all = false): 'policy' | 'loads' | null => sniffHost(name, length => text.slice(0, length), all);

describe('a look at a host', () => {
  it.each(embeddings)('sees a policy in $form', ({ embed, file }) => {
    for (const text of [policy, policy.replace(/\n */g, ''), '<fragment><base /></fragment>']) {
      const host = embed(text);
      if (host === null || readHost(host, file, { all: true })?.policies.length !== 1) continue;
      expect(sniff(file, host, true)).toBe('policy');
    }
  });

  it('sees brackets that JSON escapes, and a piece without a root, which is not read but said', () => {
    expect(sniff('azuredeploy.json', '{ "value": "\\u003cpolicies\\u003e\\u003cinbound /\\u003e\\u003c/policies\\u003e" }')).toBe('policy');
    expect(sniff('main.tf', 'x = "<validate-jwt header-name=\\"Authorization\\" />"')).toBe('policy');
  });

  it('sees a policy that is named by its address', () => {
    expect(sniff('main.tf', '  xml_link = "https://example.org/orders.xml"')).toBe('policy');
    expect(sniff('main.bicep', "    format: 'rawxml-link'")).toBe('policy');
    expect(sniff('azuredeploy.json', '{ "format": "xml-link" }')).toBe('policy');
    expect(sniff('notes.md', '`"format": "xml-link"`', true)).toBeNull();
  });

  it('tells a file that only loads policies', () => {
    expect(sniff('main.tf', 'x = templatefile("${path.module}/policies/orders.xml.tftpl", {})')).toBe('loads');
    expect(sniff('main.bicep', "var x = loadTextContent('orders.xml')")).toBe('loads');
    expect(sniff('main.tf', 'x = file("notes.txt")')).toBeNull();
  });

  it('looks at Markdown, YAML and programs only where it was asked to, and at other files never', () => {
    const asked: string[] = [];
    const read = (text: string) => (): string => {
      asked.push(text);
      return text;
    };
    for (const name of ['README.md', 'policy.yaml', 'Policies.cs', 'policies.ts', 'policies.py', 'policies.ps1']) {
      expect(sniffHost(name, read(policy), false)).toBeNull();
      expect(asked).toEqual([]);
      expect(sniff(name, policy, true)).toBe('policy');
    }
    expect(sniffHost('notes.txt', read(policy), true)).toBeNull();
    expect(sniffHost('policy.xml', read(policy), true)).toBeNull();
    expect(asked).toEqual([]);
  });

  it('passes over what is about something else, and what is too long', () => {
    expect(sniff('package.json', '{ "policies": ["a"], "fragment": "<Fragment>" }')).toBeNull();
    expect(sniff('main.tf', 'resource "azurerm_policy_definition" "policies" {}')).toBeNull();
    expect(sniff('main.json', `{ "a": "${' '.repeat(2 * 1024 * 1024)}", "b": "<policies>" }`)).toBeNull();
  });
});
