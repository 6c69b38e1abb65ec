import * as vscode from 'vscode';
import type { TokenSummary } from '../../protocol.js';
import { commandId } from '../command-names.js';
import { writeTimeLeft } from './time-left.js';
import type { TokenStore } from './token-store.js';

/** How often the time left is written anew (milliseconds). */
const beat = 15_000;

/** Shows the token in force and its time left; nothing without a token. */
export class TokenStatusBar implements vscode.Disposable {
  readonly #tokens: TokenStore;
  readonly #item = vscode.window.createStatusBarItem('apimTokenDoctor.token', vscode.StatusBarAlignment.Right, 100);
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(tokens: TokenStore) {
    this.#tokens = tokens;
    this.#item.name = 'APIM Token Doctor: token';
    this.#item.command = commandId('showTokenPanel');
    tokens.onChange(() => this.#refresh());
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#item.dispose();
  }

  #refresh(): void {
    clearInterval(this.#timer);
    const { summary } = this.#tokens;
    void vscode.commands.executeCommand('setContext', 'apimTokenDoctor.hasToken', summary !== null);
    if (summary === null) {
      this.#item.hide();
      return;
    }
    this.#write(summary);
    this.#item.show();
    this.#timer = setInterval(() => this.#write(summary), beat);
  }

  #write({ kindLabel, problem, expires, notBefore, sample }: TokenSummary): void {
    const now = Date.now() / 1000;
    const left = expires === null ? 'no expiry' : writeTimeLeft(expires - now);
    const early = notBefore !== null && notBefore > now;
    const words = problem === null ? (early ? 'not valid yet' : left) : 'not readable';
    const bad = problem !== null || early || (expires !== null && expires <= now);
    this.#item.text = `$(key) Token: ${words}`;
    this.#item.tooltip = [sample ? `${kindLabel} (sample)` : kindLabel, problem ?? words, 'Click to show the token panel.'].join('\n');
    this.#item.accessibilityInformation = { label: `Token in force: ${kindLabel}, ${words}` };
    this.#item.backgroundColor = bad ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  }
}
