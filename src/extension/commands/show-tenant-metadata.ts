import * as vscode from 'vscode';
import type { NeededDocument } from '../../protocol.js';
import type { View } from '../../view.js';
import { mention, offer } from '../messages/notify.js';
import { showProgress } from '../messages/show-progress.js';
import type { CommandParts } from './command-parts.js';
import { CommandProblem } from './command-problem.js';

/**
 * Fetches the documents that the policy in front names and those of the token's own issuer, compares them with the token
 * (the panel and the findings show it), and opens the one that matters most in a read-only editor.
 */
export async function showTenantMetadata({ server, metadata, documents, panel, policy, tokens }: CommandParts): Promise<void> {
  const { uri } = policy;
  if (uri === null) throw new CommandProblem('Open a policy first: its token policy names the tenant whose metadata is fetched.');
  const words = 'Fetching the tenant’s metadata…';
  const { needed, leftOut } = await panel.showBusy(words, () => showProgress(words, () => metadata.fetchNeeded(uri, true)));
  if (tokens.summary !== null) panel.show();
  const shown = choose(needed);
  if (shown !== undefined) await documents.show(shown.address, policy.column);
  const missing = needed.filter(({ atHand }) => !atHand);
  if (needed.length === 0) throw new CommandProblem(sayNothingNamed(tokens.summary !== null));
  if (missing.length > 0 && !vscode.workspace.isTrusted) offerTrust();
  else if (missing.length > 0) throw new CommandProblem(sayMissing(missing, leftOut));
  else sayVerified(await server.ask('apimTokenDoctor/view', { uri }));
}

/** What the documents say about the token's signature; the panel says it with its reasons. */
function sayVerified({ policies }: View): void {
  const outcomes = policies.map(({ prediction }) => prediction?.checks.find(({ check }) => check === 'signature')?.outcome);
  if (outcomes.includes('pass')) mention('pass', 'The token’s signature was verified.');
  else if (outcomes.some(outcome => outcome !== undefined)) mention('info', 'The token’s signature was not verified.');
}

/** The token's own issuer's configuration says most; else the first one of the policy that is there. */
function choose(needed: readonly NeededDocument[]): NeededDocument | undefined {
  const there = needed.filter(({ atHand, document }) => atHand && document === 'configuration');
  return there.find(({ usedBy }) => usedBy === 'token') ?? there[0];
}

function sayNothingNamed(hasToken: boolean): string {
  const token = hasToken ? '' : ', or decode a token of a Microsoft tenant';
  return `The policy names no metadata that could be fetched. Write an openid-config or a tenant-id${token}.`;
}

function sayMissing(missing: readonly NeededDocument[], leftOut: number): string {
  const [first] = missing;
  const withheld = first?.withheld[0];
  const why =
    first?.origin?.problem ??
    (withheld === undefined
      ? 'It was not fetched.'
      : `It is not fetched, because the value of {{${withheld}}} is a secret or does not belong into an address.`);
  const rest = missing.length > 1 ? ` (and ${missing.length - 1} more)` : '';
  return `${first?.address ?? ''}${rest}: ${why}${sayLeftOut(leftOut)} Without network, map the address to a saved file in the setting apimTokenDoctor.metadata.savedDocuments.`;
}

function sayLeftOut(count: number): string {
  if (count === 0) return '';
  const addresses = count === 1 ? '1 address was' : `${count} addresses were`;
  return ` ${addresses} left out: one command asks once and fetches at most 20 documents; run it again for more.`;
}

function offerTrust(): void {
  const text = 'In Restricted Mode no metadata is fetched, because the policy names the addresses. Trust the workspace to fetch it.';
  offer('warning', text, 'Manage Workspace Trust', () => vscode.commands.executeCommand('workbench.trust.manage'));
}
