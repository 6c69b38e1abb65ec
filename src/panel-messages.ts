/**
 * The contract between the token panel's host (src/extension/panel) and its page (src/webview). Plain JSON; imports the view's types.
 *
 * The handshake: the page sends `ready` on each load; the host answers with the newest view, and sends it again whenever it
 * changes. A hidden page is destroyed and loads anew, so every view is whole and nothing is ever sent as a difference.
 *
 * Nothing here can carry the token's compact form or its signature: a view is header, claims and sentences about them.
 */
import type { Place, View } from './view.js';

/** What stands in the panel at one moment. */
export interface PanelView extends View {
  /** Grows with every view. The page quotes it with each click, so that the host can tell a click on an old view. */
  readonly version: number;
  /** What the user can do now, in the order in which it is offered. The first one is the obvious next step. */
  readonly actions: readonly PanelActionName[];
}

/** The page knows the label of each; the host knows the command behind it. */
export type PanelActionName =
  'decode-token' | 'decode-token-from-clipboard' | 'show-tenant-metadata' | 'clear-token' | 'open-sample' | 'explain-gateway-error';

/** From the host to the page. */
export type HostMessage =
  | { readonly type: 'view'; readonly view: PanelView }
  /** Something takes time ("Fetching the tenant's metadata…"); null when it is over. */
  | { readonly type: 'busy'; readonly words: string | null }
  /** What came of the newest `copy`: whether it is in the clipboard now. */
  | ({ readonly type: 'copied'; readonly done: boolean } & StepPlace);

/** A step of a finding of the view, both counted from 0. */
export interface StepPlace {
  readonly finding: number;
  readonly step: number;
}

/** From the page to the host. */
export type PageMessage =
  /** Sent on each load. `shown` is the version of the view that the page showed before it was hidden, null on the first load. */
  | { readonly type: 'ready'; readonly shown: number | null }
  /** A click on one of `PanelView.actions`. */
  | { readonly type: 'run'; readonly version: number; readonly action: PanelActionName }
  /** Show a place of the policy in its editor; with `fixes`, open the list of fixes there. */
  | { readonly type: 'go-to'; readonly version: number; readonly place: Place; readonly fixes: boolean }
  /** Show a station of the path in its file, counted from 0. The host knows where it is: the page names no file. */
  | { readonly type: 'go-to-station'; readonly version: number; readonly station: number }
  /** Show the cause of the verdict in its file, as the view has it; with `fixes`, open the list of fixes there. */
  | { readonly type: 'go-to-cause'; readonly version: number; readonly fixes: boolean }
  /** Let a row of the paths be the one in force, counted from 0. */
  | { readonly type: 'choose-path'; readonly version: number; readonly path: number }
  /** Copy what a step of a finding has to copy. The text is the host's own: what the page has is never put into the clipboard. */
  | ({ readonly type: 'copy'; readonly version: number } & StepPlace)
  /** Show a metadata document that is at hand in a read-only editor. */
  | { readonly type: 'open-source'; readonly version: number; readonly address: string };
