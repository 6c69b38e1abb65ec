import * as vscode from 'vscode';
import type { Copied, PanelView, ShownOfToken } from '../panel-messages.js';
import type { ErrorExplanation, FilePlace, FixOffer, View } from '../view.js';
import type { ServerLink } from './client/server-link.js';
import type { CommandName } from './command-names.js';
import { commandOf, listActions } from './panel/actions.js';
import type { Message } from './messages/message.js';
import { write } from './messages/write.js';
import { TokenPanel, emptyContent, type OwnerMessage } from './panel/token-panel.js';
import type { PolicyInFront } from './policy-in-front.js';
import { showChange } from './show-place.js';
import type { TokenStore } from './token/token-store.js';

/** How often an open panel is written anew although nothing happened (milliseconds). */
const beat = 60_000;

interface PanelOwnerParts {
  readonly extensionUri: vscode.Uri;
  readonly server: ServerLink;
  readonly policy: PolicyInFront;
  readonly tokens: TokenStore;
  readonly run: (command: CommandName, parameters: readonly unknown[]) => void;
  readonly openSource: (address: string) => void;
  readonly showFile: (place: FilePlace, fixes: boolean) => void;
  /** Tells the user that the fix that was clicked could not be applied. */
  readonly fixFailed: () => void;
}

/** A pasted error, explained for a version of the policy in front. */
interface Explained {
  readonly explanations: readonly ErrorExplanation[];
  readonly uri: string | null;
  readonly version: number | undefined;
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
  /** The id of the token that the one in force is compared with. */
  #compare: string | null = null;
  #shown: ShownOfToken = emptyContent.shown;
  #explained: Explained | null = null;

  constructor(parts: PanelOwnerParts) {
    this.#parts = parts;
    this.#panel = new TokenPanel(parts.extensionUri, message => this.#receive(message));
    parts.tokens.onChange(() => {
      // What was shown of a token is not shown of the next one.
      this.#shown = { ...this.#shown, personal: false, json: false };
      this.refresh();
    });
  }

  /** Opens the panel beside the policy, or brings it to the front. The focus stays where it is, unless it is wanted here. */
  show(options: { readonly focus: boolean } = { focus: false }): void {
    this.#panel.show(options);
    this.refresh();
  }

  /** Shows what a pasted error means. */
  explain(explanations: readonly ErrorExplanation[]): void {
    const { document, uri } = this.#parts.policy;
    this.#explained = { explanations, uri, version: document?.version };
    this.show();
    this.#panel.showTab('gateway');
  }

  /** Asks for the view anew. Of several at once only the last one is shown. */
  refresh(): void {
    const { server, policy } = this.#parts;
    if (!this.#panel.isOpen || !server.isRunning) return;
    const wanted = (this.#wanted += 1);
    server.ask('apimTokenDoctor/view', { ...policy.place, path: this.#path, compare: this.#compare, ...this.#shown }).then(
      view => {
        if (wanted === this.#wanted) this.#panel.update(this.#complete(view));
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

  /** The server's view with what only the editor knows. */
  #complete(view: View): Omit<PanelView, 'version'> {
    const { policy, tokens } = this.#parts;
    const compared = tokens.tokens.findIndex(({ summary }) => summary.id === this.#compare);
    return {
      ...view,
      document: view.document && { ...view.document, name: this.#nameFile() ?? view.document.name },
      actions: listActions(view, tokens),
      tokens: tokens.tokens.map(({ summary: { kind, sample, problem, expires }, isInForce }) => ({
        kind,
        sample,
        isInForce,
        isBroken: problem !== null,
        expires,
      })),
      comparedWith: view.comparison === null || compared < 0 ? null : compared,
      away: policy.isAway,
      shown: this.#shown,
      explained: this.#writeExplained(),
    };
  }

  /** With the folders that tell it from others of the same name. */
  #nameFile(): string | null {
    const { document } = this.#parts.policy;
    if (document === undefined) return null;
    const steps = vscode.workspace.asRelativePath(document.uri, false).split('/');
    return steps.length <= 3 ? steps.join('/') : `…/${steps.slice(-3).join('/')}`;
  }

  /** Places count for the text that they were found in. */
  #writeExplained(): PanelView['explained'] {
    if (this.#explained === null) return null;
    const { explanations, uri, version } = this.#explained;
    const { policy } = this.#parts;
    if (uri === policy.uri && version === policy.document?.version) return explanations;
    return explanations.map(each => ({ ...each, place: null, findings: [], matches: null }));
  }

  #receive(message: OwnerMessage): void {
    const { run, openSource, showFile, policy, tokens } = this.#parts;
    switch (message.type) {
      case 'ready':
        return this.refresh();
      case 'run':
        return run(...commandOf(message.action, tokens));
      case 'open-source':
        return openSource(message.address);
      case 'show-file':
        return showFile(message.place, message.fixes);
      case 'use-path':
        return this.choosePath(message.key);
      case 'use-token': {
        const chosen = tokens.tokens[message.token];
        if (chosen !== undefined) tokens.use(chosen.summary.id).catch(() => undefined);
        return;
      }
      case 'compare':
        this.#compare = message.token === null ? null : (tokens.tokens[message.token]?.summary.id ?? null);
        return this.refresh();
      case 'show-of-token':
        this.#shown = { personal: message.personal, json: message.json, filter: message.filter };
        return this.refresh();
      case 'copy-more':
        return void this.#copy(message.what).catch(() => undefined);
      case 'apply-fix':
        return void this.#apply(message.fix).catch(() => this.#parts.fixFailed());
      case 'go-to':
        (message.fixes ? policy.showFixes(message.place) : policy.reveal(message.place)).catch(() => undefined);
    }
  }

  async #copy(what: Copied): Promise<void> {
    const { server, policy } = this.#parts;
    const text =
      what.kind === 'member'
        ? await server.ask('apimTokenDoctor/token/text', what)
        : await server.ask('apimTokenDoctor/report', { ...policy.place, path: this.#path, name: this.#nameFile() ?? '' });
    if (text !== null) this.#panel.copy(what, text);
  }

  async #apply({ finding, title }: FixOffer): Promise<void> {
    const { server, policy, fixFailed } = this.#parts;
    const { applied, lines } = await server.ask('apimTokenDoctor/fix/apply', { ...policy.place, finding, title });
    if (!applied) return fixFailed();
    if (lines !== null && policy.uri !== null) showChange(policy.uri, [new vscode.Range(lines.first, 0, lines.last, 0)]);
  }
}
