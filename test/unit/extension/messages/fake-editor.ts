/** As much of VS Code as shows texts: it keeps all of them, with where they were shown. */
export interface Shown {
  /** A toast, a progress message and a prompt make links; the status bar and lists make pictures. */
  readonly where: string;
  readonly text: string;
}

export interface FakeEditor {
  readonly shown: Shown[];
  /** Which button a message is answered with, or which row is picked: the first one that fits. */
  choose: (label: string) => boolean;
  typed: string | undefined;
  /** Of each box that text was asked for in: whether it hid what was typed. */
  readonly masked: unknown[];
  clipboard: string;
  readonly commands: Map<string, (...parameters: unknown[]) => unknown>;
  /** The module. */
  readonly vscode: Record<string, unknown>;
}

/** Makes one. Every string that it is given to show is kept, wherever it stands in what it is given. */
export function fakeEditor(): FakeEditor {
  const shown: Shown[] = [];
  const commands = new Map<string, (...parameters: unknown[]) => unknown>();
  const keep = (where: string, value: unknown): void => {
    if (typeof value === 'string') shown.push({ where, text: value });
  };
  /** What may have several lines. */
  const keepLines = (where: string, value: unknown): void => {
    if (typeof value === 'string') for (const line of value.split('\n')) keep(where, line);
  };
  const masked: unknown[] = [];
  const editor: FakeEditor = { shown, choose: () => false, typed: undefined, masked, clipboard: '', commands, vscode: {} };
  const message = (text: string, ...rest: unknown[]): Promise<unknown> => {
    keep('message', text);
    const buttons = rest.filter((part): part is string => typeof part === 'string');
    for (const button of buttons) keep('button', button);
    for (const part of rest as readonly { detail?: string; title?: string }[]) {
      keepLines('modal detail', part.detail);
      keep('button', part.title);
    }
    return Promise.resolve(buttons.find(button => editor.choose(button)));
  };
  const item = {
    set name(text: string) {
      keep('name', text);
    },
    set text(text: string) {
      keep('status', text);
    },
    set tooltip(text: string) {
      keepLines('tooltip', text);
    },
    set accessibilityInformation({ label }: { label: string }) {
      keep('spoken', label);
    },
    show: () => undefined,
    hide: () => undefined,
    dispose: () => undefined,
  };
  const rows = (items: readonly Record<string, unknown>[], options: Record<string, unknown>): Promise<unknown> => {
    for (const where of ['title', 'placeHolder']) keep(where, options[where]);
    for (const row of items) for (const where of ['label', 'description', 'detail']) keep(where, row[where]);
    return Promise.resolve(items.find(row => row['kind'] === undefined && editor.choose(String(row['label']))));
  };
  Object.assign(editor.vscode, {
    ProgressLocation: { Window: 10, Notification: 15 },
    QuickPickItemKind: { Separator: -1 },
    StatusBarAlignment: { Right: 2 },
    ConfigurationTarget: { Global: 1 },
    ThemeColor: class {},
    Disposable: { from: () => ({ dispose: () => undefined }) },
    Uri: { parse: (address: string) => ({ path: decodeURIComponent(address.slice(address.lastIndexOf('/') + 1)) }) },
    env: { language: 'en', remoteName: undefined, clipboard: { readText: () => Promise.resolve(editor.clipboard) } },
    workspace: {
      isTrusted: true,
      workspaceFolders: [{}],
      asRelativePath: ({ path }: { path: string }) => path,
      getConfiguration: () => ({ get: () => undefined, update: () => Promise.resolve() }),
      onDidChangeConfiguration: () => ({ dispose: () => undefined }),
      onDidGrantWorkspaceTrust: () => ({ dispose: () => undefined }),
      fs: {},
    },
    commands: {
      executeCommand: () => Promise.resolve(),
      registerCommand: (id: string, run: (...parameters: unknown[]) => unknown) => {
        commands.set(id, run);
        return { dispose: () => undefined };
      },
    },
    window: {
      showInformationMessage: message,
      showWarningMessage: message,
      showErrorMessage: message,
      setStatusBarMessage: (text: string) => keep('status', text),
      createStatusBarItem: () => item,
      showQuickPick: rows,
      showInputBox: (options: Record<string, unknown>) => {
        for (const where of ['title', 'prompt', 'placeHolder']) keep(where, options[where]);
        masked.push(options['password']);
        return Promise.resolve(editor.typed);
      },
      withProgress: ({ title }: { title: string }, task: (progress: unknown, token: unknown) => unknown) => {
        keep('progress', title);
        return task({ report: ({ message: text }: { message?: string }) => keep('progress', text) }, { isCancellationRequested: false });
      },
    },
  });
  return editor;
}

/** An icon of the product's own may begin what the status bar and a row show. */
export function withoutIcon({ where, text }: Shown): string {
  return where === 'status' || where === 'label' ? text.replace(/^\$\([a-z]+\) /, '') : text;
}
