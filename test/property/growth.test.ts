// Eight times the text takes about eight times the steps, not sixty-four times.
import { describe, expect, test } from 'vitest';
// Before anything that loads the core.
import { core, exponentOf, language, mostExponent } from '../harness/count-steps.js';
import { errorTexts, hostileMarkup, ids, pastes, wideDocuments, type Families } from '../harness/growing-texts.js';
import { isLong } from '../harness/runs.js';

const now = 1798000000;
const tenant = await core.createSampleTenant(ids);
const token = core.decodeToken((await tenant.mint('workforce-v2', now)).reveal());
const facts = { now, metadata: tenant.metadata, namedValues: {} };
const withToken = { ...facts, token };

// Fruitless scans have a budget for the whole text, so that a family that is small enough to be read in no time would seem to grow with its
// square until the budget is spent: in the short run few such families are read, all in the long one.
const openings = /^(?:@|[$%]\{)/;
const shortOpenings = new Set(['@(/* in attributes', '@($"{ in itself', '@(" in texts', '${ in itself', '%{ in attributes']);
const markup = Object.entries(hostileMarkup).filter(([name]) => isLong || !openings.test(name) || shortOpenings.has(name));
const named = (families: Families): (readonly [string, (size: number) => string])[] => Object.entries(families);

describe('reading', () => {
  test.each(markup)('%s', async (_, make) => {
    expect(await exponentOf(size => `<policies>${make(size)}`, core.readPolicies, 1500)).toBeLessThan(mostExponent);
  });
});

describe('reading values', () => {
  const long = (piece: string) => (size: number) => piece.repeat(size);
  test.each<[string, (size: number) => string]>([
    ['prod.tfvars', long('a = "b"\n')],
    ['prod.tfvars', long('"${')],
    ['main.tf', long('variable "a" {\n')],
    ['main.tf', long('x = templatefile("a", { b = "c" })\n')],
    ['main.bicep', long("var a = replace(loadTextContent('a'), '__A__', b)\n")],
    ['main.parameters.json', size => `{"parameters":{${'"a":{"value":"b"},'.repeat(size)}}}`],
    ['configuration.prod.yaml', size => `namedValues:\n${'- name: a\n  properties:\n    value: b\n'.repeat(size)}`],
    ['a.env', long('A="b"c"\n')],
    ['a.env', size => `A="${'" '.repeat(size)}`],
    ['p.xml', long('${')],
    ['p.xml', long('<%__a')],
  ])('%s', async (path, make) => {
    const act = (text: string): unknown => {
      const book = new core.ValueBook();
      const file = core.readValueFile(path, text, true);
      if (file !== null) book.addFile(file, 'found');
      for (const loaded of core.readLoaders(path, text)) book.addLoaded(loaded);
      return book.valuesFor('a', 'prod', core.mentionedNames(text));
    };
    expect(await exponentOf(make, act, 200)).toBeLessThan(mostExponent);
  });
});

describe('explaining', () => {
  test.each(named(errorTexts))('%s', async (_, make) => {
    expect(await exponentOf(make, text => core.explainError(text), 300)).toBeLessThan(mostExponent);
  });
});

describe('explaining beside a policy', () => {
  const write = (size: number): string =>
    `<policies>${Array.from({ length: size }, (_, index) => `<validate-jwt><openid-config url="https://${String(index)}.example"/></validate-jwt>`).join('')}`;
  test.each(['codes', 'different audiences', 'apostrophes'])('%s', async name => {
    const say = errorTexts[name];
    if (say === undefined) throw new Error('no such case');
    const act = (text: string): unknown => core.explainError(say(text.length >> 4), text);
    expect(await exponentOf(write, act, 100)).toBeLessThan(mostExponent);
  });
});

describe('finding and redacting tokens', () => {
  test.each(named(pastes))('%s', async (_, make) => {
    const act = (text: string): unknown => [core.decodeToken(text), core.redact(text)];
    expect(await exponentOf(make, act, 300)).toBeLessThan(mostExponent);
  });
});

const work: Readonly<Record<string, (text: string) => unknown>> = {
  'diagnose without a token': text => core.diagnose(text, facts),
  'diagnose with a token': text => core.diagnose(text, withToken),
  'show them': text => {
    const document = core.readPolicies(text);
    language.outline(document);
    language.foldings(document);
    language.hover(document, text.length >> 1);
    language.complete(text, text.length >> 1);
  },
  rewrite: async text => {
    await core.rewrite(text, 'to-validate-jwt', undefined, facts);
    await core.rewrite(text, 'to-validate-azure-ad-token', undefined, facts);
  },
  'cure what they show': async text => {
    const judged = await core.judgeText(text, facts);
    for (const finding of await core.runRules(judged)) await core.makeFixes(judged, finding);
  },
  'fix all': async text => core.fixAll(await core.judgeText(text, facts), core.neutralChoice),
};

describe('documents', () => {
  const isShort = (shape: string, task: string): boolean =>
    task === 'diagnose with a token' || ['required claims', 'token policies of the other kind, on one line'].includes(shape);
  const cases = Object.keys(wideDocuments)
    .flatMap(shape => Object.keys(work).map(task => [shape, task] as const))
    .filter(([shape, task]) => isLong || isShort(shape, task));
  test.each(cases)('%s: %s', async (shape, task) => {
    const [write, act] = [wideDocuments[shape], work[task]];
    if (write === undefined || act === undefined) throw new Error('no such case');
    expect(await exponentOf(write, act, isLong ? 100 : 50)).toBeLessThan(mostExponent);
  });
});

const policy = '<policies><inbound><base /></inbound></policies>';
const hosts: readonly (readonly [name: string, make: (size: number) => string])[] = [
  ['heredocs.tf', size => `resource "a" "b" {\n  a = <<-XML\n    ${policy}\n  XML\n}\n`.repeat(size)],
  ['open heredocs.tf', size => 'a = <<X\n'.repeat(size)],
  ['open templates.tf', size => 'a = "${x'.repeat(size)],
  ['templates in templates.tf', size => `a = ${'"${'.repeat(size)}`],
  ['templates on lines.tf', size => `a = <<X\n${policy}${'${\n'.repeat(size)}X\n`],
  ['blocks in blocks.tf', size => 'a {\n'.repeat(size)],
  ['calls in calls.tf', size => `a = ${'replace('.repeat(size)}file("x")`],
  ['brackets that do not fit.tf', size => `${'('.repeat(size)}${']'.repeat(size)}`],
  ['references.tf', size => `a = ${'b.c[0]'.repeat(size)}`],
  ['escapes.tf', size => `a = "<policies>${'\\n'.repeat(size)}</policies>"`],
  ['open strings.bicep', size => "var a = '''".repeat(size)],
  ['texts.bicep', size => `var a = '''${policy}'''\n`.repeat(size)],
  ['dollars.bicep', size => `var a = ${'$'.repeat(size)}`],
  ['resources in resources.bicep', size => "resource a 'b' = {\n".repeat(size)],
  ['uses.bicep', size => `var p = '${policy}'\nresource r 'a' = {\n b: p\n}\n`.repeat(size)],
  ['arrays.json', size => '['.repeat(size)],
  ['strings.json', size => `{${`"a": "${policy}",`.repeat(size)}}`],
  ['escapes.json', size => `{"a": "<policies>${'\\u003c'.repeat(size)}/></policies>"}`],
  ['resources in resources.json', size => '{"type": "a", "apiVersion": "b", "resources": ['.repeat(size)],
  ['fences.md', size => `\`\`\`xml\n${policy}\n\`\`\`\n`.repeat(size)],
  ['marks.md', size => `${policy}${'`'.repeat(size)}\n~~~\n`],
  ['blocks.yaml', size => `a:\n  - b: |\n      ${policy}\n`.repeat(size)],
  ['lists in lists.yaml', size => `# ${policy}\n${'- '.repeat(size)}x`],
  ['flows.yaml', size => `# ${policy}\n${'['.repeat(size)}`],
  ['strings.cs', size => `var a = @"${policy}"; `.repeat(size)],
  ['open strings.cs', size => `// ${policy}\n${'"""'.repeat(size)}`],
  ['prefixes.py', size => `# ${policy}\n${'rf'.repeat(size)}`],
  ['strings.ps1', size => `$a = @'\n${policy}\n'@\n`.repeat(size)],
  ['templates.ts', size => `// ${policy}\n${'`${'.repeat(size)}`],
];

describe('files that hold policies', () => {
  test.each(hosts)('%s', async (name, make) => {
    expect(await exponentOf(make, text => core.readHost(text, name, { all: true }), 300)).toBeLessThan(mostExponent);
  });
});
