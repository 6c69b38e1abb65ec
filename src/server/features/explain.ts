import type { CancellationToken } from 'vscode-languageserver';
import {
  explainTrace,
  makeFixes,
  offerForError,
  readTokenOfError,
  render,
  renderApart,
  say,
  selectRelatedFindings,
  type AdvisedExplanation,
  type Explanation,
} from '../../core/index.js';
import type { Requests } from '../../protocol.js';
import type { ErrorExplanation, RelatedFinding } from '../../view.js';
import { answer } from '../messages.js';
import type { Diagnosis } from '../readings.js';
import type { ServedText } from '../served-text.js';
import type { ServerParts } from '../server-parts.js';
import { toPlace } from '../view/policy-cards.js';

/**
 * Explains an error that the user pasted, where in the policy document in front its cause stands, what was found there anyway, and, while
 * no token is in force, which rewrites take the issuer that the text names, under the rules that a token's issuer is under.
 */
export function answerExplain(parts: ServerParts): void {
  answer(parts, 'apimTokenDoctor/explain', (params, cancellation) => explainPasted(parts, params, cancellation));
}

type Asked = Requests['apimTokenDoctor/explain'];

/** What a text says, the outermost error first; nothing where nothing in it is known. */
export async function explainPasted(
  parts: ServerParts,
  { pasted, uri, position }: Asked['params'],
  cancellation: CancellationToken,
): Promise<Asked['result']> {
  const { readings, workspace, language } = parts;
  await workspace.whenRead(cancellation);
  const reading = uri === null ? null : await readings.read(uri, position);
  const diagnosis = uri === null ? null : await readings.diagnose(uri, cancellation, position);
  const { text, document } = diagnosis ?? reading ?? { text: null };
  const described: ErrorExplanation[] = [];
  for (const explanation of explainTrace(pasted, document, language.core)) {
    const findings = diagnosis === null ? [] : await relate(parts, explanation, diagnosis, cancellation);
    const rewrites = diagnosis === null ? [] : await offerRewrites(parts, explanation, diagnosis);
    described.push({ ...describe(explanation, text, [...rewrites, ...findings]), matches: diagnosis && match(explanation, diagnosis) });
  }
  return described;
}

function describe(
  { idx, answeredBy, explanation, cures, nextSteps, location }: AdvisedExplanation,
  document: ServedText | null,
  findings: readonly RelatedFinding[],
): Omit<ErrorExplanation, 'matches'> {
  const place = document === null || location === undefined ? null : toPlace(document, location);
  return { idx, answeredBy: answeredBy.sentence, explanation, cures, nextSteps, place, findings };
}

/** What of the text is expected for the token in force anyway; null where there is nothing to compare. */
function match({ idx, check }: Explanation, { judged: { verdict, discretion } }: Diagnosis): string | null {
  if (verdict === null || (idx === null && check === null)) return null;
  const { outcome, decidedBy } = verdict;
  if (outcome === 'pass') return render(say('explained-differs', { idx, check, expected: null }), discretion.catalogue);
  const reports = decidedBy?.prediction?.reports ?? null;
  if (reports === null) return null;
  const isSame = idx === null || reports.idx === null ? check === reports.check : idx === reports.idx;
  if (isSame) return render(say('explained-expected', reports), discretion.catalogue);
  if (idx !== null && reports.alternatives.some(each => each.idx === idx))
    return render(say('explained-possible', { idx }), discretion.catalogue);
  return render(say('explained-differs', { idx, check, expected: reports }), discretion.catalogue);
}

async function relate(
  { log }: ServerParts,
  explanation: Explanation,
  { text, judged, findings }: Diagnosis,
  cancellation: CancellationToken,
): Promise<RelatedFinding[]> {
  const related: RelatedFinding[] = [];
  for (const finding of selectRelatedFindings(explanation, findings)) {
    if (cancellation.isCancellationRequested) return [];
    let fix: string | null = null;
    try {
      fix = (await makeFixes(judged, finding))[0]?.title ?? null;
    } catch (error) {
      log.failure(words => words.fixesFailed(finding), error);
    }
    related.push({ code: finding.code, title: finding.title, message: finding.message, place: toPlace(text, finding), fix });
  }
  return related;
}

/** The list of fixes on the element's name shows what is offered here: both go by the token that is remembered. */
async function offerRewrites(
  { explained, log, language }: ServerParts,
  explanation: Explanation,
  { text, judged }: Diagnosis,
): Promise<RelatedFinding[]> {
  const token = readTokenOfError(explanation);
  if (token === null || explanation.location === undefined || judged.facts.token !== undefined) return [];
  try {
    const [first] = await offerForError(judged, explanation);
    const policy = judged.policies[explanation.location.policy]?.policy;
    if (first === undefined || policy === undefined) return [];
    explained.remember(text.uri, token);
    const place = toPlace(text, { start: policy.start, end: policy.element.nameSpan.end });
    const message = say('explained-rewrite', {});
    const { title } = renderApart(message, language.core);
    return [{ code: first.code, title, message: render(message, language.core), place, fix: first.title }];
  } catch (error) {
    log.failure(words => words.errorRewritesFailed(), error);
    return [];
  }
}
