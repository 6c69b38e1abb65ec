import { keepDocument } from '../../core/metadata/keep-document.js';
import { say, type Message } from '../messages/message.js';

/** Why a document is not there, for the user; and a code of it for the log, which gets nothing that a server or a file says. */
export interface Problem {
  readonly problem: Message;
  readonly reason: string;
}

/** What came of asking for a document: what is kept of it, or why not. */
export type Fetched = { readonly document: unknown } | Problem;

/** Reads JSON and keeps of it what matters. `notJson`: what is said of a text that is none. */
export function readDocument(text: string, notJson: Message): Fetched {
  const document = readJson(text);
  if (document === undefined) return { problem: notJson, reason: 'not-json' };
  const kept = keepDocument(document);
  return 'document' in kept ? kept : { problem: say('document-too-deep'), reason: 'too-deep' };
}

/** Undefined for what is no JSON. The error is not looked at: it quotes the text. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
