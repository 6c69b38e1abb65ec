import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import {
  findComparedValue,
  findReference,
  hover as describe,
  languageOf,
  quoteMarkdown,
  render,
  say,
  type Facts,
  type Prediction,
} from '../../core/index.js';
import type { JudgedReading } from '../readings.js';
import type { ServerParts } from '../server-parts.js';

/** What the names and values in a token policy mean; on a token policy's own name what it answers to the token in force, on a compared value the token's, too. */
export function answerHover({ connection, readings, workspace, language, log }: ServerParts): void {
  connection.onHover(async ({ textDocument, position }, cancellation): Promise<Hover | null> => {
    try {
      const first = await readings.judge(textDocument.uri, position);
      const looksAgain = first !== null && missesValue(first, position) && (await workspace.lookAgain());
      const reading = looksAgain ? await readings.judge(textDocument.uri, position) : first;
      if (reading === null || cancellation.isCancellationRequested) return null;
      const { text, document, judged } = reading;
      const hover = describe(document, text.offsetAt(position), judged.facts);
      if (hover === null) return null;
      const answer = hover.whole ? (judged.policies[hover.policy]?.prediction ?? null) : null;
      const compared = findComparedValue(judged, text.offsetAt(position));
      const beside =
        compared === null
          ? null
          : language.words.besideToken({
              ...compared,
              claim: quoteMarkdown(compared.claim),
              value: compared.value === null ? null : quoteMarkdown(compared.value),
            });
      const parts = [beside, hover.markdown, answer === null ? null : headline(answer, judged.facts)];
      const value = parts.filter(part => part !== null).join('\n\n---\n\n');
      return { contents: { kind: MarkupKind.Markdown, value }, range: text.rangeOf(hover) };
    } catch (error) {
      log.failure(words => words.hoverFailed(), error);
      return null;
    }
  });
}

/** Whether a named value stands there that nothing is known of. */
function missesValue({ text, document, judged: { facts } }: JudgedReading, position: Position): boolean {
  const reference = findReference(document, text.offsetAt(position));
  if (reference?.kind !== 'named-value') return false;
  return ![facts.namedValues, facts.sources].some(known => known !== undefined && Object.hasOwn(known, reference.name));
}

function headline({ outcome, status, reports }: Prediction, facts: Facts): string {
  return render(say('policy-answer', { outcome, status, check: reports?.check ?? null }), languageOf(facts));
}
