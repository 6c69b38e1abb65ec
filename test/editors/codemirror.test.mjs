// CodeMirror's own client (npm) in an editor of its own, in a page without a browser: it is of another family than VS Code's, Neovim's and Emacs'.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { GlobalWindow } from 'happy-dom';
import { until } from '../harness/poll.mjs';
import { openWorkspace, server } from './play.mjs';

/** What CodeMirror asks a page for; Node has the rest. */
const wanted = [
  'document',
  'navigator',
  'MutationObserver',
  'ResizeObserver',
  'IntersectionObserver',
  'getComputedStyle',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'Node',
  'Element',
  'HTMLElement',
  'Text',
  'Range',
  'Selection',
  'DOMParser',
  'CSSStyleSheet',
  'Window',
  'KeyboardEvent',
  'MouseEvent',
];

/** A page, in which CodeMirror is loaded. */
async function openPage() {
  const window = new GlobalWindow();
  const give = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  give('window', window);
  for (const name of wanted) if (window[name] !== undefined) give(name, window[name]);
  const [{ EditorView }, { LSPClient, LSPPlugin, serverDiagnostics }, { forEachDiagnostic }] = await Promise.all([
    import('@codemirror/view'),
    import('@codemirror/lsp-client'),
    import('@codemirror/lint'),
  ]);
  return { document: window.document, EditorView, LSPClient, LSPPlugin, serverDiagnostics, forEachDiagnostic };
}

/** The server as CodeMirror's client wants to talk to one: whole messages as texts. */
function startServer(t) {
  const child = spawn(server[0], server.slice(1));
  t.after(() => child.kill());
  const handlers = new Set();
  let waiting = Buffer.alloc(0);
  child.stdout.on('data', chunk => {
    waiting = Buffer.concat([waiting, chunk]);
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n\r\n/.exec(waiting.subarray(0, 100).toString('latin1'));
      const end = head && head[0].length + Number(head[1]);
      if (!head || waiting.length < end) return;
      const message = waiting.subarray(head[0].length, end).toString('utf8');
      waiting = waiting.subarray(end);
      for (const handle of handlers) handle(message);
    }
  });
  return {
    send: text => child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`),
    subscribe: handler => void handlers.add(handler),
    unsubscribe: handler => void handlers.delete(handler),
  };
}

test('CodeMirror', async t => {
  const { document, EditorView, LSPClient, LSPPlugin, serverDiagnostics, forEachDiagnostic } = await openPage();
  const { folder, policy, tokenFile } = await openWorkspace(t);
  const client = new LSPClient({
    rootUri: pathToFileURL(folder).href,
    timeout: 120_000,
    initializationOptions: { rules: { 'unknown-attribute': 'off' } },
    extensions: [serverDiagnostics()],
  });
  client.connect(startServer(t));
  await client.initializing;
  const uri = pathToFileURL(policy).href;
  const doc = readFileSync(policy, 'utf8');
  const view = new EditorView({ doc, extensions: [client.plugin(uri, 'xml')], parent: document.body });
  const underlined = () => {
    const found = [];
    forEachDiagnostic(view.state, ({ message }, from, to) => found.push({ message, text: view.state.sliceDoc(from, to) }));
    return found;
  };

  await t.test('underlines findings', async () => {
    const found = await until('findings', () => (underlined().length > 0 ? underlined() : null));
    assert.ok(
      found.some(({ message }) => message.includes('schema')),
      JSON.stringify(found),
    );
  });
  await t.test('takes the token of a file', async () => {
    const said = await client.request('workspace/executeCommand', { command: 'apimTokenDoctor.server.setToken', arguments: [tokenFile] });
    assert.match(said, /External ID access token/);
    await until('the refusal', () => underlined().some(({ message }) => message.includes('External ID tokens')));
  });
  await t.test('hovers and completes', async () => {
    const position = LSPPlugin.get(view).toPosition(doc.indexOf('{{tenant') + 2);
    const hover = await client.request('textDocument/hover', { textDocument: { uri }, position });
    assert.match(hover.contents.value, /Its value is known here, from a file/);
    const at = LSPPlugin.get(view).toPosition(doc.indexOf('<audiences') + 1);
    const items = await client.request('textDocument/completion', { textDocument: { uri }, position: at });
    assert.ok((items.items ?? items).some(({ label }) => label === 'audiences'));
  });
  view.destroy();
  client.disconnect();
});
