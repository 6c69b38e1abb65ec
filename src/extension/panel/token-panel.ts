import * as vscode from 'vscode';
import type { Copied, HostMessage, PageMessage, PanelTab, PanelView } from '../../panel-messages.js';
import type { FilePlace, FixOffer } from '../../view.js';
import { say } from '../messages/message.js';
import { catalogueInForce, write } from '../messages/write.js';
import { textOf } from './copied-text.js';
import { makeNonce, writePanelHtml } from './panel-html.js';
import { readPageMessage } from './read-page-message.js';

/** The type under which VS Code remembers the panel; `activationEvents` names it. */
const tokenPanelType = 'apimTokenDoctor.tokenPanel';

/** What the page sent and the panel does not do by itself. What the page names by a number is what the view has there. */
export type OwnerMessage =
  | Exclude<PageMessage, { readonly type: 'go-to-station' | 'go-to-cause' | 'choose-path' | 'fix' | 'copy' }>
  | { readonly type: 'show-file'; readonly place: FilePlace; readonly fixes: boolean }
  | { readonly type: 'use-path'; readonly key: string }
  | { readonly type: 'apply-fix'; readonly fix: FixOffer }
  /** The view does not have the text: `copy` takes it. */
  | { readonly type: 'copy-more'; readonly what: Copied };

/** A view before it got its number: the panel counts. Exported for tests. */
export type PanelContent = Omit<PanelView, 'version'>;

/** What the panel shows as long as nobody has given it anything else, for instance after VS Code was started again. Exported for tests. */
export const emptyContent: PanelContent = {
  now: 0,
  token: null,
  document: null,
  policies: [],
  findings: [],
  sources: [],
  paths: null,
  comparison: null,
  actions: ['decode-token-from-clipboard', 'decode-token', 'open-sample'],
  tokens: [],
  comparedWith: null,
  away: false,
  shown: { personal: false, json: false, filter: '' },
  explained: null,
};

/** What is no click on something of the view: it means the same whatever is shown by now. */
const standing: readonly PageMessage['type'][] = ['run', 'show-of-token'];

/**
 * The token panel: at most one, beside the policy. It keeps the newest content in memory and gives it to the page on each
 * load; the page itself remembers nothing but the number of the view it showed. Whoever owns the panel calls `update`
 * whenever something changed, whether a page exists or not, and `dispose` at the end.
 */
