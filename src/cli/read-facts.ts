import { blankRecord, decodeToken, keepDocument, parseToken } from '../core/index.js';
import type { DecodedToken, Facts, FactSource, TokenProblem } from '../core/index.js';
import { readMoment } from './arguments.js';
import type { Arguments } from './arguments.js';
import { CannotRun } from './io.js';
import type { Io } from './io.js';
import type { factOptions, rewriteOptions } from './options.js';
import type { CliCatalogue } from './sentences/catalogue.js';
import { decodeText, readBytes } from './text-file.js';

interface FactArguments {
  readonly options: Arguments<typeof factOptions>['options'] & Partial<Arguments<typeof rewriteOptions>['options']>;
}

/** Reads everything from outside that a judgement rests on. No network: what the files do not say is unresolved. */
export async function readFacts(io: Io, args: FactArguments, words: CliCatalogue): Promise<Facts> {
  const token = await readToken(io, args);
  const documents = await readObjects(io, args.options.metadata, 'metadata');
  const namedValues: Record<string, string> = blankRecord();
  const sources: Record<string, FactSource> = blankRecord();
  for (const path of args.options['named-values']) {
    for (const [name, value] of Object.entries(await readObjects(io, [path], 'named-values'))) {
      if (typeof value !== 'string') throw new CannotRun(words => words.valueNotText({ name }));
      namedValues[name] = value;
      sources[name] = { from: 'file', path };
    }
  }
  const metadata: Record<string, unknown> = blankRecord();
  for (const [address, document] of Object.entries(documents)) {
    const kept = keepDocument(document);
    if ('document' in kept) metadata[address] = kept.document;
    sources[address] = { from: 'file', ...('problem' in kept ? { problem: words.tooDeep() } : {}) };
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
    if (exact) throw new CannotRun(words => words.exactWithoutToken());
    return undefined;
  }
  return exact ? parseToken(await readTokenText(io, path)) : decodeToken(await readTokenText(io, path));
}

/** The text of a token's file, or of standard input. A path that is a token itself is refused without a word of it. */
export async function readTokenText(io: Io, path: string): Promise<string> {
  refuseTokenAsPath(path);
  return decodeText(await readBytes(io, path, 'token')).text;
}

/** Others on this machine can read arguments. */
export function refuseTokenAsPath(path: string): void {
  if (decodeToken(path).status === 'decoded') throw new CannotRun(words => words.tokenAsArgument());
}

async function readObjects(io: Io, paths: readonly string[], purpose: 'metadata' | 'named-values'): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = blankRecord();
  for (const path of paths) {
    const { text } = decodeText(await readBytes(io, path, purpose));
    Object.assign(all, parseObject(text.replace(/^\ufeff/, ''), purpose));
  }
  return all;
}

function parseObject(text: string, purpose: 'metadata' | 'named-values'): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CannotRun(words => words.notJson({ purpose }));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new CannotRun(words => words.notAnObject({ purpose }));
  return value;
}
