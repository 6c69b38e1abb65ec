import { resolve } from 'node:path';
import { ToolRefusal, type OpenedPolicies, type PolicySource, type SourceFile, type SourcePolicy } from '../../agent/policy-source.js';
import { englishAgent } from '../../agent/sentences/english/index.js';
import { englishCatalogue, redact, render, runHostRules, writeEdits, type Facts } from '../../core/index.js';
import type { Arguments } from '../arguments.js';
import { Configs } from '../configs.js';
import { CannotRun, codeOf, type Io } from '../io.js';
import { judgeFiles } from '../judge-files.js';
import { listFiles, type NamedFile } from '../list-files.js';
import type { commandOptions } from '../options.js';
import { readFacts } from '../read-facts.js';
import { readValues, setToFix } from '../read-values.js';
import { rememberFiles } from '../remember-files.js';
import { findScopeFolders } from '../scope-folder.js';
import type { CliCatalogue } from '../sentences/catalogue.js';
import { confineIo, type ConfinedFolder } from './confined-io.js';

type Options = Arguments<(typeof commandOptions)['mcp']>['options'];

/** The policies below the folder that whoever started the tools named. What they named besides is read anew for each call, so that a new token counts at once. */
export class FolderSource implements PolicySource {
  readonly host = 'server';
  readonly #machine: Io;
  readonly #options: Options;
  readonly #words: CliCatalogue;

  constructor(machine: Io, options: Options, words: CliCatalogue) {
    this.#machine = machine;
    this.#options = options;
    this.#words = words;
  }

  async open(
    path: string | undefined,
    { withToken, oneFile }: { readonly withToken: boolean; readonly oneFile: boolean },
  ): Promise<OpenedPolicies> {
    const { token, values } = this.#options;
    const given = await Promise.all(values.map(async each => this.#absolute(each)));
    const folder = await confineIo(
      rememberFiles(this.#machine),
      this.#options.folder ?? '.',
      given.flatMap(each => (each.isPath ? [each.text] : [])),
      token === undefined ? [] : [resolve(token)],
    );
    const found = await locate(folder, path ?? '.', oneFile);
    const facts = await this.#readAgain();
    const { token: inForce = null, ...others } = facts;
    const judgedWith: Facts = withToken ? facts : others;
    const files = this.#judge(
      folder.io,
      found,
      given.map(each => each.text),
      judgedWith,
    );
    return { token: withToken ? inForce : null, files };
  }

  /** What whoever started the tools named. Throws `CannotRun` where it cannot be read. */
  async readFacts(): Promise<Facts> {
    return { ...(await readFacts(this.#machine, { options: this.#options }, this.#words)), keepsClaims: true };
  }

  /** What cannot be read any more is for them to mend. */
  async #readAgain(): Promise<Facts> {
    try {
      return await this.readFacts();
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      throw refuse(englishAgent.wrongFact({ reason: redact(error.sentence(this.#words)) }), englishAgent.tellPerson());
    }
  }

  /** A path as it was named counts from where the tools were started, not from the folder. */
  async #absolute(text: string): Promise<{ readonly text: string; readonly isPath: boolean }> {
    const isPath = (await this.#machine.kindOf(text).catch(() => null)) !== null;
    return { text: isPath ? resolve(text) : text, isPath };
  }

  async *#judge(io: Io, path: string, given: readonly string[], facts: Facts): OpenedPolicies['files'] {
    const words = this.#words;
    try {
      const files = await listFiles(io, [path], 'known');
      // Of a config its values count alone: what it hides from people, an agent is told all the same.
      const configs = await Configs.find(io, files, { config: undefined, 'no-config': false }, words);
      const values = await readValues(io, given, [path], words, configs);
      const folders = await findScopeFolders(io, [path]);
      const setFor = (each: string): string | null => setToFix(values, each);
      const grounds = { facts, values, setFor, hosts: 'known', folders } as const;
      for (const file of files) yield* judgeOne(io, file, grounds, words);
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      throw refuse(redact(error.sentence(words)), englishAgent.staysBelow());
    }
  }
}

async function locate({ locate, io }: ConfinedFolder, path: string, oneFile: boolean): Promise<string> {
  let found: string | null;
  try {
    found = await locate(path);
    if (found !== null && oneFile && (await io.kindOf(found)) !== 'file')
      throw refuse(englishAgent.notOneFile(), englishAgent.nameOneFile());
  } catch (error) {
    if (codeOf(error) === null) throw error;
    throw refuse(englishAgent.notFound(), englishAgent.lookThere());
  }
  if (found === null) throw refuse(englishAgent.notBelow(), englishAgent.staysBelow());
  return found;
}

async function* judgeOne(
  io: Io,
  named: NamedFile,
  grounds: Parameters<typeof judgeFiles>[2],
  words: CliCatalogue,
): OpenedPolicies['files'] {
  try {
    for await (const { file, judged } of judgeFiles(io, [named], grounds)) {
      const { documents, host, lines } = judged;
      const policies = documents.map(({ judged: own, lines: ownLines, embedded }): SourcePolicy => ({
        host: host?.kind ?? null,
        judged: own,
        lines: ownLines,
        options: {},
        write: edits => {
          const written = writeEdits({ text: file.text, name: file.path, all: false }, embedded, edits);
          return 'edits' in written ? written : { reason: render(written.refusal, englishCatalogue) };
        },
      }));
      const [first] = documents;
      const remarks =
        host === null || first === undefined
          ? null
          : { findings: runHostRules(host, lines, englishCatalogue), lines, discretion: first.judged.discretion };
      const isAny = policies.some(({ judged: { document } }) => document.root !== null);
      if (isAny || host !== null) yield { file: file.path, text: file.text, policies, remarks } satisfies SourceFile;
    }
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    yield { file: named.path, why: redact(error.sentence(words)) };
  }
}

function refuse(problem: string, nextStep: string): ToolRefusal {
  return new ToolRefusal({ problem, nextStep });
}
