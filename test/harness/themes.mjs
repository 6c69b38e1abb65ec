// The panel in each kind of theme that VS Code has.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { until } from './poll.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Name of a theme → its kind, as a page knows it. */
export const themes = {
  'Light Modern': 'vscode-light',
  'Dark Modern': 'vscode-dark',
  'Light High Contrast': 'vscode-high-contrast-light',
  'Dark High Contrast': 'vscode-high-contrast',
};

/** The frame that holds the panel's document. */
export async function panelFrame(workbench) {
  const handle = await workbench.webview().locator('body').elementHandle();
  return handle.ownerFrame();
}

/** Puts a theme in force, and waits until the panel has it. Gives the panel's frame. */
export async function chooseTheme({ workbench }, theme) {
  await (await workbench.ask('Preferences: Color Theme', theme, theme)).click();
  const frame = await panelFrame(workbench);
  await until(`the theme ${theme}`, () => frame.evaluate(wanted => document.body.dataset.vscodeThemeKind === wanted, themes[theme]));
  return frame;
}

/** Asserts that everything in the panel can be read, and has a name and a role. What is folded is judged, too. */
export async function assertAccessible(frame) {
  await frame.evaluate(() => document.querySelectorAll('details').forEach(each => (each.open = true)));
  await frame.evaluate(axe);
  const { violations, passes } = await frame.evaluate(() =>
    globalThis.axe.run(document.querySelector('main'), { resultTypes: ['violations', 'passes'] }),
  );
  assert.ok(
    passes.some(({ id }) => id === 'color-contrast'),
    'colours were compared',
  );
  assert.deepEqual(
    violations.map(({ id, help, nodes }) => ({
      id,
      help,
      places: nodes.map(node => `${node.html.slice(0, 120)}: ${node.failureSummary}`),
    })),
    [],
  );
}
