import type { ClaimLine, TokenView } from '../../core/index.js';
import type { CliCatalogue } from '../sentences/catalogue.js';
import { showLine } from '../show-line.js';

/** A token in plain words, for a terminal. */
export function writeDecodedText(view: TokenView, words: CliCatalogue): string {
  const lines = [words.tokenKind({ kind: view.kindLabel })];
  if (view.problem !== null) lines.push(view.problem);
  else lines.push(view.kindReason);
  if (view.cleaned.length > 0) lines.push(words.takenOff({ cleaned: view.cleaned }));
  if (view.summary.length > 0)
    lines.push(
      '',
      ...writeColumns(
        view.summary.map(({ label, words: said, value }) => [label, value === null ? said : words.withNote({ value, note: said })]),
      ),
    );
  if (view.times.length > 0)
    lines.push(
      '',
      ...writeColumns(view.times.map(({ label, moment, words: said }) => [label, words.withNote({ value: moment, note: said })])),
    );
  if (view.header.length > 0) lines.push('', words.header(), ...writeClaims(view.header, words));
  if (view.claims.length > 0) lines.push('', words.claims(), ...writeClaims(view.claims, words));
  return `${lines.map(showLine).join('\n')}\n`;
}

function writeClaims(claims: readonly ClaimLine[], words: CliCatalogue): string[] {
  const width = Math.min(20, Math.max(...claims.map(claim => claim.name.length)));
  return claims.flatMap(({ name, value, note, meaning }) => [
    `  ${name.padEnd(width)}  ${note === null ? value : words.withNote({ value, note })}`,
    ...(meaning === null ? [] : [`  ${' '.repeat(width)}    ${meaning}`]),
  ]);
}

/** Two columns, the first as wide as its widest word. */
function writeColumns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, text]) => `  ${label.padEnd(width)}  ${text}`);
}
