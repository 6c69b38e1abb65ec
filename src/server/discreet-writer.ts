import { ErrorCodes, Message, type MessageWriter } from 'vscode-languageserver';
import type { Language } from './sentences/language.js';

/**
 * A writer that lets no text of a caught error leave the process. The protocol's library sends such texts itself: as the answer to a request whose handler threw
 * (its own handlers throw where parameters are missing), and as a log line. They name internals, and may quote what the user pasted.
 */
export function writeDiscreetly(writer: MessageWriter, language: Language): MessageWriter {
  return {
    onError: writer.onError,
    onClose: writer.onClose,
    write: async message => writer.write(withoutCaughtText(message, language)),
    end: () => writer.end(),
    dispose: () => writer.dispose(),
  };
}

function withoutCaughtText(message: Message, { words }: Language): Message {
  if (Message.isResponse(message) && message.error?.code === ErrorCodes.InternalError) {
    const error = { code: ErrorCodes.InternalError, message: words.requestMalformed() };
    return Object.assign({}, message, { error });
  }
  if (Message.isNotification(message) && message.method === 'window/logMessage' && hasText(message.params))
    return Object.assign({}, message, { params: { ...message.params, message: cutCaughtText(message.params.message) } });
  return message;
}

function hasText(params: unknown): params is { readonly message: string } {
  return typeof params === 'object' && params !== null && 'message' in params && typeof params.message === 'string';
}

/** The library's lines (vscode-jsonrpc, connection.js) without the error's text or the message from outside that they end with. The server's own do not look like them. */
function cutCaughtText(line: string): string {
  return line
    .replace(/^(Request|Notification handler|Response handler) .*? failed with message: .*$/s, '$1 failed.')
    .replace(/^(Processing message queue failed|Received [^:\n]*): .*$/s, '$1.')
    .replace(/^(Received [^:\n]*):\n.*$/s, '$1.');
}
