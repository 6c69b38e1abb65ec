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
 * Judges every policy document of a file; its name tells whether they stand inside it. `factsOf`: the facts for a document of that text; `around`: the file among the
 * scopes around it, where these are known.
 */
export async function judgeFile(
  path: string,
  text: string,
  factsOf: (text: string) => Facts,
  hosts: HostChoice,
  around: Path | null = null,
): Promise<JudgedFile> {
  const lines = new LineMap(text);
  const host = readHost(text, path, { all: hosts === 'all' });
  if (host === null) {
    const judged = await (around === null ? judgeText(text, factsOf(text)) : judge(around, factsOf(text)));
    return { documents: [{ judged, lines, embedded: null }], host, lines };
  }
  const documents: JudgedDocument[] = [];
  for (const embedded of host.policies)
    documents.push({
      judged: await judgeText(embedded.text, factsOf(embedded.text), literalsOf(embedded)),
      lines: linesInHost(lines, embedded),
      embedded,
    });
  return { documents, host, lines };
}
