import type * as vscode from 'vscode';
import type { PanelActionName } from '../panel-messages.js';
import type { FilePlace, View } from '../view.js';
import type { ServerLink } from './client/server-link.js';
import type { CommandName } from './command-names.js';
import type { Message } from './messages/message.js';
import { write } from './messages/write.js';
import { TokenPanel, type OwnerMessage } from './panel/token-panel.js';
import type { PolicyInFront } from './policy-in-front.js';

const commandOfAction: Readonly<Record<PanelActionName, CommandName>> = {
  'decode-token': 'decodeToken',
  'decode-token-from-clipboard': 'decodeTokenFromClipboard',
  'show-tenant-metadata': 'showTenantMetadata',
  'clear-token': 'clearToken',
  'open-sample': 'openSample',
  'explain-gateway-error': 'explainGatewayError',
};

/** How often an open panel is written anew although nothing happened (milliseconds). */
const beat = 60_000;

interface PanelOwnerParts {
  readonly extensionUri: vscode.Uri;
  readonly server: ServerLink;
  readonly policy: PolicyInFront;
  readonly run: (command: CommandName) => void;
  readonly openSource: (address: string) => void;
  readonly showFile: (place: FilePlace, fixes: boolean) => void;
}

/** Keeps the token panel up to date with the policy in front and the facts, and does what is clicked there. */
export class PanelOwner implements vscode.Disposable {
  readonly #parts: PanelOwnerParts;
  readonly #panel: TokenPanel;
  /** Words such as "in 41 minutes" grow old. */
  readonly #beat = setInterval(() => this.refresh(), beat);
  #wanted = 0;
  /** The key of the path that the user chose; it counts for every document that it meets. */
  #path: string | null = null;

  constructor(parts: PanelOwnerParts) {
    this.#parts = parts;
    this.#panel = new TokenPanel(parts.extensionUri, message => this.#receive(message));
  }

  /** Opens the panel beside the policy, or brings it to the front; the focus stays where it is. */
  show(): void {
    this.#panel.show();
    this.refresh();
  }

  /** Asks for the view anew. Of several at once only the last one is shown. */
  refresh(): void {
    if (!this.#panel.isOpen || !this.#parts.server.isRunning) return;
    const wanted = (this.#wanted += 1);
    this.#parts.server.ask('apimTokenDoctor/view', { ...this.#parts.policy.place, path: this.#path }).then(
      view => {
        if (wanted === this.#wanted) this.#panel.update({ ...view, actions: listActions(view) });
      },
      // The server is gone or has written to the log; the next change asks again.
      () => undefined,
    );
  }

  /** Lets a path be the one in force, wherever it meets the policy in front. */
  choosePath(key: string): void {
    this.#path = key;
    this.refresh();
  }

  /** Shows while something goes on what it is. */
  async showBusy<Result>(words: Message, work: () => Promise<Result>): Promise<Result> {
    this.#panel.setBusy(write(words));
    try {
      return await work();
    } finally {
      this.#panel.setBusy(null);
    }
  }

  dispose(): void {
    clearInterval(this.#beat);
    this.#panel.dispose();
  }

  #receive(message: OwnerMessage): void {
    const { run, openSource, showFile, policy } = this.#parts;
    switch (message.type) {
      case 'ready':
        return this.refresh();
      case 'run':
        return run(commandOfAction[message.action]);
      case 'open-source':
        return openSource(message.address);
      case 'show-file':
        return showFile(message.place, message.fixes);
      case 'use-path':
        return this.choosePath(message.key);
      case 'go-to':
        (message.fixes ? policy.showFixes(message.place) : policy.reveal(message.place)).catch(() => undefined);
    }
  }
}

/** The obvious next step first. */
function listActions({ token, document, sources }: View): PanelActionName[] {
  if (token === null) return ['decode-token', 'decode-token-from-clipboard', 'open-sample', 'explain-gateway-error'];
  const missing = document !== null && sources.some(({ from, problem }) => from === null || problem !== null);
  return [
    ...(missing ? (['show-tenant-metadata'] as const) : []),
    'decode-token',
    'decode-token-from-clipboard',
    'clear-token',
    'explain-gateway-error',
  ];
}
