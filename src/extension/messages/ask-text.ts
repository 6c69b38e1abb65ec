import * as vscode from 'vscode';
import type { Message } from './message.js';
import { writeInert } from './write.js';

interface TextQuestion {
  readonly title: Message;
  readonly prompt: Message;
  readonly placeHolder: Message;
  /** Whether what is typed is hidden. */
  readonly masked?: boolean;
}

/** Asks for a line of text in a box that stays open while the user copies it elsewhere. Undefined where the user cancelled. */
export async function askText({ title, prompt, placeHolder, masked }: TextQuestion): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: writeInert(title),
    prompt: writeInert(prompt),
    placeHolder: writeInert(placeHolder),
    password: masked ?? false,
    ignoreFocusOut: true,
  });
}
