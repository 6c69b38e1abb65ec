import { callTool } from '../../agent/call-tool.js';
import { toSignal } from '../grounds.js';
import { answer } from '../messages.js';
import type { ServerParts } from '../server-parts.js';
import { WorkspaceSource } from '../workspace-source.js';

/** Answers calls of the tools for language models, on the policies of the workspace and the token in force. */
export function answerTools(parts: ServerParts): void {
  answer(parts, 'apimTokenDoctor/tools/call', async ({ name, input }, cancellation) => {
    await parts.workspace.whenRead(cancellation);
    const { text, structured } = await callTool(new WorkspaceSource(parts), name, input, toSignal(cancellation));
    return { text, json: structured === null ? null : JSON.stringify(structured) };
  });
}
