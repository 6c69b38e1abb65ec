import * as vscode from 'vscode';
import { makeInert } from '../../core/text/inert-text.js';

interface TextQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly placeHolder: string;
  /** Whether what is typed is hidden. */
  readonly masked?: boolean;
}

/** Asks for a line of text in a box that stays open while the user copies it elsewhere. Undefined where the user cancelled. */
export async function askText({ title, prompt, placeHolder, masked }: TextQuestion): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: makeInert(title),
    prompt: makeInert(prompt),
    placeHolder: makeInert(placeHolder),
    password: masked ?? false,
    ignoreFocusOut: true,
  });
}
