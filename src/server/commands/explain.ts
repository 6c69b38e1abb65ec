import { redact, showInvisible } from '../../core/index.js';
import type { ErrorExplanation } from '../../view.js';
import { explainPasted } from '../features/explain.js';
import type { ServerCatalogue } from '../sentences/catalogue.js';
import { CommandRefused, readUri, showText, type ServerCommand } from './command.js';

/** No longer text is looked at: a trace has a few kilobytes. */
const longestText = 1_048_576;

/** Says what an error of the gateway means, and where in a document its cause stands. */
export const explain: ServerCommand = async (parts, [text, named], cancellation) => {
  const { words } = parts.language;
  if (typeof text !== 'string' || text.trim() === '' || text.length > longestText) throw new CommandRefused(words.giveErrorText());
  const uri = named === undefined || named === null ? null : readUri(parts, named);
  const explanations = await explainPasted(parts, { pasted: text, uri }, cancellation);
  if (explanations.length === 0) throw new CommandRefused(words.nothingKnown());
  return showText(parts, 'apim-token-doctor-explanation.txt', redact(explanations.map(each => writeExplanation(each, words)).join('\n')));
};

/** For a reader, not for a program: what stands in a text from outside stays on its line. */
function writeExplanation(
  { idx, answeredBy, explanation, cures, matches, place, findings }: ErrorExplanation,
  words: ServerCatalogue,
): string {
  const at = place === null ? [] : [words.causeAtLine({ line: place.line })];
  const found = findings.map(({ title, place: { line } }) => words.foundAtLine({ title, line }));
  const lines = [
    idx === null ? answeredBy : `${idx}: ${answeredBy}`,
    explanation,
    ...(matches === null ? [] : [matches]),
    ...[...cures, ...at, ...found].map(line => `- ${line}`),
  ];
  return lines.map(line => `${showInvisible(line)}\n`).join('');
}
