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
