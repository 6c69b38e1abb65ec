import { readMetadata } from '../../core/index.js';
import type { Facts } from '../../core/index.js';
import { readAllowedHosts } from '../allowed-hosts.js';
import { readArguments, readChoice } from '../arguments.js';
import { Configs } from '../configs.js';
import type { Wish } from '../fetch-documents.js';
import { writeJson } from '../formats/write-json.js';
import { CannotRun } from '../io.js';
import type { Io } from '../io.js';
import { hostNames } from '../judge-file.js';
import { listFiles } from '../list-files.js';
import { fetchForPolicies } from '../needed-documents.js';
import { readFacts } from '../read-facts.js';
import { readValues } from '../read-values.js';
import type { CliCatalogue } from '../sentences/catalogue.js';
import { readForWriting, saveFile } from '../save-file.js';
import { showLine } from '../show-line.js';

/**
 * Fetches OpenID configurations and their key sets: those at addresses, those that policies need. Writes what `--metadata` takes, to a file or to
 * standard output. 1 where something could not be fetched.
 */
export async function fetchMetadata(io: Io, argv: readonly string[], words: CliCatalogue): Promise<number> {
  const { files: addresses, options } = readArguments('metadata', argv);
  const { policy, out, overwrite } = options;
  if (addresses.length === 0 && policy.length === 0) throw new CannotRun(() => words.nameAddresses());
  if (overwrite && out === undefined) throw new CannotRun(() => words.overwriteWithoutOut());
  const allowed = readAllowedHosts(options['allow-host']);
  const hosts = readChoice('hosts', options.hosts, hostNames);
  const before = out === undefined ? null : await readForWriting(io, out, overwrite);
  const facts = await readFacts(io, { options: { ...options, exact: false, metadata: [], now: undefined } }, words);
  const listed = await listFiles(io, policy, hosts);
  const configs = await Configs.find(io, listed, options, words);
  const files = configs.keep(listed, ({ isFound }) => !isFound);
  const ground = { facts, hosts, files, values: await readValues(io, options.values, policy, words, configs) };
  const { documents, missing } = await fetchForPolicies(io, ground, allowed, words, known => listNamed(addresses, known));

  const isNothing = Object.keys(documents).length === 0;
  if (isNothing && missing === 0) throw new CannotRun(() => words.noAddressNeeded({ filesIgnored: listed.length - files.length }));
  if (out === undefined) {
    if (!isNothing) await io.writeOutput(writeJson(documents));
  } else if (isNothing || (missing > 0 && before !== null)) {
    // A file that was complete must not become one that is not.
    io.writeError(`${showLine(`apim-token-doctor: ${words.notSaved({ path: out, isThere: before !== null })}`)}\n`);
  } else {
    await saveFile(io, out, writeJson(documents), before);
    await io.writeOutput(`${showLine(words.saved({ path: out, count: Object.keys(documents).length }))}\n`);
  }
  return missing > 0 ? 1 : 0;
}

/** The addresses that were written, and the key sets that their documents name. */
function listNamed(addresses: readonly string[], documents: Facts['metadata']): Wish[] {
  return addresses.flatMap((address): Wish[] => {
    const about = { usedBy: 'policy', filled: false, withheld: [] } as const;
    const keys = Object.hasOwn(documents, address) ? (readMetadata(documents[address])?.jwksUri ?? null) : null;
    const named: Wish = { ...about, address, kind: 'configuration', written: address, isNamed: true };
    return keys === null ? [named] : [named, { ...about, address: keys, kind: 'key-set', written: keys }];
  });
}
