// What means itself in a host (`$${x}` of Terraform, `\${x}` of Bicep) is the text it is to the gateway, before a fix and after it.
import { describe, expect, test } from 'vitest';
import { literalsOf, type EmbeddedPolicy } from '../../../src/core/hosts/host-file.js';
import { readHost } from '../../../src/core/hosts/read-host.js';
import { writeBack } from '../../../src/core/hosts/write-back.js';
import { applyEdits, fixEach, judgeText, rewriteAll, type PolicyDocument } from '../../../src/core/index.js';
import { readPolicies } from '../../../src/core/policy/read-policies.js';
import { rereadDocument, rereadPiece } from '../../../src/core/policy/reread-document.js';

const tenant = '11111111-2222-3333-4444-555555555555';
const policy = (audience: string): string =>
  `<policies><inbound><validate-azure-ad-token tenant-id="${tenant}"><audiences><audience>${audience}</audience></audiences></validate-azure-ad-token></inbound></policies>`;

const hosts = [
  ['main.tf', `xml = "${policy('$${x}').replaceAll('"', '\\"')}"\n`, '$${x}'],
  ['main.tf', `xml = <<XML\n${policy('a$${x}b')}\nXML\n`, 'a$${x}b'],
  ['main.tf', `xml = <<-XML\n  ${policy('%%{ if x }')}\n  XML\n`, '%%{ if x }'],
  ['main.bicep', `var xml = '${policy('\\${x}')}'\n`, '\\${x}'],
  ['main.bicep', `var xml = '''${policy('${x}')}'''\n`, '${x}'],
] as const;

function only(text: string, name: string): EmbeddedPolicy {
  const [found] = readHost(text, name)?.policies ?? [];
  if (found === undefined) throw new Error('no policy');
  return found;
}

const read = (embedded: EmbeddedPolicy): PolicyDocument => readPolicies(embedded.text, literalsOf(embedded));
const audiences = ({ tokenPolicies }: PolicyDocument): unknown[] =>
  tokenPolicies.flatMap(each => each.audiences.map(({ value, state }) => [value, state]));

describe.each(hosts)('in %s: %j', (name, text, written) => {
  const meant = written.replace(/^(.*)(?:\$|%|\\)([$%]\{)/, '$1$2');

  test('it is read as the text it is', () => {
    expect(audiences(read(only(text, name)))).toEqual([[meant, 'literal']]);
  });

  test('a rewrite writes it back as the host writes it', async () => {
    const embedded = only(text, name);
    const judged = await judgeText(embedded.text, { now: 1, metadata: {} }, literalsOf(embedded));
    const { edits } = await rewriteAll(judged, 'to-validate-jwt', undefined);
    expect(edits).not.toEqual([]);
    const result = writeBack({ text, name }, embedded, edits);
    if (!('edits' in result)) throw new Error('refused');
    const after = applyEdits(text, result.edits);
    expect(after).toContain(`<audience>${written}</audience>`);
    expect(audiences(read(only(after, name)))).toEqual([[meant, 'literal']]);
    expect(audiences(rereadDocument(judged.document, edits))).toEqual([[meant, 'literal']]);
    const [own] = judged.document.tokenPolicies;
    if (own === undefined) throw new Error('no token policy');
    expect(audiences(rereadPiece(judged.document, own, edits))).toEqual([[meant, 'literal']]);
  });

  test('it keeps its meaning from one round of fixes to the next', async () => {
    const embedded = only(text.replace('<audiences>', '<audience/><audiences>'), name);
    const judged = await judgeText(embedded.text, { now: 1, metadata: {} }, literalsOf(embedded));
    const { text: after } = await fixEach(judged, ([first]) => first);
    expect(after).toContain(meant);
  });
});

test('a call around it may fill it in later, so that nobody knows', () => {
  const direct = `xml = replace("${policy('$${x}').replaceAll('"', '\\"')}", "$\${x}", var.x)\n`;
  expect(audiences(read(only(direct, 'main.tf')))).toEqual([['${x}', 'unresolved']]);
  const named = `locals {\n  t = <<XML\n${policy('$${x}')}\nXML\n}\noutput "o" {\n  value = templatestring(local.t, { x = 1 })\n}\n`;
  expect(audiences(read(only(named, 'main.tf')))).toEqual([['${x}', 'unresolved']]);
  const bicep = `var t = '''${policy('${x}')}'''\nvar p = replace(t, '\${x}', x)\n`;
  expect(audiences(read(only(bicep, 'main.bicep')))).toEqual([['${x}', 'unresolved']]);
});

test('beside what is filled in, each is what it is', () => {
  const text = `xml = <<XML\n${policy('$${x}/${x}')}\nXML\n`;
  const [found] = read(only(text, 'main.tf')).tokenPolicies;
  expect(found?.audiences[0]?.parts.map(({ kind, text: part }) => [kind, part])).toEqual([
    ['literal', '${x}/'],
    ['terraform', '${x}'],
  ]);
});

test('edits before, behind, over and of literals leave the others where they are', () => {
  const text = '<policies a="${x}" b="${y}" c="${x}"/>';
  const at = (part: string): number => text.indexOf(part);
  const document = readPolicies(text, new Set([at('${x}'), at('${y}')]));
  const edits = [
    { start: 9, end: 9, text: ' n="${y}${z}"' },
    { start: at(' b='), end: at(' c='), text: '' },
  ];
  const after = rereadDocument(document, edits);
  expect(after.text).toBe('<policies n="${y}${z}" a="${x}" c="${x}"/>');
  expect([...after.literals]).toEqual([after.text.indexOf('${y}'), after.text.indexOf('${x}')]);
});
