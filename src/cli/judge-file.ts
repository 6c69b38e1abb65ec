import { judge, judgeText, LineMap, linesInHost, literalsOf, readHost } from '../core/index.js';
import type { EmbeddedPolicy, Facts, HostFile, Judged, Path } from '../core/index.js';

/**
 * What `--hosts` takes; the first is taken where none is given. `known`: policies inside Terraform, Bicep and JSON are read; `all`: inside
 * Markdown, YAML and programs, too.
 */
export const hostNames = ['known', 'all'] as const;

export type HostChoice = (typeof hostNames)[number];

/** A policy document of a file, judged: all of the file, or a text that stands in it. */
interface JudgedDocument {
  /** Its offsets and lines are those of the document's own text. */
  readonly judged: Judged;
  /** The lines of the file for offsets of the document. */
  readonly lines: LineMap;
  /** The text that it is in its host; null where it is all of the file. */
  readonly embedded: EmbeddedPolicy | null;
}

/** A file and its policy documents. */
export interface JudgedFile {
  readonly documents: readonly JudgedDocument[];
  /** Null where the file is a policy document itself, or nothing of ours. */
  readonly host: HostFile | null;
  readonly lines: LineMap;
}

/**
 * Judges every policy document of a file; its name tells whether they stand inside it. `factsOf`: the facts for a document of that text; `around`: where a document of it stands
 * among the scopes, the file itself or one of its texts by its number; null where that is not known.
 */
export async function judgeFile(
  name: string,
  text: string,
  factsOf: (text: string) => Facts,
  hosts: HostChoice,
  around: (embedded: EmbeddedPolicy | null, index: number) => Path | null = () => null,
): Promise<JudgedFile> {
  const lines = new LineMap(text);
  const host = readHost(text, name, { all: hosts === 'all' });
  if (host === null) {
    const path = around(null, 0);
    const judged = await (path === null ? judgeText(text, factsOf(text)) : judge(path, factsOf(text)));
    return { documents: [{ judged, lines, embedded: null }], host, lines };
  }
  const documents: JudgedDocument[] = [];
  for (const [index, embedded] of host.policies.entries()) {
    const facts = factsOf(embedded.text);
    const path = around(embedded, index);
    const judged = await (path === null ? judgeText(embedded.text, facts, literalsOf(embedded)) : judge(path, facts));
    documents.push({ judged, lines: linesInHost(lines, embedded), embedded });
  }
  return { documents, host, lines };
}
