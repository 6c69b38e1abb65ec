import type { HostMessage, PageMessage } from '../panel-messages.js';
import { catalogueOf } from './messages/catalogue.js';
import { Page } from './page.js';

/** What VS Code gives to a page. */
export interface EditorApi {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** How often what is left of the token's time is written anew (milliseconds). */
const beat = 1_000;

/** Connects the page to its host, in the language that the host has written into it. The state that VS Code keeps on disk holds the number of the view and nothing else. */
export function start(window: Window, editor: EditorApi): void {
  const root = window.document.getElementById('panel');
  const announcement = window.document.getElementById('announcement');
  if (root === null || announcement === null) return;
  const catalogue = catalogueOf(window.document.documentElement.lang);
  const page = new Page(root, announcement, catalogue, message => editor.postMessage(message));
  window.addEventListener('message', (event: MessageEvent<HostMessage>) => {
    page.receive(event.data);
    if (event.data.type === 'view') editor.setState({ version: event.data.view.version });
  });
  window.setInterval(() => page.tick(), beat);
  editor.postMessage({ type: 'ready', shown: readShown(editor.getState()) });
}

function readShown(state: unknown): number | null {
  const version = typeof state === 'object' && state !== null && 'version' in state ? state.version : null;
  return typeof version === 'number' ? version : null;
}
