import * as vscode from 'vscode';
import { quoteMarkdown } from '../../core/text/inert-text.js';
import type { Message } from './message.js';
import { write, writeInert } from './write.js';

/** A tool for language models. */
interface ModelTool {
  /** As the manifest names it. */
  readonly name: string;
  /** What the user is asked before each use, by what the model hands over, whatever that is. */
  readonly confirm: (input: unknown) => { readonly title: Message; readonly text: Message };
  /** What is shown while it runs. */
  readonly running: Message;
  /** The texts that the model gets. Where it rejects, the model is told `failed`. */
  readonly call: (input: unknown, cancellation: vscode.CancellationToken) => Promise<readonly string[]>;
  readonly failed: Message;
  /** What whoever calls it outside a chat is told: VS Code asks nobody there. */
  readonly unasked: Message;
}

/** Offers a tool to language models where VS Code has any; what it asks the user is shown as text, whatever it quotes. */
export function offerTool({ name, confirm, running, call, failed, unasked }: ModelTool): vscode.Disposable {
  // Not every program that runs extensions has them.
  if (typeof vscode.lm?.registerTool !== 'function') return vscode.Disposable.from();
  return vscode.lm.registerTool<unknown>(name, {
    prepareInvocation: ({ input }) => {
      const { title, text } = confirm(input);
      const message = new vscode.MarkdownString(quoteMarkdown(write(text)));
      return { invocationMessage: writeInert(running), confirmationMessages: { title: writeInert(title), message } };
    },
    invoke: async ({ input, toolInvocationToken }, cancellation) => {
      const answer = async (): Promise<readonly string[]> =>
        toolInvocationToken === undefined ? [write(unasked)] : call(input, cancellation);
      const texts = await answer().catch(() => [write(failed)]);
      return new vscode.LanguageModelToolResult(texts.map(text => new vscode.LanguageModelTextPart(text)));
    },
  });
}
