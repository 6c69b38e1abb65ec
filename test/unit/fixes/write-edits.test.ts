import { describe, expect, it } from 'vitest';
import { readHost, writeEdits } from '../../../src/core/index.js';

const policy = '<policies><inbound><rate-limit calls="@(1 < 2 ? "5" : "6")" /></inbound></policies>';

/** The edit that puts one text in the place of another. */
const replace = (text: string, from: string, to: string) => {
  const start = text.indexOf(from);
  return { start, end: start + from.length, text: to };
};

describe('edits that are to be written', () => {
  it('are written where the result is XML, whatever its expressions hold', () => {
    const edits = [replace(policy, '"5"', '"<7"')];
    expect(writeEdits({ text: policy, name: 'policy.xml' }, null, edits)).toEqual({ edits });
    expect(writeEdits({ text: policy, name: 'policy.xml' }, null, [])).toEqual({ edits: [] });
  });

  it('are refused where they would make no XML of what was XML', () => {
    const edits = [replace(policy, ' /></inbound>', '></inbound>')];
    expect(writeEdits({ text: policy, name: 'policy.xml' }, null, edits)).toMatchObject({ refusal: { name: 'fix-breaks-xml' } });
  });

  it('are written where it was no XML before: that may be what they mend', () => {
    const broken = policy.replace('</inbound>', '');
    const edits = [replace(broken, 'rate-limit', 'rate-limits')];
    expect(writeEdits({ text: broken, name: 'policy.xml' }, null, edits)).toEqual({ edits });
  });

  it('are measured in a host on the policy that stands there, not on the host', () => {
    const host = `resource "azurerm_api_management_policy" "p" {\n  xml_content = <<XML\n${policy}\nXML\n}\n`;
    const [embedded] = readHost(host, 'main.tf', { all: true })?.policies ?? [];
    if (embedded === undefined) throw new Error('no policy');
    const breaking = [replace(embedded.text, ' /></inbound>', '></inbound>')];
    expect(writeEdits({ text: host, name: 'main.tf' }, embedded, breaking)).toMatchObject({ refusal: { name: 'fix-breaks-xml' } });
    const harmless = writeEdits({ text: host, name: 'main.tf' }, embedded, [replace(embedded.text, 'rate-limit', 'rate-limits')]);
    expect(harmless).toMatchObject({ edits: [{ text: 'rate-limits' }] });
  });
});
