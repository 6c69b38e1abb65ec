import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { makeInert, outline, type OutlineSymbol } from '../../core/index.js';
import type { ServerParts } from '../server-parts.js';
import { toRange } from '../to-lsp.js';

/** The token policies of a document and what they hold. Null where there are none: the outline is left to others. */
export function answerSymbols({ connection, readings, log, client }: ServerParts): void {
  connection.onDocumentSymbol(async ({ textDocument }): Promise<DocumentSymbol[] | SymbolInformation[] | null> => {
    try {
      const reading = await readings.read(textDocument.uri);
      const symbols = reading === null ? [] : outline(reading.document);
      if (reading === null || symbols.length === 0) return null;
      const { text } = reading;
      const nested = client().textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
      return nested ? symbols.map(symbol => toSymbol(text, symbol)) : symbols.flatMap(symbol => toFlatSymbols(text, symbol, undefined));
    } catch (error) {
      log.failure(words => words.outlineFailed(), error);
      return null;
    }
  });
}

function toSymbol(document: TextDocument, symbol: OutlineSymbol): DocumentSymbol {
  return {
    name: makeInert(symbol.name),
    detail: makeInert(symbol.detail),
    kind: kindOf(symbol),
    range: toRange(document, symbol),
    selectionRange: toRange(document, symbol.nameSpan),
    children: symbol.children.map(child => toSymbol(document, child)),
  };
}

function toFlatSymbols(document: TextDocument, symbol: OutlineSymbol, parent: string | undefined): SymbolInformation[] {
  const { name, detail, children } = symbol;
  const location = { uri: document.uri, range: toRange(document, symbol) };
  const own = { name: makeInert(detail === '' ? name : `${name} ${detail}`), kind: kindOf(symbol), location };
  return [
    { ...own, ...(parent === undefined ? {} : { containerName: makeInert(parent) }) },
    ...children.flatMap(child => toFlatSymbols(document, child, name)),
  ];
}

function kindOf({ name, children }: OutlineSymbol): SymbolKind {
  if (name === 'validate-jwt' || name === 'validate-azure-ad-token') return SymbolKind.Key;
  return children.length > 0 ? SymbolKind.Array : SymbolKind.String;
}
