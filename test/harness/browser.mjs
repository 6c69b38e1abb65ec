// A Chromium to use VS Code's workbench with.
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureChromium } from '../../scripts/install-system.mjs';
import { vscodeFolder } from '../../scripts/install-vscode.mjs';
import { until } from './poll.mjs';
import { searchFiles } from './search-files.mjs';

/** Settings of VS Code that leave out what no test looks at, and what is drawn again and again. */
export const plainSettings = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.occurrencesHighlight': 'off',
  'git.enabled': false,
};

/**
 * Starts Chromium. All it writes stands in `folder`, so that a test can search it.
 * Requests to anywhere but 127.0.0.1 are refused, and noted in `foreign`. `viewport`: a smaller one where nobody looks is drawn in less time.
 */
export async function openBrowser(folder, viewport = { width: 1400, height: 900 }) {
  const { chromium } = createRequire(path.join(vscodeFolder, 'package.json'))('playwright-core');
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: await ensureChromium(),
    headless: true,
    viewport,
    permissions: ['clipboard-read', 'clipboard-write'],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const foreign = [];
  await context.route(
    url => url.hostname !== '127.0.0.1',
    route => {
      foreign.push(route.request().url());
      return route.abort();
    },
  );
  return { context, foreign, page: context.pages()[0] ?? (await context.newPage()) };
}

/**
 * Looks for texts in what Chromium keeps of a page's inputs, to restore them one day: it writes their values a few seconds after they changed,
 * and none that was taken away before. So an input of the test's own is waited for, whose text is written together with those of all others.
 * `folder`: Chromium's; `mark`: a text that was not waited for before. Gives name → files, as `searchFiles` does.
 */
export async function searchKeptInputs(page, folder, mark, texts) {
  const own = await page.evaluateHandle(value => {
    const input = document.body.appendChild(document.createElement('input'));
    input.value = value;
    return input;
  }, mark);
  const found = await until('what Chromium keeps of inputs', () => {
    try {
      const { mark: marked, ...rest } = searchFiles(path.join(folder, 'Default/Sessions'), { ...texts, mark });
      return marked.length > 0 && rest;
    } catch {
      return false; // a file was replaced meanwhile
    }
  });
  await own.evaluate(input => input.remove());
  return found;
}

/**
 * Everything that the page's origin keeps in the browser (databases, local and session storage), as one text.
 * The workbench keeps an extension's state there, not on the server's disk.
 */
export function readStorage(page) {
  return page.evaluate(async () => {
    const settled = request =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const decoder = new TextDecoder();
    // Bytes are shown as text, so that a search finds what stands in them.
    const show = (_, value) =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? decoder.decode(value) : value instanceof Map ? [...value] : value;
    const found = { local: { ...localStorage }, session: { ...sessionStorage } };
    for (const { name } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const content = database.transaction(store, 'readonly').objectStore(store);
        found[`${name}/${store}`] = [await settled(content.getAllKeys()), await settled(content.getAll())];
      }
      database.close();
    }
    return JSON.stringify(found, show);
  });
}
