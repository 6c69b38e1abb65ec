import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { decodeToken } from '../../core/index.js';
import type { ServerParts } from '../server-parts.js';

/** The token of a file, among those of the session. */
export const fileToken = 'file';

/** Judges with what the files say that the server was started with, and with what they say later. */
export function takeGivenFiles({ connection, given, facts, values, log, language }: ServerParts): void {
  const last: { token: string | null; rest: string } = { token: null, rest: '' };
  given?.watch(
    ({ token, facts: known, values: named }) => {
      const rest = JSON.stringify([known, named]);
      if (rest !== last.rest) {
        last.rest = rest;
        values.giveAtStart(named);
        facts.setGivenFacts(known);
      }
      if (token === last.token) return;
      last.token = token;
      if (token === null) facts.clearToken(fileToken);
      else facts.setToken({ id: fileToken, token: decodeToken(token, language.core), sample: null });
    },
    problem => {
      log.warn(() => problem);
      connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: problem }).catch(() => undefined);
    },
  );
}
