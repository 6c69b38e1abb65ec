import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CancellationToken, TreeDataProvider, TreeItem } from 'vscode';
import type { ServerLink } from '../../../src/extension/client/server-link.js';
import type { TreeEntry } from '../../../src/extension/messages/tree-view.js';
import { RequestPathsView } from '../../../src/extension/paths-view/request-paths.js';
import type { RequestPaths } from '../../../src/paths-protocol.js';
import type { FilePlace } from '../../../src/view.js';
import { TestClient } from '../../server/test-client.js';
import { makeTenant } from '../../harness/tenant.mjs';

const editor = vi.hoisted(() => ({
  provider: null as unknown as TreeDataProvider<TreeEntry>,
  view: { message: '', visible: true, dispose: () => undefined, onDidChangeVisibility: () => ({ dispose: () => undefined }) },
  commands: new Map<string, (entry: TreeEntry) => void>(),
}));

vi.mock('vscode', () => ({
  CancellationTokenSource: class {
    readonly token = { isCancellationRequested: false };
    cancel(): void {
      this.token.isCancellationRequested = true;
    }
  },
  Disposable: { from: () => ({ dispose: () => undefined }) },
  EventEmitter: class {
    readonly event = (): void => undefined;
    readonly fire = (): void => undefined;
  },
  ThemeColor: class {},
  ThemeIcon: class {},
  TreeItem: class {
    constructor(
      readonly label: string,
      readonly collapsibleState: number,
    ) {}
  },
  TreeItemCollapsibleState: { None: 0, Collapsed: 1 },
  commands: {
    executeCommand: () => Promise.resolve(),
    registerCommand: (name: string, run: (entry: TreeEntry) => void) => void editor.commands.set(name, run),
  },
  env: { language: 'en' },
  window: {
    createTreeView: (_: string, { treeDataProvider }: { treeDataProvider: TreeDataProvider<TreeEntry> }) => {
      editor.provider = treeDataProvider;
      return editor.view;
    },
  },
}));

interface Row {
  readonly entry: TreeEntry;
  readonly item: TreeItem;
  readonly children: readonly Row[];
}

let shown: FilePlace[];
let chosen: string[];
let view: RequestPathsView;

/** The view of what a server answers. */
function show(answer: (cancellation?: CancellationToken) => Promise<RequestPaths>): void {
  const server = { isRunning: true, ask: (...[, , cancellation]: Parameters<ServerLink['ask']>) => answer(cancellation) };
  view = new RequestPathsView({
    server: server as unknown as ServerLink,
    show: place => shown.push(place),
    choose: key => chosen.push(key),
  });
}

/** All that the tree has, unfolded. */
async function unfold(parent?: TreeEntry): Promise<readonly Row[]> {
  const entries = (await editor.provider.getChildren(parent)) ?? [];
  return Promise.all(
    entries.map(async entry => ({ entry, item: await editor.provider.getTreeItem(entry), children: await unfold(entry) })),
  );
}

const flatten = (rows: readonly Row[]): Row[] => rows.flatMap(row => [row, ...flatten(row.children)]);
const textsOf = ({ item }: Row): string[] =>
  [item.label, item.description, item.tooltip, item.accessibilityInformation?.label].filter(text => typeof text === 'string');

beforeEach(() => {
  shown = [];
  chosen = [];
});

afterEach(() => view.dispose());

describe('the view of request paths', () => {
  const names = [
    '\u202eevil\u2066',
    '[click](command:workbench.action.quit)',
    '$(trash) gone',
    '<img src=x onerror=alert(1)>',
    'zero\u200bwidth\u{e0041}',
    'tab\tand\u0007bell',
    '__proto__',
    'x'.repeat(200),
  ];
  const folder = 'file:///repo';
  const files: Record<string, string> = {};
  for (const name of names) {
    const api = `${folder}/apis/${encodeURIComponent(name)}`;
    files[`${api}/apiInformation.json`] = '{"properties":{"path":"x"}}';
    files[`${api}/policy.xml`] = '<policies><inbound><validate-azure-ad-token tenant-id="common" /></inbound></policies>';
    files[`${api}/specification.json`] = JSON.stringify({
      paths: { '/': { get: { operationId: `${name} ${'long '.repeat(500)}` }, put: { operationId: `a\nb\u2028c ${name}` } } },
    });
  }

  it('shows names of any kind as they are, without anything in them that works or that nobody sees, and no longer than anybody reads', async () => {
    const client = await TestClient.start({ files });
    const tenant = await makeTenant();
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId') });
    show(() => client.ask('apimTokenDoctor/paths', { most: 5000 }));
    const rows = flatten(await unfold());
    expect(rows.filter(({ entry }) => entry.open === null)).toHaveLength(names.length);
    for (const text of rows.flatMap(textsOf)) {
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]|\$\(|\]\(/u);
      expect(text.length).toBeLessThan(320);
    }
    const labels = rows.map(({ item }) => item.label);
    expect(labels).toContain('<img src=x onerror=alert(1)>');
    expect(labels).toContain('\\u202eevil\\u2066');
    // Where two entries had one id, the editor would show none of them.
    expect(new Set(rows.map(({ item }) => item.id)).size).toBe(rows.length);
  });

  it('opens what decides, and lets that path count in the panel', async () => {
    const client = await TestClient.start({ files });
    show(() => client.ask('apimTokenDoctor/paths', { most: 5000 }));
    const path = flatten(await unfold()).find(({ children, entry }) => children.length > 0 && entry.open !== null);
    editor.commands.get('apimTokenDoctor.openRequestPath')?.(path?.entry as TreeEntry);
    expect(shown).toMatchObject([{ uri: expect.stringMatching(/policy\.xml$/) as string, line: 1 }]);
    expect(chosen).toEqual([path?.entry.key]);
  });

  it('lists thousands of entries, says how many it leaves out, and what was not read', async () => {
    const apis = Array.from({ length: 1000 }, (_, at) => ({ key: `api${at}`, name: `api ${at}`, where: null, paths: [] }));
    show(() => Promise.resolve({ apis, more: 7, unread: 'Not read, because too long: a\u202eb.' }));
    expect(await unfold()).toHaveLength(1000);
    expect(editor.view.message).toBe('7 more paths are not listed. Not read, because too long: a\\u202eb.');
    show(() => Promise.resolve({ apis, more: 0, unread: null }));
    await unfold();
    expect(editor.view.message).toBe('');
  });

  it('keeps asking where the server could not answer, and is empty until then', async () => {
    show(() => Promise.reject(new Error('gone')));
    expect(await unfold()).toEqual([]);
  });
});
