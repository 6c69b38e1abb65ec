import type { CancellationToken } from 'vscode-languageserver';
import {
  findPrimary,
  makeFixes,
  neededDocuments,
  putPrimaryFirst,
  render,
  say,
  viewToken,
  wordVerdict,
  type Finding,
  type Judged,
  type JudgedPolicy,
  type NeededDocument,
} from '../../core/index.js';
import type { Requests } from '../../protocol.js';
import type { DocumentCard, FindingRow, Verdict, View } from '../../view.js';
import type { Diagnosis, JudgedReading } from '../readings.js';
import type { ServerParts } from '../server-parts.js';
import { findCause } from './find-cause.js';
import { findCure } from './find-cure.js';
import { findPaths, toPathsCard, toVerdictOnPath, type MetPaths } from './path-cards.js';
import { toFindingRow, toPolicyCards, toVerdict } from './policy-cards.js';
import { toSourceRows } from './source-rows.js';
import { toTokenCard } from './token-card.js';

/** All that the panel shows, for the document in front (none is fine) and the token in force (none is fine, too). `path`: the key of the one that was chosen. */
export async function makeView(
  parts: ServerParts,
  { uri, position, path = null }: Requests['apimTokenDoctor/view']['params'],
  cancellation: CancellationToken,
): Promise<View> {
  const { facts: store, readings } = parts;
  // The findings first: where they cannot be told, the rest can.
  const diagnosis = uri === null ? null : await readings.diagnose(uri, cancellation, position);
  const reading = uri === null ? null : (diagnosis ?? (await readings.judge(uri, position)));
  const { held } = store;
  const { now } = store.current();
  const token = held === null ? null : toTokenCard(viewToken(held.token, now, parts.language.core), held.sample !== null);
  if (reading === null) return { now, token, document: null, policies: [], findings: [], sources: [], paths: null };
  const met = await findPaths(parts, reading.text.uri, path, cancellation);
  const ways = {
    cure: diagnosis === null ? null : await findCure(diagnosis),
    cause: met === null ? null : await findCause(parts, met, cancellation),
  };
  return {
    now,
    token,
    document: toDocumentCard(parts, reading, met, diagnosis?.findings ?? [], ways),
    policies: toPolicyCards(reading, diagnosis?.findings ?? []),
    findings: diagnosis === null ? [] : await toFindingRows(diagnosis, cancellation),
    sources: toSourceRows(listNeeded(reading.judged), { ...reading.judged.facts, now }),
    paths: met === null ? null : toPathsCard(met, parts),
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
export function listNeeded({ policies }: Judged): NeededDocument[] {
  const needed = new Map<string, NeededDocument>();
  for (const policy of policies) {
    for (const each of policy.once(needOf)) {
      // Named by a policy weighs more than named by the token.
      if (needed.get(each.address)?.usedBy !== 'policy') needed.set(each.address, each);
    }
  }
  return [...needed.values()];
}

function needOf({ policy, facts }: JudgedPolicy): readonly NeededDocument[] {
  return neededDocuments(policy, facts.token, facts);
}

function toDocumentCard(
  { scopes, language }: ServerParts,
  { text, document, judged }: JudgedReading,
  met: MetPaths | null,
  findings: readonly Finding[],
  ways: Pick<Verdict, 'cure' | 'cause'>,
): DocumentCard {
  const name = decodeName(text.uri.replace(/^(?:untitled:|.*\/)/, ''));
  const lines = text.linesOf(judged.lines);
  const notice =
    document.root === null
      ? render(say('no-policy-document', {}), language.core)
      : document.tokenPolicies.length === 0
        ? [render(say('no-token-policy', {}), language.core), judged.verdict && wordVerdict(judged.verdict, lines, language.core).notRead]
            .filter(part => part !== null)
            .join(' ')
        : null;
  const primary = findPrimary(judged, findings);
  const onPath = met === null ? null : toVerdictOnPath(judged, lines, met, scopes, primary, ways);
  return { name, prediction: onPath ?? toVerdict(judged, lines, primary, ways.cure), notice };
}

async function toFindingRows({ text, judged, findings }: Diagnosis, cancellation: CancellationToken): Promise<FindingRow[]> {
  const rows: FindingRow[] = [];
  for (const finding of putPrimaryFirst(judged, findings)) {
    if (cancellation.isCancellationRequested) return [];
    const fixes = await makeFixes(judged, finding).catch(() => []);
    rows.push(toFindingRow(text, finding, fixes.length > 0));
  }
  return rows;
}
