import * as vscode from 'vscode';
import type { SampleToken } from '../../protocol.js';
import { say } from '../messages/message.js';
import { mention } from '../messages/notify.js';
import { tickStep } from '../walkthrough-steps.js';
import type { CommandParts } from './command-parts.js';

/** The policy that a token is made for. */
const policies: Readonly<Record<SampleToken, string>> = {
  'external-id-v1': 'story.policy.xml',
  'external-id-v2': 'story.policy.xml',
  'workforce-v1': 'workforce.policy.xml',
  'workforce-v2': 'workforce.policy.xml',
};

/**
 * Opens an untitled copy of a sample policy and mints its token. The first parameter may name the token; the story's is the default. With
 * `tokenOnly` in the second no policy is opened: it may have been cured meanwhile.
 */
export async function openSample(parts: CommandParts, [wanted, how]: readonly unknown[]): Promise<void> {
  const token = typeof wanted === 'string' && Object.hasOwn(policies, wanted) ? (wanted as SampleToken) : 'external-id-v1';
  const tokenOnly = typeof how === 'object' && how !== null && 'tokenOnly' in how && how.tokenOnly === true;
  tickStep('openSample');
  if (!tokenOnly) {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(parts.extensionUri, 'samples', policies[token]));
    const document = await vscode.workspace.openTextDocument({ language: 'xml', content: new TextDecoder().decode(bytes) });
    // A panel that has the focus keeps its place beside the policy.
    await vscode.window.showTextDocument(document, { preview: false, viewColumn: parts.policy.column });
  }
  await parts.tokens.setSample(token);
  parts.panel.show();
  mention('beaker', say('sample-open', { token }));
}
