import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { CommandRefused, serverCommands, type CommandName, type ServerCommand } from '../commands/command.js';
import { explain } from '../commands/explain.js';
import { fetchMetadata } from '../commands/fetch-metadata.js';
import { rewrite } from '../commands/rewrite.js';
import { showReport } from '../commands/show-report.js';
import { clearToken, setToken } from '../commands/token.js';
import type { ServerParts } from '../server-parts.js';

const commands: Readonly<Record<CommandName, ServerCommand>> = { setToken, clearToken, fetchMetadata, showReport, explain, rewrite };

/** Runs them. What goes wrong is a fixed sentence: an error's own text may quote what it was about. */
export function answerExecuteCommand(parts: ServerParts): void {
  const { connection, log, language } = parts;
  connection.onExecuteCommand(async ({ command, arguments: args }, cancellation): Promise<string | null | ResponseError> => {
    const name = (Object.keys(serverCommands) as CommandName[]).find(each => serverCommands[each] === command);
    if (name === undefined) return new ResponseError(LSPErrorCodes.RequestFailed, language.words.unknownCommand());
    try {
      return await commands[name](parts, Array.isArray(args) ? args : [], cancellation);
    } catch (error) {
      if (error instanceof CommandRefused) return new ResponseError(LSPErrorCodes.RequestFailed, error.sentence);
      log.failure(words => words.requestFailed({ method: command }), error);
      return new ResponseError(LSPErrorCodes.RequestFailed, language.words.cannotAnswer());
    }
  });
}
