import { MessageType, ShowDocumentRequest, ShowMessageNotification, type CancellationToken } from 'vscode-languageserver';
import type { DocumentPosition } from '../../protocol.js';
import type { ServerParts } from '../server-parts.js';

/** The commands that a client runs by `workspace/executeCommand`. The extension has its own, under other names. */
export const serverCommands = {
  setToken: 'apimTokenDoctor.server.setToken',
  clearToken: 'apimTokenDoctor.server.clearToken',
  fetchMetadata: 'apimTokenDoctor.server.fetchMetadata',
  showReport: 'apimTokenDoctor.server.showReport',
  explain: 'apimTokenDoctor.server.explain',
  rewrite: 'apimTokenDoctor.server.rewrite',
} as const;

/** The name of one of these commands. */
export type CommandName = keyof typeof serverCommands;

/** Does what a command is for, with the arguments that a client sent, whatever they are. Gives what is said of it; null where it was shown. */
export type ServerCommand = (parts: ServerParts, args: readonly unknown[], cancellation: CancellationToken) => Promise<string | null>;

/** Why a command did nothing, in a sentence that says what to do. */
export class CommandRefused extends Error {
  readonly sentence: string;

  constructor(sentence: string) {
    super();
    this.sentence = sentence;
  }
}

/** The address of the document that a command is about. */
export function readUri({ documents, language }: ServerParts, argument: unknown): string {
  if (typeof argument !== 'string' || documents.get(argument) === undefined) throw new CommandRefused(language.words.nameOpenDocument());
  return argument;
}

/** The place that it is about; undefined where none was named. */
export function readPosition(argument: unknown): DocumentPosition | undefined {
  const { line, character } = (argument ?? {}) as Partial<Record<string, unknown>>;
  const isCount = (each: unknown): each is number => Number.isSafeInteger(each) && (each as number) >= 0;
  return isCount(line) && isCount(character) ? { line, character } : undefined;
}

/** Says one sentence to who uses the client, and gives it back. */
export function tell({ connection }: ServerParts, message: string, type: MessageType = MessageType.Info): string {
  connection.sendNotification(ShowMessageNotification.type, { type, message }).catch(() => undefined);
  return message;
}

/** Has the client open a text; gives the text back where it cannot. `name`: what its file is called. */
export async function showText({ connection, client, desk }: ServerParts, name: string, text: string): Promise<string | null> {
  if (desk === null || client().window?.showDocument?.support !== true) return text;
  try {
    const uri = await desk.lay(name, text);
    const { success } = await connection.sendRequest(ShowDocumentRequest.type, { uri, takeFocus: true });
    return success ? null : text;
  } catch {
    // Where no file can be written, or the client fails, the answer has it all.
    return text;
  }
}
