import { addressMessages } from '../../core/messages/english/addresses.js';
import { keepDocument } from '../../core/metadata/keep-document.js';

/** What came of asking for a document: what is kept of it, or one sentence for the user about why not, and a few words for the log. */
export type Fetched = { readonly document: unknown } | { readonly problem: string; readonly reason: string };

/** Reads JSON and keeps of it what matters. `notJson`: the sentence for a text that is none. */
export function readDocument(text: string, notJson: string): Fetched {
  const document = readJson(text);
  if (document === undefined) return { problem: notJson, reason: 'not JSON' };
  const kept = keepDocument(document);
  return 'document' in kept ? kept : { problem: addressMessages['document-too-deep'](), reason: 'nested too deep' };
}

/** Undefined for what is no JSON. The error is not looked at: it quotes the text. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
