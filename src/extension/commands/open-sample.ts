import * as vscode from 'vscode';
import type { SampleToken } from '../../protocol.js';
import { say } from '../messages/message.js';
import { offer } from '../messages/notify.js';
import type { CommandParts } from './command-parts.js';

interface Sample {
  readonly file: string;
  /** What a button offers next: the same policy with the token of the other version. */
  readonly other: SampleToken;
}

const samples: Readonly<Record<SampleToken, Sample>> = {
  'external-id-v1': { file: 'story.policy.xml', other: 'external-id-v2' },
  'external-id-v2': { file: 'story.policy.xml', other: 'external-id-v1' },
  'workforce-v1': { file: 'workforce.policy.xml', other: 'workforce-v2' },
  'workforce-v2': { file: 'workforce.policy.xml', other: 'workforce-v1' },
};

/** Opens an untitled copy of a sample policy and mints its token. The first parameter may name the token; the story's is the default. */
export async function openSample(parts: CommandParts, [wanted]: readonly unknown[]): Promise<void> {
  const token = typeof wanted === 'string' && Object.hasOwn(samples, wanted) ? (wanted as SampleToken) : 'external-id-v1';
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(parts.extensionUri, 'samples', samples[token].file));
  const document = await vscode.workspace.openTextDocument({ language: 'xml', content: new TextDecoder().decode(bytes) });
  await vscode.window.showTextDocument(document, { preview: false });
  await useToken(parts, token);
}

async function useToken(parts: CommandParts, token: SampleToken): Promise<void> {
  await parts.tokens.setSample(token);
  parts.panel.show();
  offerOther(parts, token);
}

/** The policy may have been cured meanwhile, so only the token is exchanged. */
function offerOther(parts: CommandParts, token: SampleToken): void {
  const { other } = samples[token];
  offer('information', say('sample-open', { token }), say('use-sample', { token: other }), () => useToken(parts, other));
}
