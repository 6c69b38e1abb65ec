import * as vscode from 'vscode';
import { makeInert } from '../../core/text/inert-text.js';

/** What an item of the status bar says. */
interface StatusText {
  /** One of VS Code's icons, by its name. */
  readonly icon: string;
  readonly text: string;
  /** Line by line. */
  readonly tooltip: readonly string[];
  /** For those who hear it. */
  readonly spoken: string;
  /** Whether it stands out. */
  readonly warns: boolean;
}

/** An item at the right end of the status bar, hidden until it says something. */
export class StatusItem implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;

  /** `id`: as users hide it by; `name`: what they see there; `command`: what a click runs. */
  constructor(id: string, name: string, command: string) {
    this.#item = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Right, 100);
    this.#item.name = makeInert(name);
    this.#item.command = command;
  }

  show({ icon, text, tooltip, spoken, warns }: StatusText): void {
    this.#item.text = `$(${icon}) ${makeInert(text)}`;
    this.#item.tooltip = tooltip.map(makeInert).join('\n');
    this.#item.accessibilityInformation = { label: makeInert(spoken) };
    this.#item.backgroundColor = warns ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#item.show();
  }

  hide(): void {
    this.#item.hide();
  }

  dispose(): void {
    this.#item.dispose();
  }
}
