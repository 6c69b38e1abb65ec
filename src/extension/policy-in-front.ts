import * as vscode from 'vscode';
import type { DocumentPosition } from '../protocol.js';
import { metadataScheme } from './metadata/document-provider.js';
import { isPolicyDocument, lookInside, mayHaveBecomePolicy } from './policy-documents.js';
import { showFixes, showStretch, type OffersActions, type Stretch } from './show-place.js';

/** How long typing must rest before what depends on the text is asked for again (milliseconds). */
const rest = 250;

/** The policy document that the user looks at. It stays in front while the focus is in the panel or in a metadata document. */
export class PolicyInFront implements vscode.Disposable {
  readonly #listeners: (() => void)[] = [];
  readonly #subscriptions: vscode.Disposable;
  readonly #server: OffersActions;
  #document: vscode.TextDocument | undefined;
  /** Where the cursor is or was last, in a file that may hold several policies; undefined in a policy document. */
  #cursor: DocumentPosition | undefined;
  #column = vscode.ViewColumn.One;
  #isAway = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(server: OffersActions) {
    this.#server = server;
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(editor => this.#look(editor)),
      vscode.workspace.onDidChangeTextDocument(event => this.#edited(event)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
        if (this.#cursor === undefined || textEditor.document !== this.#document || selection === undefined) return;
        this.#cursor = toPosition(selection.active);
        this.#tellLater();
      }),
      // A document whose language was changed closes and opens again in the same editor.
      vscode.workspace.onDidOpenTextDocument(document => {
        if (document === vscode.window.activeTextEditor?.document) this.#look(vscode.window.activeTextEditor);
      }),
      vscode.workspace.onDidCloseTextDocument(document => {
        if (document !== this.#document) return;
        this.#document = undefined;
        this.#tell();
      }),
    );
    this.#look(vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors.find(({ document }) => isPolicyDocument(document)));
  }

  /** Whether another kind of file is in front of it. */
  get isAway(): boolean {
    return this.#isAway;
  }

  get document(): vscode.TextDocument | undefined {
    return this.#document;
  }

  /** The address as the language server knows it; null without a policy. */
  get uri(): string | null {
    return this.#document?.uri.toString() ?? null;
  }

  /** The policy as the language server is asked about it: of several in one file the one in which the cursor is. */
  get place(): { readonly uri: string | null; readonly position?: DocumentPosition } {
    return { uri: this.uri, ...(this.#cursor === undefined ? {} : { position: this.#cursor }) };
  }

  /** The column in which the policy stands, or stood last. */
  get column(): vscode.ViewColumn {
    return this.#column;
  }

  /** Calls back when another policy is in front, and when the text of this one has changed, or the cursor among several, and typing rests. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Shows a stretch of the policy in its editor: UTF-16 code units, end exclusive. */
  async reveal(place: Stretch): Promise<void> {
    if (this.#document !== undefined) await showStretch(this.#document, place, this.#column);
  }

  /** Shows a place in any file beside the panel; with `fixes`, lets the user pick one of those there. */
  async revealFile(uri: vscode.Uri, place: Stretch, fixes: boolean): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    await (fixes ? showFixes(this.#server, document, place, this.#column) : showStretch(document, place, this.#column));
  }

  /** Shows a stretch of the policy, and lets the user pick one of its fixes. */
  async showFixes(place: Stretch): Promise<void> {
    if (this.#document !== undefined) await showFixes(this.#server, this.#document, place, this.#column);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  #look(editor: vscode.TextEditor | undefined): void {
    const isPolicy = editor !== undefined && isPolicyDocument(editor.document);
    void vscode.commands.executeCommand('setContext', 'apimTokenDoctor.policyInFront', isPolicy);
    const wasAway = this.#isAway;
    // The panel itself, and what it shows of the metadata, are about the policy.
    if (editor !== undefined && editor.document.uri.scheme !== metadataScheme) this.#isAway = !isPolicy && this.#document !== undefined;
    if (!isPolicy) {
      if (this.#isAway !== wasAway) this.#tell();
      return;
    }
    this.#column = editor.viewColumn ?? this.#column;
    if (editor.document === this.#document) {
      if (wasAway) this.#tell();
      return;
    }
    this.#document = editor.document;
    // A policy was seen in this window: what it can be asked about is shown from now on.
    void vscode.commands.executeCommand('setContext', 'apimTokenDoctor.hasPolicies', true);
    this.#cursor = lookInside(editor.document) === null ? undefined : toPosition(editor.selection.active);
    this.#tell();
  }

  #edited(event: vscode.TextDocumentChangeEvent): void {
    const { document } = event;
    const isOther = document === vscode.window.activeTextEditor?.document && document !== this.#document;
    if (isOther && mayHaveBecomePolicy(event)) this.#look(vscode.window.activeTextEditor);
    if (document === this.#document) this.#tellLater();
  }

  #tellLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), rest);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function toPosition({ line, character }: vscode.Position): DocumentPosition {
  return { line, character };
}
