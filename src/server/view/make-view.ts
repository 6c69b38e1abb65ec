import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { say } from '../../core/messages/message.js';
import { render } from '../../core/messages/render.js';
import type { NeededDocument } from '../../core/metadata/needed-documents.js';
import type { Facts } from '../../core/facts.js';
import type { PolicyDocument } from '../../core/policy/policy-document.js';
import type { DocumentCard, FindingRow, View } from '../../view.js';
import type { Diagnosis } from '../diagnoser.js';
import type { Judgement } from '../judgement.js';
import type { ServerParts } from '../server-parts.js';
import { toFindingRow, toPolicyCards, toVerdict, type Judged } from './policy-cards.js';
import { toSourceRows } from './source-rows.js';
import { toTokenCard } from './token-card.js';

/** All that the panel shows, for the document in front (none is fine) and the token in force (none is fine, too). */
export async function makeView(parts: ServerParts, uri: string | null, cancellation: CancellationToken): Promise<View> {
  const { documents, facts: store, judgement, diagnoser } = parts;
  const document = uri === null ? undefined : documents.get(uri);
  const facts = document === undefined ? store.current() : await diagnoser.factsFor(document);
  const { held } = store;
  const token = held === null ? null : toTokenCard(judgement.viewToken(held.token, facts.now), held.sample !== null);
  const { now } = facts;
  if (document === undefined) return { now, token, document: null, policies: [], findings: [], sources: [] };

  const text = document.getText();
  const policies = judgement.readPolicies(text);
  const diagnosis = await diagnoser.diagnose(document, cancellation);
  const judged: Judged = {
    document,
    policies,
    findings: diagnosis?.findings ?? [],
    prediction: facts.token === undefined ? null : await judgement.predictDocument(text, facts.token, facts),
    explain: check => judgement.explainCheck(check),
  };
  return {
    now,
    token,
    document: toDocumentCard(judged),
    policies: toPolicyCards(judged),
    findings: diagnosis === null ? [] : await toFindingRows(judgement, document, policies, diagnosis, cancellation),
    sources: toSourceRows(listNeeded(judgement, policies, facts), facts),
  };
}

/** Some clients leave a percent sign in an address as it is. */
function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** What the document's token policies and the token need, each address once. */
export function listNeeded(judgement: Judgement, { tokenPolicies }: PolicyDocument, facts: Facts): NeededDocument[] {
  const needed = new Map<string, NeededDocument>();
  for (const policy of tokenPolicies) {
    for (const each of judgement.neededDocuments(policy, facts.token, facts)) {
      // Named by a policy weighs more than named by the token.
      if (needed.get(each.address)?.usedBy !== 'policy') needed.set(each.address, each);
    }
  }
  return [...needed.values()];
}

function toDocumentCard(judged: Judged): DocumentCard {
  const { document, policies } = judged;
  const name = decodeName(document.uri.replace(/^(?:untitled:|.*\/)/, ''));
  const notice =
    policies.root === null
      ? render(say('no-policy-document', {}))
      : policies.tokenPolicies.length === 0
        ? render(say('no-token-policy', {}))
        : null;
  return { name, prediction: toVerdict(judged), notice };
}

async function toFindingRows(
  judgement: Judgement,
  document: TextDocument,
  policies: PolicyDocument,
  { findings, facts }: Diagnosis,
  cancellation: CancellationToken,
): Promise<FindingRow[]> {
  const rows: FindingRow[] = [];
  for (const finding of findings) {
    if (cancellation.isCancellationRequested) return [];
    const fixes = await judgement.fixInDocument(policies, finding, facts).catch(() => []);
    rows.push(toFindingRow(document, finding, fixes.length > 0));
  }
  return rows;
}
