import * as vscode from 'vscode';
import { makeInert } from '../../core/text/inert-text.js';

/** A row of a list. */
export interface Choice<Value> {
  /** One of VS Code's icons, by its name. */
  readonly icon?: string;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string | undefined;
  readonly value: Value;
}

/** A line above the rows that follow it. */
export interface Heading {
  readonly heading: string;
}

interface PickOptions {
  readonly title: string;
  readonly placeHolder?: string;
  /** Whether the list stays while the user looks elsewhere. */
  readonly stays?: boolean;
}

/** Lets the user pick a row of a list; typing searches its details, too. Undefined where nothing was picked. */
export async function pickOne<Value>(rows: readonly (Choice<Value> | Heading)[], options: PickOptions): Promise<Value | undefined> {
  const { title, placeHolder, stays } = options;
  const picked = await vscode.window.showQuickPick(rows.map(toItem), {
    title: makeInert(title),
    ...(placeHolder === undefined ? {} : { placeHolder: makeInert(placeHolder) }),
    matchOnDetail: true,
    ignoreFocusOut: stays ?? false,
  });
  return picked?.value;
}

type Item<Value> = vscode.QuickPickItem & { readonly value?: Value };

function toItem<Value>(row: Choice<Value> | Heading): Item<Value> {
  if ('heading' in row) return { label: makeInert(row.heading), kind: vscode.QuickPickItemKind.Separator };
  const { icon, label, description, detail, value } = row;
  return {
    label: icon === undefined ? makeInert(label) : `$(${icon}) ${makeInert(label)}`,
    ...(description === undefined ? {} : { description: makeInert(description) }),
    ...(detail === undefined ? {} : { detail: makeInert(detail) }),
    value,
  };
}
