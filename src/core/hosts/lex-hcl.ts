// HCL, the language of Terraform, cut into pieces. Sources: the syntax specification of HCL (hashicorp/hcl, hclsyntax/spec.md) and, for the
// indentation of heredocs, what `terraform console` answers.
import { readHeredoc, readHclQuoted } from './hcl-strings.js';
import { InterpolationScanner } from './interpolation.js';
import type { HostToken } from './host-token.js';

const space = /[ \t\r\f\v\ufeff]+/y;
const line = /\n/y;
const comment = /(?:#|\/\/)[^\n]*|\/\*/y;
/** A name and what is taken of it: `.name`, `.*`, `[0]`, `["key"]`, `[each.key]`. */
const word = /[A-Za-z_\u0080-\uffff][\w\-\u0080-\uffff]*(?:(?:\.|::)[\w*\-\u0080-\uffff]+|\[(?:[\w*.]+|"[^"\n$%\\]*")\])*/y;
const number = /\d[\w.]*/y;
const sign = /=>|==|!=|<=|>=|&&|\|\||\.\.\.|[^\n]/y;
const heredoc = /<<(-?)([A-Za-z_\u0080-\uffff][\w\-\u0080-\uffff]*)[ \t]*\r?\n/y;

/** The pieces of a file of HCL, in order. Never throws: what is no HCL is cut as if it were. */
export function lexHcl(text: string): HostToken[] {
  const tokens: HostToken[] = [];
  const templates = new InterpolationScanner(text, '"');
  /** Where the one template ends of which a string is nothing but a wrapper: `"${file("policy.xml")}"` is the call itself. */
  let wrapped = -1;
  for (let i = 0; i < text.length;) {
    const matchAt = (pattern: RegExp): RegExpExecArray | null => {
      pattern.lastIndex = i;
      return pattern.exec(text);
    };
    const push = (kind: HostToken['kind'], end: number): void => {
      tokens.push({ kind, start: i, end, text: text.slice(i, end) });
      i = end;
    };
    const skipped = matchAt(space);
    if (skipped !== null) {
      i += skipped[0].length;
      continue;
    }
    const remark = matchAt(comment);
    if (remark !== null) {
      const closed = remark[0] === '/*' ? text.indexOf('*/', i + 2) + 2 : i + remark[0].length;
      i = closed < i + 2 && remark[0] === '/*' ? text.length : closed;
      continue;
    }
    if (i === wrapped - 1 && wrapped > 0) {
      tokens.push({ kind: 'sign', start: i, end: i + 2, text: ')' });
      i += 2;
      wrapped = -1;
      continue;
    }
    const opened = matchAt(heredoc);
    if (opened !== null) {
      const [all, dash = '', marker = ''] = opened;
      const string = readHeredoc(text, { start: i, content: i + all.length, isIndented: dash === '-', marker, templates });
      tokens.push({ kind: 'string', start: i, end: string.end, text: string.text, string });
      i = string.end;
      continue;
    }
    if (text[i] === '"') {
      const end = wrapped < 0 && text.startsWith('"${', i) && !text.startsWith('"${~', i) ? templates.endOf(i + 3, text.length) : -1;
      if (end > 0 && text[end] === '"') {
        wrapped = end;
        tokens.push({ kind: 'sign', start: i, end: i + 3, text: '(' });
        i += 3;
        continue;
      }
      const string = readHclQuoted(text, i, templates);
      tokens.push({ kind: 'string', start: i, end: string.end, text: string.text, string });
      i = string.end;
      continue;
    }
    const found = matchAt(line);
    if (found !== null) push('line', i + 1);
    else {
      const named = matchAt(word);
      const counted = named === null ? matchAt(number) : null;
      if (named !== null) push('word', i + named[0].length);
      else if (counted !== null) push('number', i + counted[0].length);
      else push('sign', i + (matchAt(sign)?.[0].length ?? 1));
    }
  }
  return tokens;
}
