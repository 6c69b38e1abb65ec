import * as vscode from 'vscode';
import type { Message } from './message.js';
import { writeInert } from './write.js';

/** One entry of a tree. What it says is made inert. */
export interface TreeEntry {
  /** Distinguishes it from all others, so that it stays unfolded when the tree is written anew. */
  readonly key: string;
  readonly label: Message;
  /** Beside the label, in lighter letters. */
  readonly description: Message | null;
  readonly tooltip: Message | null;
  /** For those who hear it. */
  readonly spoken: Message;
  /** One of VS Code's icons and its colour, by their names. */
  readonly icon: { readonly name: string; readonly color: string | null };
  readonly children: readonly TreeEntry[];
  /** What a click does; null for an entry that only unfolds. */
  readonly open: (() => void) | null;
}

/** So much of a text is shown (UTF-16 code units): names may be as long as a file. */
const longest = 300;

/** A tree in the side bar. It asks for its entries when somebody sees it, and not before. */
export class Tree implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<TreeEntry>;
  readonly #subscriptions: vscode.Disposable;
  readonly #load: (cancellation: vscode.CancellationToken) => Promise<readonly TreeEntry[]>;
  #loading = new vscode.CancellationTokenSource();
  #isStale = false;

  /** `id`: as the manifest names it; `openCommand`: the id under which a click reaches the entry. */
  constructor(id: string, openCommand: string, load: (cancellation: vscode.CancellationToken) => Promise<readonly TreeEntry[]>) {
    this.#load = load;
    const entries: vscode.TreeDataProvider<TreeEntry> = {
      onDidChangeTreeData: this.#changed.event,
      getChildren: entry => (entry === undefined ? this.#loadAnew() : [...entry.children]),
      getTreeItem: entry => toItem(entry, openCommand),
    };
    this.#view = vscode.window.createTreeView(id, { treeDataProvider: entries, showCollapseAll: true });
    this.#subscriptions = vscode.Disposable.from(
      this.#view,
      this.#changed,
      vscode.commands.registerCommand(openCommand, (entry: TreeEntry) => entry.open?.()),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.#isStale) this.refresh();
      }),
    );
  }

  /** Asks for the entries anew: now where somebody sees the tree, else when somebody does. */
  refresh(): void {
    this.#isStale = !this.#view.visible;
    if (!this.#isStale) this.#changed.fire(undefined);
  }

  /** What stands in the place of the entries where there are none. */
  say(message: Message | null): void {
    this.#view.message = message === null ? '' : writeInert(message);
  }

  dispose(): void {
    this.#loading.cancel();
    this.#subscriptions.dispose();
  }

  /** What is still being worked out for an earlier state is not wanted any more. */
  async #loadAnew(): Promise<TreeEntry[]> {
    this.#loading.cancel();
    this.#loading = new vscode.CancellationTokenSource();
    return [...(await this.#load(this.#loading.token))];
  }
}

function toItem(entry: TreeEntry, openCommand: string): vscode.TreeItem {
  const { key, label, description, tooltip, spoken, icon, children, open } = entry;
  const state = children.length === 0 ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(writeShort(label), state);
  item.id = key;
  item.iconPath = new vscode.ThemeIcon(icon.name, icon.color === null ? undefined : new vscode.ThemeColor(icon.color));
  item.accessibilityInformation = { label: writeShort(spoken) };
  if (description !== null) item.description = writeShort(description);
  if (tooltip !== null) item.tooltip = writeShort(tooltip);
  // The title is shown nowhere: what a screen reader says is above.
  if (open !== null) item.command = { command: openCommand, title: '', arguments: [entry] };
  return item;
}

function writeShort(message: Message): string {
  const written = writeInert(message);
  return written.length > longest ? `${written.slice(0, longest)}…` : written;
}
