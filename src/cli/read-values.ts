import {
  longestValueFile,
  mentionedNames,
  readAssignment,
  readLoaders,
  readValueFile,
  redact,
  ValueBook,
  valueFormOf,
} from '../core/index.js';
import type { Facts, FoundConfig } from '../core/index.js';
import type { Configs } from './configs.js';
import { CannotRun, codeOf } from './io.js';
import type { FileKind, FolderEntry, Io } from './io.js';
import { join, parentOf, withoutSlash } from './path-names.js';
import type { CliCatalogue } from './sentences/catalogue.js';
import { showLine } from './show-line.js';
import { decodeText, readBytes } from './text-file.js';

/** Values from the command line, from files and from configs, and the sets that are asked for. */
export interface Values {
  /** What is known for a file. */
  readonly bookFor: (path: string) => ValueBook;
  /** The sets to judge a file with: those that were named, the one that its config puts in force, or all. */
  readonly setsOf: (path: string) => readonly string[];
  /** The sets that nothing is judged with because its config puts another one in force; none where the command line names a set. */
  readonly setsLeftOut: (path: string) => readonly string[];
}

/** All files with values that are found together, in bytes: what comes after that is not read. */
const mostFound = 32 * 1024 * 1024;

/** So many files that were not read are named. */
const mostNamed = 3;

/** What values are put into. */
type Book = Pick<ValueBook, 'addFile' | 'addLoaded' | 'addGiven'>;

/** What was found so far. */
interface Found {
  readonly book: Book;
  /** Files and folders that were looked at. */
  readonly seen: Set<string>;
  /** Files that are too long, or too many. */
  readonly unread: string[];
  /** How many bytes may still be read. */
  left: number;
}

/** How many files with values one folder has: more than anybody has. */
const mostFiles = 2000;

/** How many folders above a policy are looked into. */
const mostAbove = 8;

const namedValueFolders = /^named[ _]?values$/i;

/**
 * Reads what `--values` names, each a file, a folder, `NAME=VALUE` or the name of a set; and the files with values that stand beside or above
 * the policies, up to the folder of the repository. What is found and not read, because it is too long or too much, is said on standard error.
 */
export async function readValues(
  io: Io,
  given: readonly string[],
  policies: readonly string[],
  words: Pick<CliCatalogue, 'valuesNotRead'>,
  configs: Pick<Configs, 'all' | 'configOf'>,
): Promise<Values> {
  const book = new ValueBook();
  const found: Found = { book, seen: new Set(), unread: [], left: mostFound };
  const sets = await readNamed(io, given, found);
  for (const path of policies) {
    if (path === '-') continue;
    const isFolder = (await kindOf(io, path)) === 'folder';
    // What is wrong with the folder is told by whoever reads the policies in it.
    if (isFolder) await readFolder(io, path, found, isFoundByForm).catch(() => undefined);
    await readAround(io, isFolder ? join(withoutSlash(path), 'any') : path, found);
  }
  const books = new Map(configs.all.map(config => [config, withConfig(book, config)]));
  const known = [...new Set([book, ...books.values()].flatMap(each => each.sets))].sort();
  for (const set of sets) if (!known.includes(set)) throw new CannotRun(words => words.unknownSet({ set: redact(set), known }));
  if (found.unread.length > 0) {
    const paths = found.unread.slice(0, mostNamed).map(path => redact(path));
    io.writeError(`${showLine(`apim-token-doctor: ${words.valuesNotRead({ paths, count: found.unread.length })}`)}\n`);
  }
  const bookFor = (path: string): ValueBook => {
    const config = configs.configOf(path);
    return (config === null ? undefined : books.get(config)) ?? book;
  };
  const inForce = (path: string): string | undefined => {
    const name = configs.configOf(path)?.config.inForce?.name;
    return name !== undefined && bookFor(path).sets.includes(name) ? name : undefined;
  };
  const setsOf = (path: string): readonly string[] => {
    if (sets.length > 0) return sets;
    const one = inForce(path);
    return one === undefined ? bookFor(path).sets : [one];
  };
  const setsLeftOut = (path: string): readonly string[] => {
    const one = sets.length > 0 ? undefined : inForce(path);
    return one === undefined ? [] : bookFor(path).sets.filter(set => set !== one);
  };
  return { bookFor, setsOf, setsLeftOut };
}

function withConfig(book: ValueBook, { path, config, files }: FoundConfig): ValueBook {
  const copy = book.copy();
  copy.addConfig(path, config, files);
  return copy;
}

/** Reads what `--values` names into a book, and nothing else; gives the sets that it names. */
export async function readNamedValues(io: Io, given: readonly string[], book: Book): Promise<string[]> {
  return readNamed(io, given, { book, seen: new Set(), unread: [], left: mostFound });
}

async function readNamed(io: Io, given: readonly string[], found: Found): Promise<string[]> {
  const sets: string[] = [];
  for (const each of given) {
    const kind = await kindOf(io, each);
    const assigned = kind === null ? readAssignment(each) : null;
    if (assigned !== null) found.book.addGiven('any', { [assigned.name]: assigned.text }, 'option', null);
    else if (kind === 'folder') await readFolder(io, each, found);
    else if (kind !== null) await readNamedFile(io, each, found.book);
    else if (/[\\/]|\.\w+$/.test(each)) await readBytes(io, each, 'values');
    else sets.push(each);
  }
  return sets;
}

