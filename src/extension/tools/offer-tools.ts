import * as vscode from 'vscode';
import { offerTool } from '../messages/offer-tool.js';
import { say, sayAll, type Message } from '../messages/message.js';
import { write } from '../messages/write.js';
import { toolPrefix, toolTitles, type OfferedTool } from './tool-names.js';

/** Calls a tool of the server with what a model hands over; gives the texts for the model. */
export type CallTool = (name: string, input: unknown, cancellation: vscode.CancellationToken) => Promise<readonly string[]>;

/** So much of a path is shown before its use. */
const longestPath = 200;

/** Offers the tools to language models. The product is loaded when one is called; in a workspace that is not trusted nothing is read. */
export function offerTools(call: CallTool): vscode.Disposable {
  const names = Object.keys(toolTitles) as OfferedTool[];
  return vscode.Disposable.from(
    ...names.map(name =>
      offerTool({
        name: `${toolPrefix}${name}`,
        confirm: input => ({ title: say(toolTitles[name]), text: describeUse(name, input) }),
        running: say('tool-runs'),
        call: async (input, cancellation) =>
          vscode.workspace.isTrusted ? call(name, input, cancellation) : [write(say('tool-untrusted'))],
        failed: say('tool-failed'),
        unasked: say('tool-unasked'),
      }),
    ),
  );
}

/** What is read for it, and what the model gets. */
function describeUse(name: OfferedTool, input: unknown): Message {
  const path = readPath(input);
  const isError = name === 'explain_gateway_error';
  const reads = isError && path === null ? say('tool-reads-nothing') : say('tool-reads', { path });
  return sayAll(reads, isError ? null : say('tool-uses-token'), say('tool-writes-nothing'));
}

function readPath(input: unknown): string | null {
  const path: unknown = typeof input === 'object' && input !== null && 'path' in input ? input.path : null;
  return typeof path === 'string' ? path.slice(0, longestPath) : null;
}
