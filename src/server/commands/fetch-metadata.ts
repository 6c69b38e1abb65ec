import { MessageType, ShowMessageRequest } from 'vscode-languageserver';
import { judgeAddress, makeInert, neededDocuments, type Facts, type NeededDocument } from '../../core/index.js';
import type { ServerParts } from '../server-parts.js';
import { CommandRefused, readUri, tell, type ServerCommand } from './command.js';

/** How long (characters) all addresses of a question together may be, so that it can be read. */
const longestQuestion = 2000;

/**
 * Fetches what the policies of a document and the token in force need. Well-known documents of a tenant at Microsoft's login hosts are
 * fetched as they are; every other address is shown first, in one question.
 */
export const fetchMetadata: ServerCommand = async (parts, [named], cancellation) => {
  const { fetcher, readings, facts, workspace, language } = parts;
  const { words } = language;
  if (fetcher === null) throw new CommandRefused(words.noNetworkHere());
  const uri = readUri(parts, named);
  await workspace.whenRead(cancellation);
  const policies = (await readings.judgeAll(uri)).flatMap(({ judged }) => judged.policies);
  const { metadata, sources = {}, token } = facts.current();
  // What was fetched before is fetched anew: somebody asks for it.
  const known = Object.fromEntries(Object.entries(metadata).filter(([address]) => sources[address]?.from !== 'network'));
  const listNeeded = (documents: Facts['metadata']): NeededDocument[] => {
    const needed = policies.flatMap(each => neededDocuments(each.policy, token, { ...each.facts, metadata: documents }));
    return [...new Map(needed.map(each => [each.address, each])).values()];
  };
  // A key set may be known from a configuration that was fetched before: it is asked about with the rest.
  const agreed = await agree(parts, [...listNeeded(known), ...listNeeded(metadata)]);
  if (cancellation.isCancellationRequested) return null;
  const fetched = await fetcher.bring({ listNeeded, known, agreed });
  facts.takeDocuments(fetched.documents, fetched.sources);
  const lines = [words.fetched({ count: Object.keys(fetched.documents).length }), ...fetched.problems];
  return tell(parts, lines.join('\n'), fetched.problems.length > 0 ? MessageType.Warning : MessageType.Info);
};

/** Of the addresses that are not fetched without a question those that the user agrees to. */
async function agree({ connection, fetcher, language }: ServerParts, needed: readonly NeededDocument[]): Promise<ReadonlySet<string>> {
  const { words } = language;
  const asked = new Set<string>();
  const lines: string[] = [];
  let left = longestQuestion;
  for (const { address, withheld, filled } of needed) {
    const judged = judgeAddress(address);
    if (withheld.length > 0 || judged.kind !== 'ask' || asked.has(address)) continue;
    // What was filled in was not in the user's mind when the host was allowed.
    if (!filled && fetcher?.allows(judged.host) === true) continue;
    left -= judged.address.length;
    if (left < 0) break;
    asked.add(address);
    lines.push(makeInert(words.destination({ address: judged.address, inner: judged.inner })));
  }
  if (asked.size === 0) return asked;
  const title = words.fetchThese();
  const actions = [{ title }, { title: words.fetchNone() }];
  const message = [words.fetchQuestion({ count: asked.size }), ...lines].join('\n');
  const answer = await connection.sendRequest(ShowMessageRequest.type, { type: MessageType.Warning, message, actions }).catch(() => null);
  return answer?.title === title ? asked : new Set();
}
