import { CST } from 'yaml';
import { parseYaml } from '../text/parse-yaml.js';
import { TextReader, type DecodedText } from './decoded-text.js';
import type { HostFile, EmbeddedPolicy, TextForm, UnreadPolicy } from './host-file.js';
import { isPolicyText, mayHoldPolicy, whyNotRead } from './recognise-text.js';

type Scalar = CST.FlowScalar | CST.BlockScalar;

/** Reads a file of YAML: literal blocks, and scalars on one line. Never throws. */
export function findInYaml(text: string): HostFile {
  const policies: EmbeddedPolicy[] = [];
  const notRead: UnreadPolicy[] = [];
  if (mayHoldPolicy(text) || /\\(?:u003c|x3c)/i.test(text)) {
    const tokens = parseYaml(text);
    if (tokens === null) notRead.push({ reason: 'too-deep', start: 0, end: text.length });
    for (const scalar of listScalars(tokens ?? [])) {
      const found = readScalar(text, scalar);
      if (found === null) continue;
      if ('reason' in found) notRead.push(found);
      else policies.push(found);
    }
  }
  return { kind: 'yaml', policies, notRead, loaders: [], resources: [] };
}

/** All scalars in order. The package's own walk recurses over nesting, this does not. */
function listScalars(tokens: readonly CST.Token[]): Scalar[] {
  const scalars: Scalar[] = [];
  const left: (CST.Token | null | undefined)[] = [...tokens].reverse();
  while (left.length > 0) {
    const token = left.pop();
    if (token === null || token === undefined) continue;
    switch (token.type) {
      case 'document':
        left.push(token.value);
        break;
      case 'block-map':
      case 'block-seq':
      case 'flow-collection':
        for (let i = token.items.length - 1; i >= 0; i--) left.push(token.items[i]?.value, token.items[i]?.key);
        break;
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
      case 'block-scalar':
        scalars.push(token);
        break;
      default:
        break;
    }
  }
  return scalars;
}

function readScalar(host: string, scalar: Scalar): EmbeddedPolicy | UnreadPolicy | null {
  const value = valueOf(scalar);
  if (!mayHoldPolicy(value)) return null;
  const header = scalar.type === 'block-scalar' ? scalar.props.find(prop => prop.type === 'block-scalar-header') : undefined;
  const start = scalar.offset;
  const opened = scalar.type === 'block-scalar' ? scalar.props.at(-1) : undefined;
  const content = opened !== undefined && 'source' in opened ? opened.offset + opened.source.length : start;
  const end = content + scalar.source.length;
  const reason = whyNotRead(value);
  if (!isPolicyText(value)) return reason === 'part' || reason === null ? null : { reason, start, end };
  const read =
    header !== undefined && 'source' in header
      ? readBlock(host, { offset: content, source: scalar.source }, header.source, value)
      : readFlow(host, scalar, value);
  // What it means is the package's to say: where we do not come to the same, nothing is read.
  if (read === null || read.text !== value) return { reason: 'folded', start, end };
  return { ...read, host: 'yaml', start, end, resource: null, format: null, isFilledLater: false };
}

/** What a scalar means. The package ends a block with a line break, also where the file ends without one. */
function valueOf(scalar: Scalar): string {
  const { value } = CST.resolveAsScalar(scalar, false, () => undefined);
  return scalar.type === 'block-scalar' && !scalar.source.endsWith('\n') ? value.replace(/\n$/, '') : value;
}

type Read = DecodedText & Pick<EmbeddedPolicy, 'form' | 'content' | 'indentation' | 'lineBreak'>;

function readBlock(host: string, { offset, source }: Pick<Scalar, 'offset' | 'source'>, header: string, value: string): Read | null {
  if (!header.startsWith('|')) return null;
  const given = /\d/.exec(header)?.[0];
  const lines = source.split('\n');
  const first = lines.find(line => line.trim() !== '') ?? '';
  // An indentation that is given counts from the parent's, which a first line that is not indented further shows as well.
  if (given !== undefined && first.search(/\S/) > Number(given)) return null;
  const indentation = /^ */.exec(first)?.[0] ?? '';
  const reader = new TextReader(host);
  let length = 0;
  let at = offset;
  for (const line of lines) {
    const isBroken = at + line.length < offset + source.length;
    const gone = line.startsWith(indentation) ? indentation.length : (/^ */.exec(line)?.[0].length ?? 0);
    const words = line.endsWith('\r') && isBroken ? line.slice(gone, -1) : line.slice(gone);
    // Of the line breaks at the end as many as the header keeps.
    const kept = Math.min(words.length, value.length - length);
    reader.keep(at + gone, at + gone + kept);
    length += kept;
    if (isBroken && length < value.length) {
      const isPair = line.endsWith('\r');
      if (isPair) reader.escape('\n', at + line.length - 1, at + line.length + 1);
      else reader.keep(at + line.length, at + line.length + 1);
      length++;
    }
    at += line.length + 1;
  }
  const content = { start: offset, end: offset + source.length };
  return { ...reader.finish(offset), form: 'yaml-literal', content, indentation, lineBreak: source.includes('\r\n') ? '\r\n' : '\n' };
}

const named: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
};

function readFlow(host: string, { type, offset, source }: Scalar, value: string): Read | null {
  if (/[\r\n]/.test(source)) return null;
  const isPlain = type === 'scalar';
  const content = { start: offset + (isPlain ? 0 : 1), end: offset + source.length - (isPlain ? 0 : 1) };
  const form: TextForm = isPlain ? 'yaml-plain' : type === 'single-quoted-scalar' ? 'yaml-single' : 'yaml-double';
  const escape =
    form === 'yaml-double' ? /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/g : form === 'yaml-single' ? /''/g : null;
  const reader = new TextReader(host);
  let from = content.start;
  if (escape !== null)
    for (const match of source.matchAll(escape)) {
      const [whole, ...codes] = match;
      const at = offset + match.index;
      const code = Number.parseInt(codes[0] ?? codes[1] ?? codes[2] ?? '', 16);
      if (at + whole.length > content.end || code > 0x10ffff) return null;
      reader.keep(from, at);
      reader.escape(
        whole === "''" ? "'" : Number.isNaN(code) ? (named[codes[3] ?? ''] ?? '') : String.fromCodePoint(code),
        at,
        at + whole.length,
      );
      from = at + whole.length;
    }
  reader.keep(from, content.end);
  const decoded = reader.finish(content.start);
  return decoded.text === value ? { ...decoded, form, content, indentation: '', lineBreak: '\n' } : null;
}
