import { codeOf, type FileKind, type FolderEntry, type Io } from './io.js';

/** An answer of the machine, or the code of the error in its place; null where that has none. */
type Answer<Value> = { readonly value: Value } | { readonly code: string | null };

type Answers<Value> = Map<string, Answer<Value>>;

/** What a machine was asked, and what it answered: plain data. */
export interface Recording {
  /** Standard input, by the empty text. */
  readonly input: Answers<Uint8Array>;
  readonly files: Answers<Uint8Array>;
  readonly kinds: Answers<FileKind>;
  readonly folders: Answers<readonly string[]>;
  readonly entries: Answers<readonly FolderEntry[]>;
}

/** The same machine, and what it answers from now on. */
export function recordIo<Machine extends Io>(io: Machine): { readonly io: Machine; readonly recording: Recording } {
  const recording: Recording = { input: new Map(), files: new Map(), kinds: new Map(), folders: new Map(), entries: new Map() };
  return { io: { ...io, ...answer(io, recording, record) }, recording };
}

/**
 * A machine that answers what was asked before as it was answered then, so that whoever works something out again comes to the same, whatever changed on the
 * disk meanwhile, and though a pipe gives its bytes only once. It writes nothing: all was said the first time.
 */
export function replayIo(io: Io, recording: Recording): Io {
  return { ...io, ...answer(io, recording, recall), writeError: () => undefined, tellProgress: () => undefined };
}

/** Lets go of the answers: nobody will ask again. */
export function forgetRecording({ input, files, kinds, folders, entries }: Recording): void {
  for (const answers of [input, files, kinds, folders, entries]) answers.clear();
}

type Ask = <Value>(answers: Answers<Value>, question: string, ask: () => Promise<Value>) => Promise<Value>;

function answer(
  io: Io,
  { input, files, kinds, folders, entries }: Recording,
  through: Ask,
): Pick<Io, 'readInput' | 'readFile' | 'kindOf' | 'listFolder' | 'listEntries'> {
  return {
    readInput: async () => through(input, '', async () => io.readInput()),
    readFile: async (path, most) => through(files, `${most ?? ''} ${path}`, async () => io.readFile(path, most)),
    kindOf: async path => through(kinds, path, async () => io.kindOf(path)),
    listFolder: async path => through(folders, path, async () => io.listFolder(path)),
    listEntries: async path => through(entries, path, async () => io.listEntries(path)),
  };
}

const record: Ask = async (answers, question, ask) => {
  try {
    const value = await ask();
    answers.set(question, { value });
    return value;
  } catch (error) {
    answers.set(question, { code: codeOf(error) });
    throw error;
  }
};

const recall: Ask = async (answers, question, ask) => {
  const known = answers.get(question);
  if (known === undefined) return ask();
  if ('value' in known) return known.value;
  throw Object.assign(new Error(), known.code === null ? {} : { code: known.code });
};
