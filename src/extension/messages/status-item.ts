import * as vscode from 'vscode';
import type { Message } from './message.js';
import { writeInert } from './write.js';

/** What an item of the status bar says. */
interface StatusText {
  /** One of VS Code's icons, by its name. */
  readonly icon: string;
  readonly text: Message;
  /** Line by line. */
  readonly tooltip: readonly Message[];
  /** For those who hear it. */
  readonly spoken: Message;
  /** What a click runs. */
  readonly command: string;
  /** Whether it stands out. */
  readonly warns: boolean;
}

/** An item at the right end of the status bar, hidden until it says something. */
export class StatusItem implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;

  /** `id`: as users hide it by; `name`: what they see there. */
  constructor(id: string, name: Message) {
    this.#item = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Right, 100);
    this.#item.name = writeInert(name);
  }

  show({ icon, text, tooltip, spoken, command, warns }: StatusText): void {
    this.#item.command = command;
    this.#item.text = `$(${icon}) ${writeInert(text)}`;
    this.#item.tooltip = tooltip.map(writeInert).join('\n');
    this.#item.accessibilityInformation = { label: writeInert(spoken) };
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
