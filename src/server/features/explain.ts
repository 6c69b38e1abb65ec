import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Explanation } from '../../core/explain/explanation.js';
import { readTokenOfError } from '../../core/explain/offer-for-error.js';
import { selectRelatedFindings } from '../../core/explain/related-findings.js';
import { say } from '../../core/messages/message.js';
import { render } from '../../core/messages/render.js';
import type { ErrorExplanation, RelatedFinding } from '../../protocol.js';
import type { Diagnosis } from '../diagnoser.js';
import { answer } from '../messages.js';
import type { ServerParts } from '../server-parts.js';
import { toPlace } from '../view/policy-cards.js';

/**
 * Explains an error that the user pasted, where in the policy document in front its cause stands, what was found there anyway, and, while
 * no token is in force, which rewrites take the issuer that the text names, under the rules that a token's issuer is under.
 */
export function answerExplain(parts: ServerParts): void {
  const { documents, judgement, diagnoser } = parts;
  answer(parts, 'apimTokenDoctor/explain', async ({ pasted, uri }, cancellation) => {
    const document = uri === null ? undefined : documents.get(uri);
    const explanations = judgement.explainError(pasted, document?.getText());
    if (document === undefined) return explanations.map(explanation => describe(explanation, null, []));
    const diagnosis = await diagnoser.diagnose(document, cancellation);
    const described: ErrorExplanation[] = [];
    for (const explanation of explanations) {
      const findings = diagnosis === null ? [] : await relate(parts, document, explanation, diagnosis, cancellation);
      const rewrites = diagnosis === null ? [] : await offerRewrites(parts, document, explanation, diagnosis);
      described.push(describe(explanation, document, [...rewrites, ...findings]));
    }
    return described;
  });
}

function describe(
  { idx, explanation, cures, location }: Explanation,
  document: TextDocument | null,
  findings: readonly RelatedFinding[],
): ErrorExplanation {
  const place = document === null || location === undefined ? null : toPlace(document, location);
  return { idx, explanation, cures, place, findings };
}

async function relate(
  { judgement, log }: ServerParts,
  document: TextDocument,
  explanation: Explanation,
  { findings, facts }: Diagnosis,
  cancellation: CancellationToken,
): Promise<RelatedFinding[]> {
  const policies = judgement.readPolicies(document.getText());
  const related: RelatedFinding[] = [];
  for (const finding of selectRelatedFindings(explanation, findings)) {
    if (cancellation.isCancellationRequested) return [];
    let fix: string | null = null;
    try {
      fix = (await judgement.fixInDocument(policies, finding, facts))[0]?.title ?? null;
    } catch (error) {
      log.failure(`The fixes of ${finding.code} failed`, error);
    }
    related.push({ code: finding.code, message: finding.message, place: toPlace(document, finding), fix });
  }
  return related;
}

/** The list of fixes on the element's name shows what is offered here: both go by the token that is remembered. */
async function offerRewrites(
  { judgement, explained, log }: ServerParts,
  document: TextDocument,
  explanation: Explanation,
  { facts }: Diagnosis,
): Promise<RelatedFinding[]> {
  const token = readTokenOfError(explanation);
  if (token === null || explanation.location === undefined || facts.token !== undefined) return [];
  try {
    const [first] = await judgement.offerForError(document.getText(), explanation, facts);
    const policy = judgement.readPolicies(document.getText()).tokenPolicies[explanation.location.policy];
    if (first === undefined || policy === undefined) return [];
    explained.remember(document.uri, token);
    const place = toPlace(document, { start: policy.start, end: policy.element.nameSpan.end });
    return [{ code: first.code, message: render(say('explained-rewrite', {})), place, fix: first.title }];
  } catch (error) {
    log.failure('The rewrites for an explained error failed', error);
    return [];
  }
}
