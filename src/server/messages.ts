import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { Notifications, Requests } from '../protocol.js';
import type { ServerParts } from './server-parts.js';

/**
 * Answers one of the custom requests. What the handler throws is logged without its message, and the client gets a fixed
 * sentence: an error's own text may quote what the user pasted.
 */
export function answer<Method extends keyof Requests>(
  { connection, log, language }: ServerParts,
  method: Method,
  handle: (
    params: Requests[Method]['params'],
    cancellation: CancellationToken,
  ) => Requests[Method]['result'] | Promise<Requests[Method]['result']>,
): void {
  connection.onRequest(method, async (params: Requests[Method]['params'], cancellation: CancellationToken) => {
    try {
      return await handle(params, cancellation);
    } catch (error) {
      log.failure(words => words.requestFailed({ method }), error);
      return new ResponseError(LSPErrorCodes.RequestFailed, language.words.cannotAnswer());
    }
  });
}

/** Sends a notification to a client that takes it; one that went away meanwhile does not need it. */
export function sendNotification<Method extends keyof Notifications>(
  { connection, announced }: ServerParts,
  method: Method,
  params: Notifications[Method],
): void {
  if (!announced().ownMessages) return;
  connection.sendNotification(method, params).catch(() => undefined);
}
