// Every kind of fix, applied and undone: on disk nothing is different afterwards, byte for byte.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type * as vscode from 'vscode';
import { applyEdits } from '../../src/core/text/edit.js';
import { Mint, type TokenSource } from '../harness/mint.js';
import {
  actionsAt,
  apply,
  close,
  decodeFromSelection,
  findings,
  readFile,
  save,
  showFile,
  undo,
  withSavedMetadata,
  writeFile,
} from './editor.js';
import { run, until } from './progress.js';

const fixtures = process.env['HOST_FIXTURES'] ?? '';

interface Case {
  readonly code: string;
  readonly folder: string;
}

/** The first case of each rule that has a fix, and that an editor can play: without settings and a clock of its own. */
const cases: readonly Case[] = readdirSync(fixtures).flatMap(code => {
  const folders = readdirSync(path.join(fixtures, code)).map(name => path.join(fixtures, code, name));
  const folder = folders.find(each => existsSync(path.join(each, 'fixed.xml')) && !existsSync(path.join(each, 'case.json')));
  return folder === undefined ? [] : [{ code, folder }];
});

/** As a file can stand on disk: plain, and with a byte order mark and the other line endings. */
const asItCanBe: readonly ((text: string) => Uint8Array)[] = [
  text => new TextEncoder().encode(text),
  text => new TextEncoder().encode(`\ufeff${text.replaceAll('\n', '\r\n')}`),
];

/** The documents of a case; what stands for a key is none, so that signatures stay open. */
function readMetadata(folder: string): Record<string, unknown> {
  const metadata = path.join(folder, 'metadata');
  const files = existsSync(metadata) ? readdirSync(metadata) : [];
  return Object.assign({}, ...files.map(name => JSON.parse(readFileSync(path.join(metadata, name), 'utf8')) as object)) as Record<
    string,
    unknown
  >;
}

/** What an action makes of a text. */
function preview(document: vscode.TextDocument, { edit }: vscode.CodeAction): string {
  const edits = [...(edit?.get(document.uri) ?? [])].map(({ range, newText }) => ({
    start: document.offsetAt(range.start),
    end: document.offsetAt(range.end),
    text: newText,
  }));
  return applyEdits(document.getText(), edits);
}

/** Opens a file of these bytes, applies the fix of the rule that gives `fixed`, saves, undoes it in one step, and saves again. */
async function applyAndUndo(name: string, bytes: Uint8Array, code: string, fixed: string): Promise<void> {
  const file = await writeFile(name, bytes);
  const document = await showFile(name);
  const text = document.getText();
  const finding = await until(`a finding of ${code}`, () => findings(file, code)[0]);
  const action = await until(`the fix of ${code}`, async () =>
    (await actionsAt(file, finding.range)).find(
      one => !one.title.startsWith('Fix all') && preview(document, one).replaceAll('\r\n', '\n') === fixed,
    ),
  );
  await apply(document, action);
  assert.equal(document.getText().replaceAll('\r\n', '\n'), fixed);
  await save(document);
  const written = await readFile(file);
  assert.ok(!written.equals(Buffer.from(bytes)), 'the fix is on disk');
  // What is not the fix's business stays as it was: the mark, and every line ending.
  assert.equal(written.toString('utf8').startsWith('\ufeff'), Buffer.from(bytes).toString('utf8').startsWith('\ufeff'));
  if (bytes.includes(0x0d)) assert.doesNotMatch(written.toString('utf8'), /(?<!\r)\n/);
  else assert.ok(!written.includes(0x0d));
  await undo(document, text);
  await save(document);
  assert.ok((await readFile(file)).equals(Buffer.from(bytes)), 'the file is as it was, byte for byte');
  await close(document);
}

describe('a fix that is undone leaves the file as it was', () => {
  const mint = new Mint();
  after(() => run('apimTokenDoctor.clearToken'));

  for (const [number, { code, folder }] of cases.entries()) {
    it(code, async () => {
      const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
      const token = existsSync(path.join(folder, 'token.json')) ? (JSON.parse(read('token.json')) as TokenSource) : null;
      if (token !== null) await decodeFromSelection(await mint.mint(token));
      const metadata = readMetadata(folder);
      const play = async (): Promise<void> => {
        // Each takes a second, so the plain form, which is the easier one, is played with every third.
        for (const [index, encode] of asItCanBe.slice(number % 3 === 0 ? 0 : 1).entries())
          await applyAndUndo(`undo-${code}-${index}.xml`, encode(read('policy.xml')), code, read('fixed.xml'));
      };
      await (Object.keys(metadata).length === 0 ? play() : withSavedMetadata(metadata, play));
      if (token !== null) await run('apimTokenDoctor.clearToken');
    });
  }

  it('is tried for every rule that has one', () => assert.ok(cases.length >= 31, `${cases.length} rules`));
});
