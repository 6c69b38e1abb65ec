import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPolicies } from '../../../src/core/index.js';
import { sniffPolicy } from '../../../src/core/text/sniff-policy.js';

/** Sniffs through a reader, and counts what is read of a text. */
function look(text: string): { answer: boolean; read: number } {
  const state = { read: 0 };
  const answer = sniffPolicy(length => {
    const beginning = text.slice(0, length);
    state.read = Math.max(state.read, beginning.length);
    return beginning;
  });
  return { answer, read: state.read };
}

const long = ' licence '.repeat(3000);

describe('a policy document', () => {
  it.each(
    [
      '<policies>',
      '<policies/>',
      '<policies',
      '<fragment >',
      '<fragment\t/>',
      '<policies\n>',
      '<policies"',
      '\ufeff  <policies>',
      '\ufeff\r\n<?xml version="1.0"?>\n<!-- a --><!-- > --> <policies\n>',
      '<?xml version="1.0"?>\n<!-- <root> -->\n<policies>',
      '<!-- <list> --><fragment>',
      '<!DOCTYPE policies><policies>',
      '<!DOCTYPE x [ <!ENTITY a "b"> ]><fragment>',
      '<!DOCTYPE policies <policies/>',
      '<![CDATA[ <list> ]]><policies/>',
      'x <policies/>',
      'text first <policies>',
      '</list><policies/>',
      '< <policies>',
      '<1><policies>',
      '%{ if enabled ~}\n<policies>',
      '%{ if a <b }\n<policies/>',
      '${x}\n<policies/>',
      '${x["<list>"]}<policies/>',
      '@{ }\n<policies/>',
      '@{ var x = "<b>"; }\n<policies/>',
      '@("<!--")<policies/>',
      '<!-- a -->@(a)<policies/>',
      `<!--${long}--><policies/>`,
      `<!-- a -->${' '.repeat(5000)}<policies/>`,
      `${' '.repeat(5000)}<policies/>`,
      `${' '.repeat(4090)}<policies/>`,
      `${' '.repeat(4095)}@{ }<policies/>`,
      `@{${long}}<policies/>`,
      `<!DOCTYPE x [${'<!ENTITY a "b">'.repeat(1000)}]><policies/>`,
    ].map(text => [text.slice(0, 60), text] as const),
  )('%j', (_, text) => {
    expect(sniffPolicy(text)).toBe(true);
    expect(look(text).answer).toBe(true);
    expect(readPolicies(text).root).not.toBeNull();
  });
});

describe('no policy document', () => {
  it.each(
    [
      '',
      '   ',
      'policies',
      '<list>',
      '<root><policies/></root>',
      '<policy>',
      '<policy-set>',
      '<policies2>',
      '<policiesX>',
      '<policies-x>',
      '<p:policies>',
      '<Policies>',
      '{ "a": 1 }',
      'x'.repeat(9000),
      '<!-- <policies>',
      '<!-- <policies> -->',
      '<![CDATA[ <policies/>',
      '<? <policies/>',
      '<validate-jwt/>',
      '<validate-jwt x="@{ }"/><policies/>',
      '%{ if enabled }<list>',
      '%{ if enabled',
      '@{ ViewBag.Title = "x"; }<div>',
      'x@y.com <list>',
      `<!--${long}--><list/>`,
      `<project>${'<policies/>'.repeat(1000)}</project>`,
    ].map(text => [text.slice(0, 60), text] as const),
  )('%j', (_, text) => {
    expect(sniffPolicy(text)).toBe(false);
    expect(look(text).answer).toBe(false);
    expect(readPolicies(text)).toMatchObject({ root: null, tokenPolicies: [], tree: null, break: null });
  });
});

describe('what it costs', () => {
  it('is four thousand characters of a large file of another kind', () => {
    expect(look(`<list>${'<item />'.repeat(100_000)}</list>`)).toEqual({ answer: false, read: 4096 });
    expect(look('{ "a": 1 },'.repeat(100_000))).toEqual({ answer: false, read: 4096 });
  });

  it('is not more where a comment goes on, than the comment and what doubles it', () => {
    const text = `<!--${long}--><list/>${'<item />'.repeat(100_000)}`;
    expect(look(text).read).toBe(4096 * 8);
  });

  it.each(['<!---->', '<!', '<![CDATA[', '@{', '< ', '<!--'])('grows with the text alone where it is made of %j', piece => {
    const hostile = piece.repeat(200_000);
    expect(sniffPolicy(hostile)).toBe(false);
  });
});

it('needs nothing, so that the extension can take it alone', () => {
  const file = path.join(import.meta.dirname, '../../../src/core/text/sniff-policy.ts');
  expect(readFileSync(file, 'utf8')).not.toMatch(/^import /m);
});
