// A real Neovim with the language server of the command line: what its own client shows, and what its own list of code actions does.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { findProgram, installSystemPackages } from '../../scripts/install-system.mjs';
import { checkPlay, openWorkspace, playEditor } from './play.mjs';

/** Undefined where there is none for this machine. */
async function findNeovim() {
  if (!findProgram('nvim')) await installSystemPackages(['neovim'], 'Missing: nvim.').catch(error => console.log(error.message));
  return findProgram('nvim');
}

test('Neovim', async t => {
  const neovim = await findNeovim();
  if (!neovim) return t.skip('it is not there, and cannot be installed here');
  const workspace = await openWorkspace(t);
  const script = path.join(import.meta.dirname, 'neovim.lua');
  const seen = await playEditor(neovim, ['--headless', '--clean', '-n', '-i', 'NONE', '-S', script], workspace);
  await checkPlay(t, seen, workspace, 8);
  await t.test('is told what its commands did, and nothing else', () => assert.deepEqual(seen.notified, [seen.token, seen.cleared]));
});
