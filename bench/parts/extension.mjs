import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { writeTypical } from '../documents.mjs';
import { runNothing } from '../processes.mjs';
import { summarise, takeTurns } from '../rounds.mjs';
import { ServedEditor } from '../served-editor.mjs';

const entry = path.join(import.meta.dirname, '../../dist/extension.cjs');

/** What a window pays for the extension: its entry, then the server. */
export async function measure() {
  const times = [];
  for (let round = 0; round < 30; round++) times.push(await loadEntry());
  const text = writeTypical(4 * 1024);
  const start = async (/** @type {(editor: ServedEditor) => Promise<unknown>} */ work) => {
    const editor = new ServedEditor();
    try {
      await work(editor);
    } finally {
      editor.end();
    }
  };
  const { nothing, greeted, diagnosed } = await takeTurns(
    {
      nothing: { run: runNothing, whole: true },
      greeted: { run: () => start(editor => editor.greet()), whole: true },
      diagnosed: {
        run: () =>
          start(async editor => {
            await editor.greet();
            await editor.connection.sendNotification('initialized', {});
            await editor.open('file:///policy.xml', text);
          }),
        whole: true,
      },
    },
    { warmUp: 2 },
  );
  return {
    rows: {
      entry: { own: summarise(times).median },
      'entry-size': { own: (await stat(entry)).size / 1024 },
      'server-start': { own: greeted.median, other: nothing.median },
      'first-diagnostics': { own: diagnosed.median, other: nothing.median },
    },
    notes: [`loading the extension's entry, 95th percentile: ${summarise(times).p95.toFixed(2)} ms`],
  };
}

/** Milliseconds that a new process takes to load the entry, with an empty module in the place of VS Code's. */
async function loadEntry() {
  const script = `
    const { Module } = require('node:module');
    const load = Module._load;
    Module._load = (name, ...rest) => (name === 'vscode' ? {} : load(name, ...rest));
    const start = performance.now();
    require(${JSON.stringify(entry)});
    process.stdout.write(String(performance.now() - start));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script]);
  return Number(stdout);
}
