// JSON as it is really written: with comments and commas at the end, as Azure Resource Manager and editors take it.
import { createScanner } from 'jsonc-parser';
import type { HostToken } from './host-token.js';

/** `ScanError.UnexpectedEndOfString`: the package's enums exist for its own compilation only. */
const unclosedString = 2;

/** The pieces of a file of JSON, in order; it has no line breaks that mean something. Never throws. */
export function lexJson(text: string): HostToken[] {
  const tokens: HostToken[] = [];
  const scanner = createScanner(text, true);
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    const first = text.charAt(start);
    if (first === '"') {
      const isClosed = Number(scanner.getTokenError()) !== unclosedString;
      const value = scanner.getTokenValue();
      const content = { start: start + 1, end: isClosed ? end - 1 : end };
      tokens.push({
        kind: 'string',
        start,
        end,
        text: value,
        string: { kind: 'string', form: 'json', start, end, content, text: value, isTemplate: false },
      });
    } else {
      const kind = /[\d-]/.test(first) ? 'number' : /[a-z]/i.test(first) ? 'word' : 'sign';
      tokens.push({ kind, start, end, text: text.slice(start, end) });
    }
  }
  return tokens;
}
