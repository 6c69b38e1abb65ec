import { explainTrace, selectRelatedFindings, type AdvisedExplanation, type Finding } from '../core/index.js';
import type { ToolAnswer } from './answer.js';
import { tellFinding } from './describe-finding.js';
import type { JudgedText } from './judged-text.js';
import { longestPath, mostSteps } from './limits.js';
import { quoteFile, tellOutside } from './outside-text.js';
import { englishAgent } from './sentences/english/index.js';
import { tellSteps } from './tell-steps.js';
import { listUnread, type UnreadFile } from './unread-files.js';

/** A policy at hand, judged without a token, and what was found in it. */
export interface PolicyAtHand extends JudgedText {
  readonly findings: readonly Finding[];
}

/**
 * The answer of `explain_gateway_error`. Which of several policies the text is about is not known: the first one in which a cause has a place is
 * taken, the findings are those of all. A token in the text is neither told nor used.
 */
export function explainGatewayError(error: string, policies: readonly PolicyAtHand[], unread: readonly UnreadFile[]): ToolAnswer {
  const { explanations, own } = locate(error, policies);
  const told = explanations.slice(0, mostSteps).map(each => describe(each, own, policies));
  const nextStep = adviseNext(told);
  const structured = { note: englishAgent.note(), explanations: told, unread: listUnread(unread), nextStep };
  const lines = told.flatMap(({ idx, check, answeredBy: { kind }, place }) => [
    englishAgent.explained({ idx, check, kind }),
    ...(place === null ? [] : [englishAgent.explainedAt({ file: quoteFile(place.untrustedFile), line: place.line })]),
  ]);
  return { structured, text: [...lines, englishAgent.next({ step: nextStep })].join('\n') };
}

interface Located {
  readonly explanations: readonly AdvisedExplanation[];
  /** The policy in which they have their places; undefined without any. */
  readonly own: PolicyAtHand | undefined;
}

function locate(error: string, policies: readonly PolicyAtHand[]): Located {
  for (const policy of policies) {
    const explanations = explainTrace(error, policy.judged.document);
    if (explanations.some(({ location }) => location !== undefined)) return { explanations, own: policy };
  }
  const [own] = policies;
  return { explanations: explainTrace(error, own?.judged.document), own };
}

function describe(explanation: AdvisedExplanation, own: PolicyAtHand | undefined, policies: readonly PolicyAtHand[]) {
  const { idx, check, answeredBy, cures, nextSteps, location } = explanation;
  const keepBack = (text: string): string => own?.judged.discretion.text(text) ?? text;
  const tell = (text: string): string => tellOutside(keepBack(text));
  return {
    idx,
    check,
    answeredBy: { kind: answeredBy.kind, certainty: answeredBy.certainty, untrustedSentence: tell(answeredBy.sentence) },
    untrustedExplanation: tell(explanation.explanation),
    untrustedCures: cures.slice(0, mostSteps).map(tell),
    untrustedNextSteps: tellSteps(nextSteps, keepBack),
    place:
      location === undefined || own === undefined
        ? null
        : { untrustedFile: tellOutside(own.file, longestPath), ...own.lines.positionAt(location.start) },
    findings: policies
      .flatMap(({ file, findings, lines, judged }) =>
        selectRelatedFindings(explanation, findings).map(finding => tellFinding(file, finding, lines, judged.discretion)),
      )
      .slice(0, mostSteps),
  };
}

function adviseNext(told: readonly ReturnType<typeof describe>[]): string {
  if (told.length === 0) return englishAgent.nothingKnown();
  const isPlaced = told.some(({ place, findings }) => place !== null || findings.length > 0);
  return isPlaced ? englishAgent.followPlace() : englishAgent.followCures();
}
