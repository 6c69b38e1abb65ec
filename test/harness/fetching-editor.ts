// As much of VS Code as fetching touches: one question, settings, files, a log; and a network that answers what a test says.
import type * as vscode from 'vscode';

/** A question that was asked, as the user would have seen it. */
export interface AskedQuestion {
  readonly question: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

/** What happens in the editor, and what the user answers. */
class FetchingEditor {
  readonly questions: AskedQuestion[] = [];
  readonly notified: string[] = [];
  readonly logged: string[] = [];
  /** The button that is clicked; undefined cancels. */
  answer: (asked: AskedQuestion) => string | undefined = () => 'Fetch';
  settings: Record<string, unknown> = {};
  /** Path → text. */
  files: Record<string, string> = {};
  trusted = true;

  reset(): void {
    for (const list of [this.questions, this.notified, this.logged]) list.length = 0;
    this.answer = () => 'Fetch';
    this.settings = {};
    this.files = {};
    this.trusted = true;
  }

  get log(): vscode.LogOutputChannel {
    const write = (...parts: unknown[]): void => void this.logged.push(parts.map(String).join(' '));
    const names = ['trace', 'debug', 'info', 'warn', 'error'];
    return Object.fromEntries(names.map(name => [name, write])) as unknown as vscode.LogOutputChannel;
  }
}

export const editor = new FetchingEditor();

const none = { dispose: (): void => undefined };

const showMessage = (text: string, ...more: readonly unknown[]): Promise<string | undefined> => {
  const [options, ...buttons] = more;
  if (typeof options !== 'object' || options === null || !('modal' in options)) {
    editor.notified.push(text);
    return Promise.resolve(undefined);
  }
  const detail = 'detail' in options ? String(options.detail) : '';
  const asked = { question: text, detail, buttons: buttons.map(String) };
  editor.questions.push(asked);
  return Promise.resolve(editor.answer(asked));
};

/** What `vi.mock('vscode')` gives. */
export const fetchingVscode = {
  window: { showInformationMessage: showMessage, showWarningMessage: showMessage, showErrorMessage: showMessage },
  workspace: {
    get isTrusted() {
      return editor.trusted;
    },
    getConfiguration: () => ({
      get: (name: string) => editor.settings[name],
      update: (name: string, value: unknown) => {
        editor.settings[name] = value;
        return Promise.resolve();
      },
    }),
    onDidChangeConfiguration: () => none,
    onDidGrantWorkspaceTrust: () => none,
    fs: {
      stat: ({ path }: { path: string }) => read(path).then(bytes => ({ size: bytes.byteLength })),
      readFile: ({ path }: { path: string }) => read(path),
    },
  },
  env: { language: 'en', remoteName: undefined },
  Disposable: { from: () => none },
  Uri: { file: (path: string) => ({ path }), parse: (path: string) => ({ path }) },
  ConfigurationTarget: { Global: 1 },
};

function read(path: string): Promise<Uint8Array> {
  const text = editor.files[path];
  return text === undefined ? Promise.reject(new Error('no such file')) : Promise.resolve(new TextEncoder().encode(text));
}

/** Stands in the place of `fetch`: answers from `documents` (address → body), and notes what was asked and how much at once. */
export class FakeNetwork {
  readonly requests: string[] = [];
  mostAtOnce = 0;
  documents: Record<string, string> = {};
  /** For addresses without a document. */
  fallback: ((address: string) => Response) | null = null;
  #open = 0;

  readonly fetch = async (address: string): Promise<Response> => {
    this.requests.push(address);
    this.#open += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#open);
    await new Promise(resolve => setImmediate(resolve));
    this.#open -= 1;
    const body = Object.hasOwn(this.documents, address) ? this.documents[address] : undefined;
    return body === undefined ? (this.fallback?.(address) ?? new Response('no', { status: 404 })) : new Response(body);
  };
}
