import * as vscode from 'vscode';
import type { TokenSummary } from '../../protocol.js';
import { commandId } from '../command-names.js';
import { quote, say } from '../messages/message.js';
import { StatusItem } from '../messages/status-item.js';
import type { PolicyInFront } from '../policy-in-front.js';
import type { TokenStore } from './token-store.js';

/** How often the time left is written anew (milliseconds). */
const beat = 15_000;

/** How long before its end a token says so: whoever tries it then still gets an answer to it (seconds). */
const soon = 300;

/** Shows the token in force and its time left; without a token, where a policy is in front, the way to one. */
export class TokenStatusBar implements vscode.Disposable {
  readonly #tokens: TokenStore;
  readonly #policy: Pick<PolicyInFront, 'uri' | 'onChange'>;
  readonly #item = new StatusItem('apimTokenDoctor.token', say('status-name'));
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(tokens: TokenStore, policy: Pick<PolicyInFront, 'uri' | 'onChange'>) {
    this.#tokens = tokens;
    this.#policy = policy;
    tokens.onChange(() => this.#refresh());
    policy.onChange(() => this.#refresh());
    this.#refresh();
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
    if (summary !== null) {
      this.#write(summary);
      this.#timer = setInterval(() => this.#write(summary), beat);
    } else if (this.#policy.uri === null) this.#item.hide();
    else this.#invite();
  }

  #invite(): void {
    this.#item.show({
      icon: 'shield',
      text: say('status-no-token'),
      tooltip: [say('status-no-token-detail')],
      spoken: say('status-no-token-detail'),
      command: commandId('decodeToken'),
      warns: false,
    });
  }

  #write({ kindLabel, problem, expires, notBefore, sample }: TokenSummary): void {
    const now = Date.now() / 1000;
    const early = notBefore !== null && notBefore > now;
    const ending = expires !== null && expires > now && expires - now <= soon;
    const token = {
      state: problem !== null ? ('unreadable' as const) : early ? ('early' as const) : ending ? ('ending' as const) : ('left' as const),
      seconds: expires === null ? null : expires - now,
    };
    const several = this.#tokens.tokens.length > 1;
    this.#item.show({
      icon: 'key',
      text: say('status-text', token),
      tooltip: [
        say('status-kind', { kindLabel, sample }),
        problem === null ? say('status-state', token) : quote(problem),
        say('status-click', { several }),
      ],
      spoken: say('status-spoken', { kindLabel, ...token }),
      command: commandId(several ? 'switchToken' : 'showTokenPanel'),
      warns: problem !== null || early || ending || (expires !== null && expires <= now),
    });
  }
}
