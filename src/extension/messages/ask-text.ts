import * as vscode from 'vscode';
import type { Message } from './message.js';
import { writeInert } from './write.js';

interface TextQuestion {
  readonly title: Message;
  readonly prompt: Message;
  readonly placeHolder: Message;
  /**
   * Whether what is typed is hidden. It has to be where a token may stand in it: VS Code in a browser is a page, and browsers write what stands
   * in a page's plain inputs to the disk, to restore it one day; of a password's input nothing.
   */
  readonly masked: boolean;
}

/** Asks for a line of text in a box that stays open while the user copies it elsewhere. Undefined where the user cancelled. */
export async function askText({ title, prompt, placeHolder, masked }: TextQuestion): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: writeInert(title),
    prompt: writeInert(prompt),
    placeHolder: writeInert(placeHolder),
    password: masked,
    ignoreFocusOut: true,
  });
}
