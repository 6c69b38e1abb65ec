import type { CancellationToken } from 'vscode-languageserver';
import {
  findPrimary,
  makeFixes,
  neededDocuments,
  putPrimaryFirst,
  render,
  say,
  wordVerdict,
  type Finding,
  type Judged,
  type JudgedPolicy,
  type NeededDocument,
} from '../../core/index.js';
import type { Requests } from '../../protocol.js';
import type { DocumentCard, FindingRow, PathsCard, PolicyCard, Verdict, View } from '../../view.js';
import type { Diagnosis, JudgedReading } from '../readings.js';
import type { ServerParts } from '../server-parts.js';
import { compareTokens } from './compare-tokens.js';
import { findDifference } from './compared-rows.js';
import { findCause } from './find-cause.js';
import { findCure, listCauses } from './find-cure.js';
import { findPaths, toPathsCard, toVerdictOnPath, type MetPaths } from './path-cards.js';
import { toFindingRow, toPlace, toPolicyCards, toVerdict } from './policy-cards.js';
import { toSourceRows } from './source-rows.js';
import { toTokenCard } from './token-card.js';

/** All that the panel shows, for the document in front (none is fine) and the token in force (none is fine, too). `path`: the key of the one that was chosen. */
export async function makeView(
  parts: ServerParts,
  { uri, position, path = null, compare = null, ...wishes }: Requests['apimTokenDoctor/view']['params'],
  cancellation: CancellationToken,
): Promise<View> {
  const { facts: store, readings } = parts;
  // The findings first: where they cannot be told, the rest can.
  const diagnosis = uri === null ? null : await readings.diagnose(uri, cancellation, position);
  const reading = uri === null ? null : (diagnosis ?? (await readings.judge(uri, position)));
  const { held } = store;
  const { now } = store.current();
  const token = held === null ? null : toTokenCard(held, now, wishes, parts.language.core);
  const other = compare === null || compare === held?.id ? undefined : store.tokenOf(compare);
  const comparison =
    held === null || other === undefined ? null : compareTokens(held, other, now, wishes.personal === true, parts.language.core);
  if (reading === null) return { now, token, document: null, policies: [], findings: [], sources: [], paths: null, comparison };
  const met = await findPaths(parts, { uri: reading.text.uri, index: reading.text.index, text: reading.document.text }, path, cancellation);
  const policies = toPolicyCards(reading, diagnosis?.findings ?? []);
  const paths = met === null ? null : toPathsCard(met, parts);
  const cause = met === null ? null : await findCause(parts, met, cancellation);
  const isChecked = policies.some(({ prediction }) => prediction !== null);
  return {
    now,
    // What is said of the signature without keys stands last, and says less than the check.
    token: token === null || !isChecked ? token : { ...token, summary: token.summary.slice(0, -1) },
    document: await toDocumentCard(parts, reading, diagnosis, policies, met, paths, cause),
    policies,
    findings: diagnosis === null ? [] : await toFindingRows(diagnosis, cancellation),
    sources: toSourceRows(listNeeded(reading.judged), { ...reading.judged.facts, now }),
    paths,
    comparison,
  };
}

/** The name of a file as an address has it. Some clients leave a percent sign in an address as it is. */
export function decodeName(name: string): string {
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

async function toDocumentCard(
  { scopes, language }: ServerParts,
  { text, document, judged }: JudgedReading,
  diagnosis: Diagnosis | null,
  policies: readonly PolicyCard[],
  met: MetPaths | null,
  paths: PathsCard | null,
  cause: Verdict['cause'],
): Promise<DocumentCard> {
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
  const findings = diagnosis?.findings ?? [];
  const primary = findPrimary(judged, findings) ?? listCauses(judged, findings)[0] ?? findOpen(judged, findings);
  const cure = diagnosis === null ? null : await findCure(diagnosis);
  const deciding = policies.find(({ index }) => index === judged.verdict?.decidedBy?.index);
  const difference = deciding === undefined ? null : findDifference(deciding);
  const unread = judged.verdict?.notRead[0];
  const notReadAt = unread?.elsewhere !== undefined || unread === undefined ? null : toPlace(text, unread);
  const own = toVerdict(judged, lines, primary, cure, difference);
  const alone = own && { ...own, notReadAt };
  const onPath = met === null ? null : toVerdictOnPath(judged, alone, met, scopes, cause);
  return { name, prediction: leadElsewhere(onPath ?? alone, paths), notice };
}

/** Where nothing fails for certain: the finding of the first check that is open in what decides, which says what would decide it. */
function findOpen({ verdict, policies }: Judged, findings: readonly Finding[]): Finding | null {
  if (verdict === null || verdict.because !== null || (verdict.outcome !== 'unresolved' && verdict.outcome !== 'uncertain')) return null;
  const { outcome } = verdict;
  const open = (verdict.decidedBy === null ? policies : [verdict.decidedBy]).flatMap(({ index, prediction }) =>
    (prediction?.checks ?? []).filter(check => check.outcome === outcome).map(({ check }) => ({ index, check })),
  );
  for (const { index, check } of open) {
    const found = findings.find(({ policy, data }) => policy === index && data['check'] === check);
    if (found !== undefined) return found;
  }
  return null;
}

/** A refusal that another document of the path decides is cured there. */
function leadElsewhere(verdict: Verdict | null, paths: PathsCard | null): Verdict | null {
  if (verdict === null || verdict.cure !== null || verdict.cause !== null || verdict.outcome !== 'fail' || verdict.policy !== null)
    return verdict;
  const station = paths?.stations.findIndex(({ decides, place }) => decides && place !== null) ?? -1;
  return station < 0 ? verdict : { ...verdict, cure: { kind: 'elsewhere', station } };
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
