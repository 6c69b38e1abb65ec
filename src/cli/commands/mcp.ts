import { callTool } from '../../agent/call-tool.js';
import { englishAgent } from '../../agent/sentences/english/index.js';
import { tools } from '../../agent/tools.js';
import { readArguments } from '../arguments.js';
import { CannotRun, type Io } from '../io.js';
import { FolderSource } from '../mcp/folder-source.js';
import type { ToolService } from '../mcp/serve-tools.js';
import type { CliCatalogue } from '../sentences/catalogue.js';

/** Serves agents with the Model Context Protocol on standard input and output. Ends when the client leaves. */
export async function serveAgents(io: Io, argv: readonly string[], words: CliCatalogue): Promise<number> {
  const service = await openTools(io, argv, words);
  // A bundle of its own: no other command loads the protocol.
  const { serveTools } = await import('../mcp/serve-tools.js');
  await serveTools(service);
  return 0;
}

/** The tools for the arguments of `mcp`. What was named wrongly is told here, before a client waits for an answer. Exported for tests. */
export async function openTools(io: Io, argv: readonly string[], words: CliCatalogue): Promise<ToolService> {
  const { files, options } = readArguments('mcp', argv);
  const { folder = '.', token, metadata, values } = options;
  if (files.length > 0) throw new CannotRun(() => words.folderAsOption());
  // Standard input is the client's.
  if ([token, ...metadata, ...options['named-values'], ...values].includes('-')) throw new CannotRun(() => words.inputIsTheClients());
  if ((await io.kindOf(folder).catch(() => null)) !== 'folder') throw new CannotRun(() => words.noFolder({ path: folder }));
  const source = new FolderSource(io, options, words);
  await source.readFacts();
  return {
    version: io.version,
    tools,
    instructions: englishAgent.note(),
    call: async (name, input, signal) => callTool(source, name, input, signal),
  };
}
