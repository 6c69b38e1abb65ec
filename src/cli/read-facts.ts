import { decodeToken, keepDocument, parseToken } from '../core/index.js';
import type { DecodedToken, Facts, FactSource, TokenProblem } from '../core/index.js';
import { readMoment } from './arguments.js';
import type { Arguments, OptionKinds } from './arguments.js';
import { CannotRun } from './io.js';
import type { Io } from './io.js';
import { decodeText, readBytes } from './text-file.js';

/** The options that say what is known from outside. */
export const factOptions = {
  token: 'text',
  exact: 'flag',
  metadata: 'texts',
  'named-values': 'texts',
  now: 'text',
} as const satisfies OptionKinds;

/** The options that only a rewrite asks for. */
export const rewriteOptions = { tenant: 'texts', 'identity-host': 'texts' } as const satisfies OptionKinds;

interface FactArguments {
  readonly options: Arguments<typeof factOptions>['options'] & Partial<Arguments<typeof rewriteOptions>['options']>;
}

/** Reads everything from outside that a judgement rests on. No network: what the files do not say is unresolved. */
export async function readFacts(io: Io, args: FactArguments): Promise<Facts> {
  const token = await readToken(io, args);
  const documents = await readObjects(io, args.options.metadata, 'the metadata file');
  const values = await readObjects(io, args.options['named-values'], 'the file of named values');
  const namedValues: Record<string, string> = withoutPrototype();
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'string')
      throw new CannotRun('The file of named values holds something else than texts: write {"name": "value"}.');
    namedValues[name] = value;
  }
  const sources: Record<string, FactSource> = withoutPrototype();
  for (const name of Object.keys(namedValues)) sources[name] = { from: 'file' };
  const metadata: Record<string, unknown> = withoutPrototype();
  for (const [address, document] of Object.entries(documents)) {
    const kept = keepDocument(document);
    if ('document' in kept) metadata[address] = kept.document;
    sources[address] = { from: 'file', ...('problem' in kept ? { problem: 'The document is nested deeper than 64 levels.' } : {}) };
  }

  const { now, tenant = [], 'identity-host': identityHosts = [] } = args.options;
  return {
    now: now === undefined ? io.now() : readMoment(now),
    ...(token === undefined ? {} : { token }),
    metadata,
    namedValues,
    tenants: tenant,
    identityHosts,
    sources,
  };
}

async function readToken(io: Io, args: FactArguments): Promise<DecodedToken | TokenProblem | undefined> {
  const { token: path, exact } = args.options;
  if (path === undefined) {
    if (exact) throw new CannotRun('--exact says how to read the token: give it with --token FILE or --token -.');
    return undefined;
  }
  return exact ? parseToken(await readTokenText(io, path)) : decodeToken(await readTokenText(io, path));
}

/** The text of a token's file, or of standard input. A path that is a token itself is refused without a word of it. */
export async function readTokenText(io: Io, path: string): Promise<string> {
  if (decodeToken(path).status === 'decoded')
    throw new CannotRun(
      'A token is never an argument, because others can read arguments: put it in a file, or on standard input with "-".',
    );
  return decodeText(await readBytes(io, path, "the token's file")).text;
}

async function readObjects(io: Io, paths: readonly string[], what: string): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = withoutPrototype();
  for (const path of paths) {
    const { text } = decodeText(await readBytes(io, path, what));
    Object.assign(all, parseObject(text.replace(/^\ufeff/, ''), what));
  }
  return all;
}

function parseObject(text: string, what: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CannotRun(`${capitalise(what)} is not JSON: write one JSON object.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new CannotRun(`${capitalise(what)} is no JSON object.`);
  return value;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** So that no name from outside, whatever it is, reaches a prototype. */
function withoutPrototype<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>;
}
