import type { ClaimLine, TokenView } from '../../core/index.js';
import { showLine } from '../show-line.js';

/** A token in plain words, for a terminal. */
export function writeDecodedText(view: TokenView): string {
  const lines = [capitalise(view.kindLabel)];
  if (view.problem !== null) lines.push(view.problem);
  else lines.push(view.kindReason);
  if (view.cleaned.length > 0) lines.push(`Taken off: ${view.cleaned.join(', ')}.`);
  if (view.summary.length > 0)
    lines.push('', ...writeColumns(view.summary.map(({ label, words, value }) => [label, value === null ? words : `${value} (${words})`])));
  if (view.times.length > 0) lines.push('', ...writeColumns(view.times.map(({ label, moment, words }) => [label, `${moment} (${words})`])));
  if (view.header.length > 0) lines.push('', 'Header', ...writeClaims(view.header));
  if (view.claims.length > 0) lines.push('', 'Claims', ...writeClaims(view.claims));
  return `${lines.map(showLine).join('\n')}\n`;
}

function writeClaims(claims: readonly ClaimLine[]): string[] {
  const width = Math.min(20, Math.max(...claims.map(claim => claim.name.length)));
  return claims.flatMap(({ name, value, note, meaning }) => [
    `  ${name.padEnd(width)}  ${note === null ? value : `${value} (${note})`}`,
    ...(meaning === null ? [] : [`  ${' '.repeat(width)}    ${meaning}`]),
  ]);
}

/** Two columns, the first as wide as its widest word. */
function writeColumns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, text]) => `  ${label.padEnd(width)}  ${text}`);
}

/** The first letter large. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
