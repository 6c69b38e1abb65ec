import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { addresses, makeTenant } from '../harness/tenant.mjs';
import {
  change,
  decodeFromSelection,
  findingAbout,
  findings,
  openFile,
  save,
  show,
  storyPolicy,
  withSetting,
  writeFile,
} from './editor.js';
import { run, until, within } from './progress.js';

/** A process as the system knows it: the letter of its state, and its parent; null where there is none. */
function look(id: string | number): { readonly state: string; readonly parent: string } | null {
  try {
    const [state = '', parent = ''] = readFileSync(`/proc/${id}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { state, parent };
  } catch {
    return null; // it has ended meanwhile
  }
}

/** The language server's process: a child of this one. */
function findServer(): number | undefined {
  const processes = readdirSync('/proc').filter(name => /^\d+$/.test(name));
  const found = processes.find(id => {
    if (look(id)?.parent !== String(process.pid)) return false;
    try {
      return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('dist/server/server.js');
    } catch {
      return false;
    }
  });
  return found === undefined ? undefined : Number(found);
}

describe('a language server that dies', () => {
  after(() => run('apimTokenDoctor.clearToken'));

  it('comes back knowing the token', async function () {
    if (process.platform !== 'linux') return this.skip();
    const tenant = await makeTenant();
    const document = await openFile('restart.xml', storyPolicy);
    await decodeFromSelection(await tenant.mint(1, 'externalId'));
    await show(document);
    const before = await findingAbout(document.uri, 'IDX40001');
    const killed = findServer();
    assert.ok(killed !== undefined, 'the server runs');
    process.kill(killed, 'SIGKILL');
    await until('another server', () => findServer() !== undefined && findServer() !== killed);
    await change(document, edit => edit.insert(document.uri, new vscode.Position(0, 0), '<!-- one line more -->\n'));
    await until('the finding, a line lower', () =>
      findings(document.uri).some(({ message, range }) => message.includes('IDX40001') && range.start.line === before.range.start.line + 1),
    );
    await save(document);
  });

  it('comes back although messages were sent to it before its death was noticed', async function () {
    if (process.platform !== 'linux') return this.skip();
    const tenant = await makeTenant();
    const document = await openFile('restart-unnoticed.xml', storyPolicy);
    await decodeFromSelection(await tenant.mint(1, 'externalId'));
    await findingAbout(document.uri, 'IDX40001');
    const killed = findServer();
    assert.ok(killed !== undefined, 'the server runs');
    process.kill(killed, 'SIGKILL');
    // Nothing is awaited until it has ended, so nobody can be told of it; then each of these is written in vain.
    while (!'ZX'.includes(look(killed)?.state ?? 'X'));
    await within('commands that nobody answers', Promise.all(Array.from({ length: 20 }, () => run('apimTokenDoctor.clearToken'))));
    await until('another server', () => findServer() !== undefined && findServer() !== killed);
    await decodeFromSelection(await tenant.mint(1, 'externalId'));
    await findingAbout(document.uri, 'IDX40001');
  });

  it('comes back although requests were on their way and a saved document is nested too deep', async function () {
    if (process.platform !== 'linux') return this.skip();
    const tenant = await makeTenant();
    const deep = `{"issuer":"x","deep":${'['.repeat(60_000)}${']'.repeat(60_000)}}`;
    const poisoned = await writeFile('poisoned.json', deep);
    const saved = { [addresses.externalId]: poisoned.fsPath, 'https://other.example/': poisoned.fsPath };
    await withSetting('apimTokenDoctor', 'metadata.savedDocuments', saved, async () => {
      const document = await openFile('restart-busy.xml', storyPolicy);
      await decodeFromSelection(await tenant.mint(1, 'externalId'));
      await show(document);
      const before = await findingAbout(document.uri, 'IDX40001');
      const killed = findServer();
      assert.ok(killed !== undefined, 'the server runs');
      // Asked, and not waited for: the server dies with them.
      const asked = Array.from({ length: 20 }, () =>
        vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, before.range).then(undefined, () => undefined),
      );
      process.kill(killed, 'SIGKILL');
      await within('an end of what was asked', Promise.all(asked));
      await until('another server', () => findServer() !== undefined && findServer() !== killed);
      await change(document, edit => edit.insert(document.uri, new vscode.Position(0, 0), '<!-- one line more -->\n'));
      await until('the finding, a line lower', () =>
        findings(document.uri).some(
          ({ message, range }) => message.includes('IDX40001') && range.start.line === before.range.start.line + 1,
        ),
      );
      await save(document);
    });
  });
});
