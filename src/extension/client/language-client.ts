import type * as vscode from 'vscode';
import { ErrorAction, RevealOutputChannelOn, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import { say } from '../messages/message.js';
import { write } from '../messages/write.js';
import type { ClientAnnouncements } from '../../protocol.js';
import { policySelector } from '../policy-documents.js';
import { askAgain } from './ask-again.js';
import { ClosedChannel } from './closed-channel.js';
import { showChanges } from './show-changes.js';

/** Makes a client with a way to its server: a process on Node, a worker in a browser. */
export type ClientFactory = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

const announcements: ClientAnnouncements = { runsCommands: true, ownMessages: true };

/** The language client, not yet started. `log` must be redacted: the client writes errors of the server into it. */
export function makeClient(create: ClientFactory, log: vscode.LogOutputChannel): BaseLanguageClient {
  const client = create('apimTokenDoctor', 'APIM Token Doctor', {
    documentSelector: [...policySelector],
    initializationOptions: announcements,
    outputChannel: log,
    traceOutputChannel: new ClosedChannel(),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: 'apim-token-doctor',
    middleware: { ...askAgain, ...showChanges },
    errorHandler: {
      // Between the death of a server and the news of it, everything is written in vain. By default the client takes a second such message for
      // a reason to stop, and one that was stopped does not start another server when the news comes.
      error: () => ({ action: ErrorAction.Continue, message: write(say('log-message-lost')), handled: true }),
      closed: () => usual.closed(),
    },
  });
  const usual = client.createDefaultErrorHandler();
  return client;
}
