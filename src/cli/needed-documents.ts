import { hostKindOf, neededDocuments, sniffPolicy } from '../core/index.js';
import type { Facts, JudgedPolicy } from '../core/index.js';
import { readAllowedHosts } from './allowed-hosts.js';
import type { Arguments } from './arguments.js';
import { fetchDocuments, type FetchedDocuments, type Wish } from './fetch-documents.js';
import { CannotRun, type Io } from './io.js';
import { judgeFile, type HostChoice } from './judge-file.js';
import type { NamedFile } from './list-files.js';
import { fetchFlag, type fetchOptions } from './options.js';
import { setsFor, withValues, type Values } from './read-values.js';
import type { CliCatalogue } from './sentences/catalogue.js';
import { readTextFile } from './text-file.js';

/** What the files are read with. */
interface Ground {
  readonly files: readonly NamedFile[];
  readonly facts: Facts;
  readonly values: Values;
  /** The set of values in force for a file. Absent means every set in turn. */
  readonly setFor?: (path: string) => string | null;
  readonly hosts: HostChoice;
  /** What standard input is called; undefined where it has no name. */
  readonly inputName?: string | undefined;
}

/** The facts with what `--fetch` brings; as they are without it. */
export async function fetchFacts(
  io: Io,
  { options }: Pick<Arguments<typeof fetchOptions>, 'options'>,
  ground: Ground,
  words: CliCatalogue,
): Promise<Facts> {
  const { facts } = ground;
  const hosts = readAllowedHosts(options['allow-host']);
  if (!options[fetchFlag]) {
    if (hosts.size > 0) throw new CannotRun(() => words.allowWithoutFetch());
    return facts;
  }
  const { documents, sources } = await fetchForPolicies(io, ground, hosts, words);
  return { ...facts, metadata: { ...documents, ...facts.metadata }, sources: { ...sources, ...facts.sources } };
}

/**
 * Fetches what judging the token policies of files needs; `more` is wanted as well, and then nothing but metadata is taken, which is to be kept.
 * What cannot be read is passed over: whoever judges the files tells it.
 */
export async function fetchForPolicies(
  io: Io,
  ground: Ground,
  hosts: ReadonlySet<string>,
  words: CliCatalogue,
  more?: (documents: Facts['metadata']) => readonly Wish[],
): Promise<FetchedDocuments> {
  const policies: JudgedPolicy[] = [];
  for (const file of ground.files) policies.push(...(await readPolicies(io, file, ground)));
  const { token, metadata: known } = ground.facts;
  const listWishes = (metadata: Facts['metadata']): Wish[] => {
    const wishes = new Map<string, Wish>();
    const needed = policies.flatMap(({ policy, facts }) => neededDocuments(policy, token, { ...facts, metadata }));
    // Named by the user weighs most.
    for (const wish of [...(more?.(metadata) ?? []), ...needed]) if (!wishes.has(wish.address)) wishes.set(wish.address, wish);
    return [...wishes.values()];
  };
  return fetchDocuments(io, { listWishes, known, hosts, takesMetadataOnly: more !== undefined }, words);
}

/** The token policies of a file, with each set of values; without the token, which decides nothing of what is needed. */
async function readPolicies(
  io: Io,
  { path: given, isFound }: NamedFile,
  { facts, values, setFor, hosts, inputName }: Ground,
): Promise<JudgedPolicy[]> {
  const path = given === '-' ? (inputName ?? given) : given;
  const text = await readTextFile(io, given).then(
    file => file.text,
    () => null,
  );
  if (text === null || (isFound && hostKindOf(path) === null && !sniffPolicy(text))) return [];
  const { token: _, ...others } = facts;
  const policies: JudgedPolicy[] = [];
  const sets = setFor === undefined ? setsFor(values, path, text).map(each => each.set) : [setFor(path)];
  for (const each of sets) {
    const { documents } = await judgeFile(path, text, own => withValues(others, values, path, own, each), hosts);
    for (const { judged } of documents) policies.push(...judged.policies);
  }
  return policies;
}
