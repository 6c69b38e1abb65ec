import type { CancellationToken } from 'vscode-languageserver';
import { redact, viewToken } from '../../core/index.js';
import type { Requests } from '../../protocol.js';
import { answer } from '../messages.js';
import type { ServerParts } from '../server-parts.js';
import { makeView } from '../view/make-view.js';
import { writeReport } from '../view/write-report.js';

/** Writes what the panel shows for others to read. */
export function answerReport(parts: ServerParts): void {
  answer(parts, 'apimTokenDoctor/report', (params, cancellation) => makeReport(parts, params, cancellation));
}

type Asked = Requests['apimTokenDoctor/report'];

/** The report; null where there is nothing to tell. */
export async function makeReport(
  parts: ServerParts,
  { name, uri, position, path }: Asked['params'],
  cancellation: CancellationToken,
): Promise<Asked['result']> {
  const view = await makeView(parts, { uri, ...(position === undefined ? {} : { position }), path: path ?? null }, cancellation);
  const { held } = parts.facts;
  if (held === null) return null;
  const words = parts.language.words;
  const text = writeReport(view, name, words);
  if (text === null) return null;
  const personal = viewToken(held.token, view.now).claims.filter(claim => claim.personal);
  return redact(keepBack(text, personal, claim => words.reportKeptBack({ name: claim })));
}

/** Shorter values stand in any text by chance. */
const shortest = 4;

/** Titles and sentences quote what is compared, and a policy may compare what tells of a person. */
function keepBack(
  text: string,
  personal: readonly { readonly name: string; readonly value: string }[],
  write: (name: string) => string,
): string {
  const pieces = personal.flatMap(({ name, value }) => listPieces(value).map(piece => ({ name, piece })));
  return pieces
    .sort((one, other) => other.piece.length - one.piece.length)
    .reduce((said, { name, piece }) => said.replaceAll(piece, write(name)), text);
}

/** The value, and where it is a list in JSON each text of it. */
function listPieces(value: string): string[] {
  const texts = value.startsWith('[') ? [...value.matchAll(/"([^"\\]*)"/g)].map(([, text = '']) => text) : [];
  return [value, ...texts].filter(({ length }) => length >= shortest);
}
