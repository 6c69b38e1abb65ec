import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const source = path.join(import.meta.dirname, '..', '..', '..', 'src');

/** Words that are no sentence of the product: in which files, and why; with a pattern only those that it fits. */
type Allowed = readonly [file: RegExp, why: string, text?: RegExp];

/** The parts that have a catalogue, and what of their words stands elsewhere. */
const parts: Readonly<Record<string, readonly Allowed[]>> = {
  core: [
    [/^messages\//, 'the catalogue'],
    [/^knowledge\/public-clients\.ts$/, 'what clients are called'],
    [/^knowledge\//, 'an address with blanks', /^https:\/\//],
    [/^knowledge\/policy-snippets\.ts$/, 'elements that are written', /^\s*<(?:validate-|openid-config |claim )/],
    [/^gateway\/library\/texts\.ts$/, "the gateway's own texts: facts, never translated"],
    [/^gateway\/checks\/(?:source|sent-header|claims)\.ts$/, "the gateway's own texts", /^(?:JWT not present\.|JWT \(token\)|Claim )/],
    [/^explain\/extract-error-values\.ts$/, "pieces of the gateway's texts, to find the values between them"],
    [/^explain\/quoted-values\.ts$/, 'what stands in the place of a personal value', /^\[e-mail address\]$/],
    [
      /^fixes\/(?:rewrite\/(?:write-claims|to-validate-jwt)|makers\/audience-mismatch|writing\/split-scope-or-role)\.ts$/,
      'elements that are written',
      /^\s*<?(?:claim|when|choose>…<when) /,
    ],
    [/^fixes\/makers\/invalid-value\.ts$/, 'what people write in the place of a status', /^bad request$/],
    [/^text\/edit\.ts$/, 'an error for who programs', /^edits overlap$/],
    [/^text\/unified-diff\.ts$/, 'what patch and git read', /\\ No newline at end of file\n$/],
  ],
  agent: [[/^sentences\//, 'the catalogue']],
  server: [
    [/^sentences\//, 'the catalogue'],
    [/^discreet-writer\.ts$/, "a line of the protocol's library, cut", /^\$1 failed\.$/],
    [/^documents\.ts$/, "an error for the protocol's library, whose text never leaves", /^A document has an address/],
    [/^facts-store\.ts$/, 'an error for who programs, whose text never leaves', /^The client has told no facts/],
  ],
  cli: [
    [/^sentences\//, 'the catalogue'],
    [/^formats\/config-text\.ts$/, 'the code of a problem, where those of policies have theirs', /^…:…:… … config …$/],
    [/^formats\/github\.ts$/, 'what the runner reads', /^::(?:notice (?:file|title)=|warning …::)/],
    [/^formats\/azure\.ts$/, 'what the pipeline reads', /^##vso\[task\.logissue /],
    [/^formats\/junit\.ts$/, 'elements and attributes that are written', /^\s*<\?xml |^\s*<(?:testsuites?|testcase|failure) |^tests=/],
    [/^formats\/sarif\.ts$/, "the product's name", /^APIM Token Doctor$/],
  ],
  extension: [
    [/^messages\/[a-z]+\//, 'the catalogue'],
    [/./, "the product's name", /^APIM Token Doctor$/],
    [/^client\/ask-again\.ts$/, 'a command that runs by itself; its title is shown nowhere', /^Suggest$/],
    [/^panel\/panel-html\.ts$/, 'the frame of the page', /^<!DOCTYPE html>|^(?:default|script|style)-src |^(?:base-uri|form-action) /],
  ],
  webview: [
    [/^messages\//, 'the catalogue'],
    [/^tabs-section\.ts$/, 'names of keys', /^(?:Home|End)$/],
  ],
};

/** Two words of small letters with a space between: no name, no code, no pattern looks so. */
const sentence = /[a-z]{2,}[,:;]? [a-z]{2,}|^[A-Z][a-z]+ [a-z]/;

/** A capital word at the beginning, or a word with a space beside it: what shows something of its own has labels and pieces of sentences, too. */
const label = /^[A-Z][a-z]+(?![A-Za-z])|[a-z]{2,} | [a-z]{2,}/;

/** The parts that show something of their own. */
const showing: readonly string[] = ['agent', 'server', 'cli', 'extension', 'webview'];

test.each(Object.entries(parts))('no sentence of %s stands outside its catalogue', (part, allowed) => {
  const folder = path.join(source, part);
  const isWords = showing.includes(part) ? label : sentence;
  const found: string[] = [];
  const used = new Set<Allowed>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = entry.replaceAll('\\', '/');
    if (!file.endsWith('.ts')) continue;
    for (const { text, line } of listTexts(path.join(folder, file))) {
      if (!isWords.test(text)) continue;
      const reason = allowed.find(([where, , which]) => where.test(file) && (which === undefined || which.test(text)));
      if (reason === undefined) found.push(`${file}:${line} ${text}`);
      else used.add(reason);
    }
  }
  expect(found).toEqual([]);
  expect(allowed.filter(each => !used.has(each)).map(([where, why]) => `${String(where)}: ${why}`)).toEqual([]);
});

test('a sentence is told from a name, in whatever quotes it stands', () => {
  expect(sentence.test('it has no value')).toBe(true);
  expect(sentence.test('Forbidden for all')).toBe(true);
  expect(sentence.test('claim-not-accepted')).toBe(false);
  expect(sentence.test('Authorization')).toBe(false);
  for (const words of ['Actions', 'Go to line …', '…, line …', 'Decode Token…', '… characters'])
    expect(label.test(words), words).toBe(true);
  for (const name of ['data-key', 'apimTokenDoctor.rules', '…-heading', 'resource_metadata']) expect(label.test(name), name).toBe(false);
});

function listTexts(file: string): { text: string; line: number }[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const texts: { text: string; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || isClass(node) || (file.includes(`${path.sep}knowledge${path.sep}`) && isFact(node))) return;
    const text = readText(node);
    if (text !== null) texts.push({ text, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

/** Names for the panel's stylesheet. */
function isClass(node: ts.Node): boolean {
  return ts.isPropertyAssignment(node) && node.name.getText() === 'class';
}

/** What others wrote, and what things and sources are called. */
const facts = ['texts', 'words', 'exact', 'with', 'without', 'service', 'others', 'title', 'form', 'source'];

function isFact(node: ts.Node): boolean {
  // A source that several rows have in common.
  if (ts.isVariableDeclaration(node)) return node.initializer !== undefined && ts.isStringLiteral(node.initializer);
  return ts.isPropertyAssignment(node) && facts.includes(node.name.getText());
}

function readText(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  return null;
}
