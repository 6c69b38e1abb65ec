import type { Fetcher } from '../../server/fetcher.js';
import { fetchDocuments } from '../fetch-documents.js';
import type { Io } from '../io.js';
import type { CliCatalogue } from '../sentences/catalogue.js';

/** Fetches by the rules and bounds of the other commands. `hosts`: those that `--allow-host` names. Standard error stays quiet: the editor is told. */
export function makeFetcher(io: Io, hosts: ReadonlySet<string>, words: CliCatalogue): Fetcher {
  return {
    allows: host => hosts.has(host),
    async bring({ listNeeded, known, agreed }) {
      const problems: string[] = [];
      const quiet: Io = {
        ...io,
        writeError: text => void problems.push(text.replace(/^apim-token-doctor: /, '').trimEnd()),
        tellProgress: () => undefined,
      };
      const listWishes = (documents: typeof known): ReturnType<Parameters<typeof fetchDocuments>[1]['listWishes']> =>
        listNeeded(documents).map(needed => ({ ...needed, isNamed: agreed.has(needed.address) }));
      const { documents, sources } = await fetchDocuments(quiet, { listWishes, known, hosts }, words);
      return { documents, sources, problems };
    },
  };
}
