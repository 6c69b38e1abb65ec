import * as vscode from 'vscode';
import type { TokenSummary } from '../../protocol.js';
import { commandId } from '../command-names.js';
import { quote, say } from '../messages/message.js';
import { StatusItem } from '../messages/status-item.js';
import type { TokenStore } from './token-store.js';

/** How often the time left is written anew (milliseconds). */
const beat = 15_000;

/** Shows the token in force and its time left; nothing without a token. */
export class TokenStatusBar implements vscode.Disposable {
  readonly #tokens: TokenStore;
  readonly #item = new StatusItem('apimTokenDoctor.token', say('status-name'), commandId('showTokenPanel'));
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(tokens: TokenStore) {
    this.#tokens = tokens;
    tokens.onChange(() => this.#refresh());
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#item.dispose();
  }

  #refresh(): void {
    clearInterval(this.#timer);
    const { summary, former } = this.#tokens;
    void vscode.commands.executeCommand('setContext', 'apimTokenDoctor.hasToken', summary !== null);
    void vscode.commands.executeCommand('setContext', 'apimTokenDoctor.hasFormerToken', former !== null);
    if (summary === null) {
      this.#item.hide();
      return;
    }
    this.#write(summary);
    this.#timer = setInterval(() => this.#write(summary), beat);
  }

  #write({ kindLabel, problem, expires, notBefore, sample }: TokenSummary): void {
    const now = Date.now() / 1000;
    const early = notBefore !== null && notBefore > now;
    const token = {
      state: problem !== null ? ('unreadable' as const) : early ? ('early' as const) : ('left' as const),
      seconds: expires === null ? null : expires - now,
    };
    this.#item.show({
      icon: 'key',
      text: say('status-text', token),
      tooltip: [
        say('status-kind', { kindLabel, sample }),
        problem === null ? say('status-state', token) : quote(problem),
        say('status-click'),
      ],
      spoken: say('status-spoken', { kindLabel, ...token }),
      warns: problem !== null || early || (expires !== null && expires <= now),
    });
  }
}