export class TokenPanel implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #onMessage: (message: OwnerMessage) => void;
  readonly #serializer: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #view: PanelView = { ...emptyContent, version: 0 };
  #busy: string | null = null;
  /** What a page that is loading is to show. */
  #tab: PanelTab | null = null;

  /**
   * Registers the panel for revival after a restart and creates no page yet.
   * `onMessage` hears every click on the newest view, and `ready` on each load (already answered with the newest view here).
   */
  constructor(extensionUri: vscode.Uri, onMessage: (message: OwnerMessage) => void) {
    this.#extensionUri = extensionUri;
    this.#onMessage = onMessage;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(tokenPanelType, {
      deserializeWebviewPanel: panel => {
        if (this.#panel === undefined) this.#adopt(panel);
        else panel.dispose();
        return Promise.resolve();
      },
    });
  }

  /** Whether a page exists, in front or hidden behind another tab. */
  get isOpen(): boolean {
    return this.#panel !== undefined;
  }

  /** Opens the panel beside the active editor, or brings it to the front where it is. Takes the keyboard focus only if told to. */
  show(options: { readonly focus: boolean } = { focus: false }): void {
    if (this.#panel !== undefined) {
      this.#panel.reveal(undefined, !options.focus);
      return;
    }
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: !options.focus };
    this.#adopt(vscode.window.createWebviewPanel(tokenPanelType, write(say('panel-title')), place, { enableFindWidget: true }));
  }

  /** Shows new content; null empties the panel. */
  update(content: PanelContent | null): void {
    this.#view = { ...(content ?? emptyContent), version: this.#view.version + 1 };
    this.#post({ type: 'view', view: this.#view });
  }

  /** Says what takes time ("Fetching the tenant's metadata…"); null when it is over. */
  setBusy(words: string | null): void {
    this.#busy = words;
    this.#post({ type: 'busy', words });
  }

  dispose(): void {
    this.#serializer.dispose();
    this.#panel?.dispose();
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    const { webview } = panel;
    const media = vscode.Uri.joinPath(this.#extensionUri, 'media');
    const dist = vscode.Uri.joinPath(this.#extensionUri, 'dist');
    panel.iconPath = { light: vscode.Uri.joinPath(media, 'token-light.svg'), dark: vscode.Uri.joinPath(media, 'token-dark.svg') };
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    // A revived page comes with the options it had; they are set again, so that an older version's do not live on.
    webview.options = { enableScripts: true, enableForms: false, enableCommandUris: false, localResourceRoots: [dist, media] };
    webview.onDidReceiveMessage((raw: unknown) => this.#receive(panel, raw));
    webview.html = writePanelHtml({
      scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(dist, 'webview.js')).toString(),
      styleUri: webview.asWebviewUri(vscode.Uri.joinPath(media, 'panel.css')).toString(),
      cspSource: webview.cspSource,
      nonce: makeNonce(),
      language: catalogueInForce().language,
      title: write(say('panel-title')),
    });
  }

  #receive(panel: vscode.WebviewPanel, raw: unknown): void {
    const message = readPageMessage(raw);
    if (message === null || this.#panel !== panel) return;
    if (message.type === 'ready') {
      this.#post({ type: 'view', view: this.#view });
      this.#post({ type: 'busy', words: this.#busy });
      if (this.#tab !== null) this.#post({ type: 'show', tab: this.#tab });
      this.#tab = null;
    } else if (!standing.includes(message.type) && message.version !== this.#view.version) {
      // The place or document that was clicked belongs to a view that is gone; the new one is on its way to the page.
      return;
    }
    const heard = this.#name(message);
    if (heard !== null) this.#onMessage(heard);
  }

  /** What the page means by its numbers; null where there is no such thing, and where it is done already. */
  #name(message: PageMessage): OwnerMessage | null {
    const { paths, document } = this.#view;
    switch (message.type) {
      case 'copy': {
        const text = textOf(message.what, this.#view);
        if (text === undefined) return { type: 'copy-more', what: message.what };
        if (text !== null) this.copy(message.what, text);
        return null;
      }
      case 'go-to-station': {
        const place = paths?.stations[message.station]?.place ?? null;
        return place === null ? null : { type: 'show-file', place, fixes: false };
      }
      case 'go-to-cause': {
        const cause = document?.prediction?.cause ?? null;
        return cause && { type: 'show-file', place: cause.place, fixes: message.fixes && cause.fixes !== null };
      }
      case 'choose-path': {
        const key = paths?.rows[message.path]?.key;
        return key === undefined ? null : { type: 'use-path', key };
      }
      case 'fix': {
        const cure = document?.prediction?.cure;
        const fix = cure?.kind === 'fixes' ? cure.fixes[message.fix] : undefined;
        return fix === undefined ? null : { type: 'apply-fix', fix };
      }
      default:
        return message;
    }
  }

  /** Puts a text into the clipboard, and tells the page what came of it. */
  copy(what: Copied, text: string): void {
    const tell = (done: boolean): void => this.#post({ type: 'copied', done, what });
    vscode.env.clipboard.writeText(text).then(
      () => tell(true),
      () => tell(false),
    );
  }

  /** Has the page show one of its parts. A page that is only loading shows it once it has loaded. */
  showTab(tab: PanelTab): void {
    this.#tab = tab;
    this.#post({ type: 'show', tab });
  }

  /** A hidden page does not hear this; it asks with `ready` when it loads again. */
  #post(message: HostMessage): void {
    // Rejected only when the page went away meanwhile: then nobody is left to be told.
    this.#panel?.webview.postMessage(message).then(undefined, () => undefined);
  }
}
