import * as vscode from 'vscode';
import type { Message } from './message.js';
import { writeInert } from './write.js';

/** A row of a list. */
interface Choice<Value> {
  /** One of VS Code's icons, by its name. */
  readonly icon?: string;
  readonly label: Message;
  readonly description?: Message | undefined;
  readonly detail?: Message | undefined;
  readonly value: Value;
}

/** A line above the rows that follow it. */
interface Heading {
  readonly heading: Message;
}

interface PickOptions {
  readonly title: Message;
  readonly placeHolder?: Message;
  /** Whether the list stays while the user looks elsewhere. */
  readonly stays?: boolean;
}

/** Lets the user pick a row of a list; typing searches its details, too. Undefined where nothing was picked. */
export async function pickOne<Value>(rows: readonly (Choice<Value> | Heading)[], options: PickOptions): Promise<Value | undefined> {
  const { title, placeHolder, stays } = options;
  const picked = await vscode.window.showQuickPick(rows.map(toItem), {
    title: writeInert(title),
    ...(placeHolder === undefined ? {} : { placeHolder: writeInert(placeHolder) }),
    matchOnDetail: true,
    ignoreFocusOut: stays ?? false,
  });
  return picked?.value;
}

type Item<Value> = vscode.QuickPickItem & { readonly value?: Value };

function toItem<Value>(row: Choice<Value> | Heading): Item<Value> {
  if ('heading' in row) return { label: writeInert(row.heading), kind: vscode.QuickPickItemKind.Separator };
  const { icon, label, description, detail, value } = row;
  return {
    label: icon === undefined ? writeInert(label) : `$(${icon}) ${writeInert(label)}`,
    ...(description === undefined ? {} : { description: writeInert(description) }),
    ...(detail === undefined ? {} : { detail: writeInert(detail) }),
    value,
  };
}
