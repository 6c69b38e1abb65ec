// A real Emacs with eglot. It is large, so it is installed for the long tests alone; where both are there, it is played anyway.
import path from 'node:path';
import { test } from 'node:test';
import { findProgram, installSystemPackages } from '../../scripts/install-system.mjs';
import { run } from '../../scripts/run-command.mjs';
import { checkPlay, openWorkspace, playEditor } from './play.mjs';

/** Emacs's path where it has eglot: in it from version 29 on, in a package before. */
async function findEmacs() {
  const emacs = findProgram('emacs');
  const asked = ['--batch', '--eval', "(progn (package-initialize) (require 'eglot))"];
  return emacs && (await run(emacs, asked)).code === 0 ? emacs : undefined;
}

test('Emacs with eglot', async t => {
  if (process.env.TEST_RUNS && !(await findEmacs()))
    await installSystemPackages(['emacs-nox', 'elpa-eglot'], 'Missing: Emacs with eglot.').catch(error => console.log(error.message));
  const emacs = await findEmacs();
  if (!emacs) return t.skip('it is not there; npm run test:long installs it');
  const workspace = await openWorkspace(t);
  const seen = await playEditor(emacs, ['--batch', '-l', path.join(import.meta.dirname, 'emacs.el')], workspace);
  await checkPlay(t, seen, workspace, 8);
});
