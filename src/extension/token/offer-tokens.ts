import * as vscode from 'vscode';
import { commandId } from '../command-names.js';
import { say } from '../messages/message.js';
import { offerAtPlaces, type PlaceOffer } from '../messages/place-offers.js';
import { isPolicyDocument } from '../policy-documents.js';
import { readSettings } from '../settings.js';
import { findTokens } from './find-tokens.js';

/** A place that holds a token, as a link carries it: never the token. */
export interface TokenPlaceInFile {
  readonly uri: string;
  /** Offsets in UTF-16 code units, end exclusive, of the text as it was when this was offered. */
  readonly start: number;
  readonly end: number;
}

/** More tokens in one file nobody looks through. */
const mostTokens = 20;

/** Offers to use the tokens that stand in requests, JSON, logs, notebooks, whatever is open; says nothing more of them. */
export function offerTokensInFiles(): vscode.Disposable {
  return offerAtPlaces(listOffers, { above: () => readSettings().codeLens, skips: isPolicyDocument });
}

function listOffers(document: vscode.TextDocument): PlaceOffer[] {
  return findTokens(document.getText(), mostTokens).map(({ start, end }) => ({
    range: new vscode.Range(document.positionAt(start), document.positionAt(end)),
    text: say('use-token-here'),
    command: commandId('useTokenAt'),
    parameters: [{ uri: document.uri.toString(), start, end } satisfies TokenPlaceInFile],
  }));
}

/** The token that stands at a place now; null where something else does, or the file is not open any more. */
export function readTokenAt({ uri, start, end }: TokenPlaceInFile): string | null {
  const document = vscode.workspace.textDocuments.find(each => each.uri.toString() === uri);
  const text = document?.getText(new vscode.Range(document.positionAt(start), document.positionAt(end))) ?? '';
  const [found] = findTokens(text, 1);
  return found?.start === 0 && found.end === text.length ? text : null;
}
