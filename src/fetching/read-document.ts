import { keepDocument } from '../core/metadata/keep-document.js';
import type { addressMessages } from '../core/messages/english/addresses.js';

type Sentences = typeof addressMessages;

/** A sentence not yet written, of those that all who fetch have in common: a message of the core's catalogue, and of the extension's. */
export interface FetchMessage {
  readonly name: keyof Sentences;
  readonly values: object;
}

/** Names a sentence and checks, at compile time, that its values fit. */
export function say<Name extends keyof Sentences>(name: Name, ...[values]: Parameters<Sentences[Name]>): FetchMessage {
  return { name, values: values ?? {} };
}

/** Why a document is not there, for the user; and a code of it for the log, which gets nothing that a server or a file says. */
export interface Problem<Said = FetchMessage> {
  readonly problem: Said;
  readonly reason: string;
}

/** What came of asking for a document: what is kept of it, or why not. */
export type Fetched<Said = FetchMessage> = { readonly document: unknown } | Problem<Said>;

/** Reads JSON and keeps of it what matters. `notJson`: what is said of a text that is none. */
export function readDocument<Said>(text: string, notJson: Said): Fetched<Said | FetchMessage> {
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
