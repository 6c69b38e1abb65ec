import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import { makeInert, outline, type OutlineSymbol } from '../../core/index.js';
import type { ServerParts } from '../server-parts.js';
import type { ServedText } from '../served-text.js';

/** The token policies of a document and what they hold. Null where there are none: the outline is left to others. */
export function answerSymbols({ connection, readings, log, client }: ServerParts): void {
  connection.onDocumentSymbol(async ({ textDocument }): Promise<DocumentSymbol[] | SymbolInformation[] | null> => {
    try {
      const found = await readings.readAll(textDocument.uri);
      const symbols = found.flatMap(({ text, document }) => outline(document).map(symbol => [text, symbol] as const));
      if (symbols.length === 0) return null;
      const nested = client().textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
      return nested ? symbols.map(each => toSymbol(...each)) : symbols.flatMap(each => toFlatSymbols(...each, undefined));
    } catch (error) {
      log.failure(words => words.outlineFailed(), error);
      return null;
    }
  });
}

function toSymbol(text: ServedText, symbol: OutlineSymbol): DocumentSymbol {
  return {
    name: makeInert(symbol.name),
    detail: makeInert(symbol.detail),
    kind: kindOf(symbol),
    range: text.rangeOf(symbol),
    selectionRange: text.rangeOf(symbol.nameSpan),
    children: symbol.children.map(child => toSymbol(text, child)),
  };
}

function toFlatSymbols(text: ServedText, symbol: OutlineSymbol, parent: string | undefined): SymbolInformation[] {
  const { name, detail, children } = symbol;
  const location = { uri: text.uri, range: text.rangeOf(symbol) };
  const own = { name: makeInert(detail === '' ? name : `${name} ${detail}`), kind: kindOf(symbol), location };
  return [
    { ...own, ...(parent === undefined ? {} : { containerName: makeInert(parent) }) },
    ...children.flatMap(child => toFlatSymbols(text, child, name)),
  ];
}

function kindOf({ name, children }: OutlineSymbol): SymbolKind {
  if (name === 'validate-jwt' || name === 'validate-azure-ad-token') return SymbolKind.Key;
  return children.length > 0 ? SymbolKind.Array : SymbolKind.String;
}
