import type { Facts } from '../core/index.js';
import { checkFile, type Wanted } from './check-file.js';
import { CannotRun } from './io.js';
import type { NamedFile } from './list-files.js';
import type { RememberingIo } from './remember-files.js';
import type { CheckedDocument } from './report.js';
import type { CliCatalogue } from './sentences/catalogue.js';
import { tellDocuments, type Tellers } from './tell-documents.js';
import { readTextFile } from './text-file.js';

/** What files are checked on. */
interface Grounds {
  readonly facts: Facts;
  readonly wanted: Wanted;
  readonly tellers: Tellers;
}

/** What is kept of each document of the files, in their order, and why others could not be read. */
export async function checkFiles(
  io: RememberingIo,
  files: readonly NamedFile[],
  { facts, wanted, tellers }: Grounds,
  words: CliCatalogue,
): Promise<{ readonly documents: readonly CheckedDocument[]; readonly unread: readonly CannotRun[] }> {
  const documents: CheckedDocument[] = [];
  // Nobody asks for them after that.
  const last = { ...io, readFile: io.takeFile };
  const unread: CannotRun[] = [];
  for (const [index, file] of files.entries()) {
    io.tellProgress(words.checkingFiles({ done: index, total: files.length }));
    const text = await readTextFile(last, file.path).then(
      read => read.text,
      (error: unknown) => {
        if (!(error instanceof CannotRun)) throw error;
        unread.push(error);
        return null;
      },
    );
    if (text === null) continue;
    const { 'stdin-filename': inputName, 'no-error-on-unmatched': mayMiss } = wanted.options.args.options;
    const path = file.path === '-' ? (inputName ?? file.path) : file.path;
    const reports = await checkFile({ ...file, path, isFound: file.isFound || mayMiss }, text, facts, wanted);
    for (const document of tellDocuments(reports, tellers, words)) documents.push(document);
  }
  return { documents, unread };
}
