import * as vscode from 'vscode';
import { quoteMarkdown } from '../../core/text/inert-text.js';
import type { Message } from './message.js';
import { write, writeInert } from './write.js';

/** Something that is offered for a place of a document: a click runs the command with the parameters, which name the place and quote nothing of it. */
export interface PlaceOffer {
  readonly range: vscode.Range;
  readonly text: Message;
  readonly command: string;
  readonly parameters: readonly unknown[];
}

/** Where offers are shown, beside the hover. */
interface OfferPlaces {
  /** Whether a line above the place has it, too. */
  readonly above: () => boolean;
  /** Whether a document is left alone. */
  readonly skips: (document: vscode.TextDocument) => boolean;
}

/** Shows what is offered for places of any open document: in the hover there, and in a line above. */
export function offerAtPlaces(
  find: (document: vscode.TextDocument) => readonly PlaceOffer[],
  { above, skips }: OfferPlaces,
): vscode.Disposable {
  const everywhere = { pattern: '**' };
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(everywhere, {
      provideHover(document, position) {
        if (skips(document)) return null;
        const offer = find(document).find(({ range }) => range.contains(position));
        return offer === undefined ? null : new vscode.Hover(toLink(offer), offer.range);
      },
    }),
    vscode.languages.registerCodeLensProvider(everywhere, {
      provideCodeLenses: document => (above() && !skips(document) ? find(document).map(toLens) : []),
    }),
  );
}

function toLens({ range, text, command, parameters }: PlaceOffer): vscode.CodeLens {
  return new vscode.CodeLens(range, { title: writeInert(text), command, arguments: [...parameters] });
}

function toLink({ text, command, parameters }: PlaceOffer): vscode.MarkdownString {
  const target = `command:${command}?${encodeURIComponent(JSON.stringify(parameters))}`;
  const link = new vscode.MarkdownString(`[${quoteMarkdown(write(text))}](${target})`);
  link.isTrusted = { enabledCommands: [command] };
  return link;
}