/** The facts for one document, with the values that it mentions; what stands in `facts` already comes first. */
export function withValues(facts: Facts, { bookFor }: Values, path: string, text: string, set: string | null): Facts {
  const book = bookFor(path);
  const { namedValues = {}, sources: ownSources = {} } = facts;
  // Most folders have none, and then no text is looked through for names.
  if (book.isEmpty) return { ...facts, namedValues, templateValues: {}, sources: ownSources, templateSources: {} };
  const found = book.valuesFor(path, set, mentionedNames(text));
  const secrets = Object.entries(found.sources).filter(([, { secret }]) => secret === true);
  const sources = { ...found.sources, ...ownSources };
  for (const [name, source] of secrets) sources[name] = { ...(ownSources[name] ?? source), secret: true };
  return {
    ...facts,
    namedValues: { ...found.namedValues, ...namedValues },
    templateValues: found.templateValues,
    sources,
    templateSources: found.templateSources,
  };
}

/** The sets to judge a document with: one for each difference that they make to it. `name`: what the sets are called; null where there is no choice. */
export function setsFor(
  { bookFor, setsOf }: Values,
  path: string,
  text: string,
): { readonly set: string | null; readonly name: string | null }[] {
  const book = bookFor(path);
  const asked = setsOf(path);
  if (book.isEmpty) return [{ set: asked[0] ?? null, name: null }];
  const names = mentionedNames(text);
  const groups = new Map<string, string[]>();
  for (const set of asked) {
    const { namedValues, templateValues } = book.valuesFor(path, set, names);
    const key = JSON.stringify([namedValues, templateValues]);
    groups.set(key, [...(groups.get(key) ?? []), set]);
  }
  const each = [...groups.values()].map(sets => ({ set: sets[0] ?? null, name: sets.join(', ') }));
  if (each.length === 0) return [{ set: null, name: null }];
  // All alike, or the only one that was asked for: there is nothing to tell apart.
  return each.length === 1 ? [{ set: each[0]?.set ?? null, name: null }] : each;
}

/** The set whose values a fix or an explanation goes by: the one that was named or put in force, or the only one there is; else none, as it serves all. */
export function setToFix({ setsOf }: Values, path: string): string | null {
  const [only = null, more] = setsOf(path);
  return more === undefined ? only : null;
}

async function kindOf(io: Io, path: string): Promise<FileKind | null> {
  try {
    return await io.kindOf(path);
  } catch {
    return null;
  }
}

async function readNamedFile(io: Io, path: string, book: Book): Promise<void> {
  const { text } = decodeText(await readBytes(io, path, 'values'));
  const file = readValueFile(path, text, true);
  if (file === null) throw new CannotRun(words => words.noValues({ path: redact(path) }));
  book.addFile(file, 'named-file');
}

function hasForm(path: string): boolean {
  return valueFormOf(path) !== null;
}

/** A plain object of names and values counts where somebody names it. */
function isFoundByForm(path: string): boolean {
  return hasForm(path) && valueFormOf(path) !== 'named-values';
}

/** Every file with values in a folder and the folders below. Links are not followed. */
async function readFolder(io: Io, folder: string, found: Found, counts = hasForm): Promise<void> {
  const files = (await io.listFolder(withoutSlash(folder))).filter(counts);
  for (const path of files.slice(0, mostFiles)) await readFound(io, path, found);
  found.unread.push(...files.slice(mostFiles));
}

/** The files beside a policy and in the folders above it, up to that of the repository, or up to where the path begins. */
async function readAround(io: Io, policy: string, found: Found): Promise<void> {
  const { seen } = found;
  let folder: string | null = parentOf(policy);
  for (let steps = 0; folder !== null && steps < mostAbove; steps++) {
    const entries = seen.has(folder) ? [] : await listOrNothing(io, folder);
    seen.add(folder);
    for (const { name, kind } of entries) {
      const path = join(folder, name);
      if (kind === 'file' && isFoundByForm(path)) await readFound(io, path, found);
      if (kind === 'folder' && namedValueFolders.test(name)) await readFolder(io, path, found);
    }
    if (entries.some(({ name }) => name === '.git')) return;
    folder = parentOf(folder);
  }
}

async function readFound(io: Io, path: string, found: Found): Promise<void> {
  const { book, seen, unread } = found;
  if (seen.has(path)) return;
  seen.add(path);
  let bytes: Uint8Array;
  try {
    bytes = await io.readFile(path, Math.min(found.left, longestValueFile));
  } catch (error) {
    if (codeOf(error) === 'EFBIG') unread.push(path);
    return;
  }
  found.left -= bytes.byteLength;
  const { text } = decodeText(bytes);
  const file = readValueFile(path, text);
  if (file !== null) book.addFile(file, 'found');
  for (const loaded of readLoaders(path, text)) book.addLoaded(loaded);
}

async function listOrNothing(io: Io, folder: string): Promise<readonly FolderEntry[]> {
  try {
    return await io.listEntries(folder === '' ? '.' : folder);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return [];
  }
}
