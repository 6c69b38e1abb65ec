import * as vscode from 'vscode';
import type { NeededDocument } from '../../facts-protocol.js';
import type { View } from '../../view.js';
import { quote, say, sayAll, type Message } from '../messages/message.js';
import { mention, offer } from '../messages/notify.js';
import { showProgress } from '../messages/show-progress.js';
import { tickStep } from '../walkthrough-steps.js';
import type { CommandParts } from './command-parts.js';
import { CommandProblem } from './command-problem.js';

/**
 * Fetches the documents that the policy in front names and those of the token's own issuer, compares them with the token
 * (the panel and the findings show it), and opens the one that matters most in a read-only editor; with `inPlace` in the first parameter none.
 */
export async function showTenantMetadata(
  { server, metadata, documents, panel, policy, tokens }: CommandParts,
  [how]: readonly unknown[],
): Promise<void> {
  const { uri } = policy;
  if (uri === null) throw new CommandProblem(say('metadata-no-policy'));
  const words = say('fetching');
  const { needed, leftOut } = await panel.showBusy(words, () => showProgress(words, () => metadata.fetchNeeded(uri, true)));
  if (needed.some(({ atHand }) => atHand)) tickStep('fetchMetadata');
  if (tokens.summary !== null) panel.show();
  const inPlace = typeof how === 'object' && how !== null && 'inPlace' in how && how.inPlace === true;
  const shown = inPlace ? undefined : choose(needed);
  if (shown !== undefined) await documents.show(shown.address, policy.column);
  const missing = needed.filter(({ atHand }) => !atHand);
  if (needed.length === 0) throw new CommandProblem(say('no-metadata-named', { hasToken: tokens.summary !== null }));
  if (missing.length > 0 && !vscode.workspace.isTrusted) offerTrust();
  else if (missing.length > 0) throw new CommandProblem(sayMissing(missing, leftOut));
  else sayVerified(await server.ask('apimTokenDoctor/view', { uri }));
}

/** What the documents say about the token's signature; the panel says it with its reasons. */
function sayVerified({ policies }: View): void {
  const outcomes = policies.map(({ prediction }) => prediction?.checks.find(({ check }) => check === 'signature')?.outcome);
  if (outcomes.includes('pass')) mention('pass', say('signature-verified'));
  else if (outcomes.some(outcome => outcome !== undefined)) mention('info', say('signature-not-verified'));
}

/** The token's own issuer's configuration says most; else the first one of the policy that is there. */
function choose(needed: readonly NeededDocument[]): NeededDocument | undefined {
  const there = needed.filter(({ atHand, document }) => atHand && document === 'configuration');
  return there.find(({ usedBy }) => usedBy === 'token') ?? there[0];
}

function sayMissing(missing: readonly NeededDocument[], leftOut: number): Message {
  const [first] = missing;
  const bound = leftOut === 0 ? null : say('metadata-left-out', { count: leftOut });
  const cause = (first === undefined ? null : sayWhy(first)) ?? bound ?? say('not-requested');
  const what = say('metadata-missing', { address: first?.address ?? '', more: missing.length - 1 });
  return sayAll(cause, what, cause === bound ? null : bound, say('save-document'));
}

/** Null where it was not requested: a bound of the command may be the reason, or that the user did not agree. */
function sayWhy({ origin, withheld: [name] }: NeededDocument): Message | null {
  if (origin?.problem !== undefined) return quote(origin.problem);
  return name === undefined ? null : say('metadata-withheld', { name });
}

function offerTrust(): void {
  offer('warning', say('restricted-mode'), say('manage-trust'), () => vscode.commands.executeCommand('workbench.trust.manage'));
}
