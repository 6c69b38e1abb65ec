import { decodeToken, isToken } from '../../core/index.js';
import { fileToken } from '../features/given-files.js';
import { summarize } from '../features/token.js';
import { CommandRefused, tell, type ServerCommand } from './command.js';

/** Puts the token of a file in force: of its path, never of its text, which the client would write into its trace. */
export const setToken: ServerCommand = async (parts, [path]) => {
  const { given, facts, language } = parts;
  const { words } = language;
  if (given === null) throw new CommandRefused(words.noFilesHere());
  if (typeof path !== 'string' || path === '') throw new CommandRefused(words.nameTokenFile());
  if (isToken(decodeToken(path))) throw new CommandRefused(words.tokenAsArgument());
  const problem = await given.takeToken(path);
  if (problem !== null) throw new CommandRefused(problem);
  const held = facts.tokenOf(fileToken);
  if (held === undefined) throw new CommandRefused(words.noTokenInFile());
  if (facts.held?.id !== fileToken) facts.setToken(held);
  return tell(parts, words.tokenInForce(summarize(parts, held)));
};

/** Forgets the token in force, and reads no file for one any more. */
export const clearToken: ServerCommand = parts => {
  const { given, facts, language } = parts;
  given?.dropToken();
  for (const id of [fileToken, facts.held?.id]) if (id !== undefined) facts.clearToken(id);
  return Promise.resolve(tell(parts, language.words.tokenForgotten()));
};
