/**
 * The contract between the token panel's host (src/extension/panel) and its page (src/webview). Plain JSON; imports the view's types.
 *
 * The handshake: the page sends `ready` on each load; the host answers with the newest view, and sends it again whenever it
 * changes. A hidden page is destroyed and loads anew, so every view is whole and nothing is ever sent as a difference.
 *
 * Nothing here can carry the token's compact form or its signature: a view is header, claims and sentences about them.
 */
import type { Place, TokenCard, TokenPart } from './token-cards.js';
import type { ErrorExplanation, StepPlace, View } from './view.js';

/** What stands in the panel at one moment. */
export interface PanelView extends View {
  /** Grows with every view. The page quotes it with each click, so that the host can tell a click on an old view. */
  readonly version: number;
  /** What the user can do now, in the order in which it is offered. The first one is the obvious next step. */
  readonly actions: readonly PanelActionName[];
  /** The tokens of this session. */
  readonly tokens: readonly TokenChoice[];
  /** Which of them the one in force is compared with, from 0; null where with none. */
  readonly comparedWith: number | null;
  /** Whether another kind of file is in front, so that the answer is about a file that the user does not look at. */
  readonly away: boolean;
  /** What the user let be shown; the host forgets it with the token. */
  readonly shown: ShownOfToken;
  /** The pasted error, explained; null where none was. */
  readonly explained: readonly ErrorExplanation[] | null;
}

/** What of a token is shown beside what always is. */
export interface ShownOfToken {
  /** Whether values are that may tell who a person is. */
  readonly personal: boolean;
  readonly json: boolean;
  /** The claims whose name, value or meaning has this text; empty for all. */
  readonly filter: string;
}

/** A token of this session. */
export interface TokenChoice {
  readonly kind: TokenCard['kind'];
  readonly sample: boolean;
  readonly isInForce: boolean;
  /** Whether it cannot be read. */
  readonly isBroken: boolean;
  /** Unix seconds; null where it does not say. */
  readonly expires: number | null;
}

/** The page knows the label of each; the host knows the command behind it. `fetch-metadata` shows no document. */
export type PanelActionName =
  | 'decode-token'
  | 'decode-token-from-clipboard'
  | 'fetch-metadata'
  | 'clear-token'
  | 'restore-token'
  | 'open-sample'
  | 'use-other-sample'
  | 'explain-gateway-error';

/** From the host to the page. */
export type HostMessage =
  | { readonly type: 'view'; readonly view: PanelView }
  /** Something takes time ("Fetching the tenant's metadata…"); null when it is over. */
  | { readonly type: 'busy'; readonly words: string | null }
  /** What came of the newest `copy`: whether it is in the clipboard now. */
  | { readonly type: 'copied'; readonly done: boolean; readonly what: Copied }
  /** The panel was asked to show one of its parts. */
  | { readonly type: 'show'; readonly tab: PanelTab };

/** The parts below the answer. */
export type PanelTab = 'compared' | 'claims' | 'gateway' | 'metadata' | 'path';

/** What can be copied. The text is the host's own: what the page has is never put into the clipboard. */
export type Copied =
  | ({ readonly kind: 'step' } & StepPlace)
  /** What an explanation of a pasted error has to copy, both counted from 0. */
  | { readonly kind: 'explained-step'; readonly explanation: number; readonly step: number }
  /** A value of the difference in the answer. */
  | { readonly kind: 'difference'; readonly side: 'found' | 'wanted' }
  /** A member of the token by its name; null for all of them, as JSON. */
  | { readonly kind: 'member'; readonly part: TokenPart; readonly name: string | null }
  /** What the gateway reports. */
  | { readonly kind: 'gateway-text' }
  | { readonly kind: 'explanation' }
  /** The answer in Markdown, without personal values. */
  | { readonly kind: 'report' };

/** From the page to the host. */
export type PageMessage =
  /** Sent on each load. `shown` is the version of the view that the page showed before it was hidden, null on the first load. */
  | { readonly type: 'ready'; readonly shown: number | null }
  /** A click on one of `PanelView.actions`. */
  | { readonly type: 'run'; readonly version: number; readonly action: PanelActionName }
  /** Show a place of the policy in its editor; with `fixes`, open the list of fixes there. */
  | { readonly type: 'go-to'; readonly version: number; readonly place: Place; readonly fixes: boolean }
  /** Apply a fix of the answer's cure, counted from 0. */
  | { readonly type: 'fix'; readonly version: number; readonly fix: number }
  /** Show a station of the path in its file, counted from 0. The host knows where it is: the page names no file. */
  | { readonly type: 'go-to-station'; readonly version: number; readonly station: number }
  /** Show the cause of the verdict in its file, as the view has it; with `fixes`, open the list of fixes there. */
  | { readonly type: 'go-to-cause'; readonly version: number; readonly fixes: boolean }
  /** Let a row of the paths be the one in force, counted from 0. */
  | { readonly type: 'choose-path'; readonly version: number; readonly path: number }
  /** Put one of the tokens in force, counted from 0. */
  | { readonly type: 'use-token'; readonly version: number; readonly token: number }
  /** Compare the token in force with another one, counted from 0; null for no more. */
  | { readonly type: 'compare'; readonly version: number; readonly token: number | null }
  | ({ readonly type: 'show-of-token'; readonly version: number } & ShownOfToken)
  | { readonly type: 'copy'; readonly version: number; readonly what: Copied }
  /** Show a metadata document that is at hand in a read-only editor. */
  | { readonly type: 'open-source'; readonly version: number; readonly address: string };
