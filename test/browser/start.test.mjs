// npm start, from its first line to the editor that it serves.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../../scripts/run-command.mjs';
import { openBrowser } from '../harness/browser.mjs';
import { Panel } from '../harness/panel.mjs';
import { again, until } from '../harness/poll.mjs';
import { Workbench } from '../harness/workbench.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'token-doctor-'));
const state = { output: '', exit: undefined };
let child, browser, workbench;

before(() => {
  // As root, or without a display, it serves VS Code from npm; these make it so for everyone.
  child = spawn(process.execPath, [path.join(root, 'scripts/start.mjs')], {
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', TMPDIR: folder, FORCE_COLOR: '1' },
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => (state.output += text));
  child.once('exit', code => (state.exit = code));
});

after(async () => {
  await browser?.context.close();
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

test('tells the story in the terminal, then prints an address', async () => {
  await until('the address', () => /http:\/\/127\.0\.0\.1:\d+\S*samples/.test(state.output) || state.exit !== undefined, 600_000);
  assert.equal(state.exit, undefined, state.output);
  for (const part of [
    'IDX40001',
    '-        <validate-azure-ad-token',
    '+        <validate-jwt',
    'IDX10205',
    'the gateway accepts this token: 200 as far as read',
    'Ctrl+C',
  ]) {
    assert.ok(state.output.includes(part), `${part} is missing in\n${state.output}`);
  }
  assert.doesNotMatch(state.output, /eyJ[A-Za-z0-9_-]+\./, 'no token is printed');
});

test('the story fits one screen, and is coloured where the terminal has colours', () => {
  const story = state.output.slice(state.output.indexOf('\x1b[1m\nAPIM Token Doctor'), state.output.indexOf('VS Code, with'));
  const end = story.indexOf('200 as far as read');
  // eslint-disable-next-line no-control-regex -- the escape sequences are what is looked for
  const plain = story.slice(0, end).replace(/\x1b\[\d+m/g, '');
  const lines = plain.split('\n');
  assert.ok(lines.length > 10 && lines.length <= 24, `the story has ${lines.length} lines`);
  assert.ok(
    lines.every(line => line.length <= 130),
    plain,
  );
  for (const colour of ['\x1b[31m', '\x1b[32m']) assert.ok(story.includes(colour), 'the story has no colour');
});

test('the address shows samples/ in VS Code, and the sample beside its panel', async () => {
  const [address] = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(state.output);
  browser = await openBrowser(path.join(folder, 'browser'));
  workbench = new Workbench(browser.page);
  await workbench.open(address);
  await new Panel(workbench).shows('401', 'External ID v1.0', 'sample');
  await browser.page.screenshot({ path: path.join(root, 'screenshots/start-sample.png') });
});

test('the walkthrough knows that the sample was opened before it was looked at', async () => {
  const { page } = browser;
  await again(async timeout => {
    const row = await workbench.ask('Welcome: Open Walkthrough', '401', 'Find out why the gateway answers 401');
    await row.waitFor({ timeout });
    await page.keyboard.press('Enter');
    await page.locator('.getting-started-step').first().waitFor({ timeout });
  });
  await page.locator('.getting-started-step[data-step-id$="#sample"] [role="checkbox"][aria-checked="true"]').waitFor();
  await page.locator('.getting-started-step[data-step-id$="#fix"] [role="checkbox"][aria-checked="false"]').waitFor();
  await page.screenshot({ path: path.join(root, 'screenshots/start-walkthrough.png') });
});

test('Ctrl+C stops it, and leaves nothing behind', async () => {
  await browser.context.close();
  child.kill('SIGINT');
  await until('the end', () => state.exit !== undefined);
  assert.equal(state.exit, 0, state.output);
  assert.deepEqual(
    readdirSync(folder).filter(name => name.startsWith('token-doctor-')),
    [],
  );
});
