import type { Readable, Writable } from 'node:stream';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema, type CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { ToolCall } from '../../agent/answer.js';
import type { Tool } from '../../agent/tools.js';

/** The tools, and how one of them is called. */
export interface ToolService {
  /** The product's version. */
  readonly version: string;
  readonly tools: readonly Tool[];
  /** What an agent is told of all of them. */
  readonly instructions: string;
  call(name: string, input: unknown, signal: AbortSignal): Promise<ToolCall>;
}

/** They change nothing, and talk to nobody else. */
const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

/** The tools as a server of the Model Context Protocol, not yet connected. */
export function openToolServer({ version, tools, instructions, call }: ToolService): Server {
  const server = new Server({ name: 'apim-token-doctor', version }, { capabilities: { tools: {} }, instructions });
  // The schemas are plain JSON, which the protocol's types name in their own words.
  const listed = tools.map(tool => ({ ...tool, annotations: { title: tool.title, ...annotations } }));
  server.setRequestHandler(ListToolsRequestSchema, () => JSON.parse(JSON.stringify({ tools: listed })) as { tools: never[] });
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }): Promise<CallToolResult> => {
    const { text, structured } = await call(params.name, params.arguments, signal);
    const content = [{ type: 'text' as const, text }];
    return structured === null ? { content, isError: true } : { content, structuredContent: { ...structured } };
  });
  return server;
}

/** Serves the tools on standard input and output until the client leaves. A test puts other streams in their place. */
export async function serveTools(service: ToolService, input: Readable = process.stdin, output: Writable = process.stdout): Promise<void> {
  const server = openToolServer(service);
  const ended = new Promise<void>(resolve => (server.onclose = resolve));
  input.once('end', () => void server.close());
  // Each answer that waits for the client to read listens for that: many are no leak, of which Node would warn on standard error.
  output.setMaxListeners(0);
  await server.connect(new StdioServerTransport(input, output));
  await ended;
}
