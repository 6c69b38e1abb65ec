import { TextDocument } from 'vscode-languageserver-textdocument';
import { ToolRefusal, type OpenedPolicies, type PolicySource, type SourceFile, type SourcePolicy } from '../agent/policy-source.js';
import { englishAgent } from '../agent/sentences/english/index.js';
import type { UnreadFile } from '../agent/unread-files.js';
import { englishCatalogue, judge, LineMap, readPolicies, render, runHostRules, type Facts } from '../core/index.js';
import { serve, type ServedText } from './served-text.js';
import type { ServerParts } from './server-parts.js';
import { listPolicyFiles } from './workspace-policies.js';

type Parts = Pick<ServerParts, 'connection' | 'announced' | 'documents' | 'folders' | 'grounds'>;

/** A policy file of the workspace, called as people call it: by its path in the folder, after the folder's name where there are several. */
interface NamedFile {
  readonly name: string;
  readonly document: TextDocument;
}

/**
 * The policies of the workspace: those that the client lists and no others, whatever path is asked for. What is open counts as it is in the
 * editor, saved or not.
 */
export class WorkspaceSource implements PolicySource {
  readonly host = 'editor';
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async open(
    path: string | undefined,
    { withToken, oneFile }: { readonly withToken: boolean; readonly oneFile: boolean },
  ): Promise<OpenedPolicies> {
    const found = await listPolicyFiles(this.#parts);
    if (found === null) throw refuse(englishAgent.noPolicy(), englishAgent.tellPerson());
    const files = found.files.map(({ uri, text }): NamedFile => {
      const open = this.#parts.documents.get(uri);
      // As it is now: it is gone through while somebody types.
      const document = TextDocument.create(uri, open?.languageId ?? '', open?.version ?? 0, open?.getText() ?? text);
      return { name: this.#nameOf(uri), document };
    });
    const { chosen, isFile } = this.#choose(files, path ?? '.');
    if (oneFile && !isFile) throw refuse(englishAgent.notOneFile(), englishAgent.nameOneFile());
    const unread = path === undefined ? found.unread.map(({ uri, reason }) => ({ file: this.#nameOf(uri), why: reason })) : [];
    const token = withToken ? (this.#parts.grounds.common.token ?? null) : null;
    return { token, files: this.#judge(chosen, { withToken, isFound: !isFile }, unread) };
  }

  /** Those that a path means: a file, all of a folder; by the path in the workspace, or the whole path. */
  #choose(files: readonly NamedFile[], path: string): { readonly chosen: readonly NamedFile[]; readonly isFile: boolean } {
    const wanted = plainPath(path);
    if (wanted === '') return { chosen: files, isFile: false };
    if (wanted.split('/').includes('..')) throw refuse(englishAgent.notBelow(), englishAgent.staysBelow());
    const names = ({ name, document: { uri } }: NamedFile): readonly string[] => [name, wholePath(uri)];
    const own = files.filter(file => names(file).includes(wanted));
    if (own.length > 0) return { chosen: own, isFile: own.length === 1 };
    const inside = files.filter(file => names(file).some(name => name.startsWith(`${wanted}/`)));
    if (inside.length > 0) return { chosen: inside, isFile: false };
    const isBelow = !isWhole(wanted) || this.#parts.folders.uris.some(folder => `${wanted}/`.startsWith(`${wholePath(folder)}/`));
    throw isBelow ? refuse(englishAgent.notFound(), englishAgent.lookThere()) : refuse(englishAgent.notBelow(), englishAgent.staysBelow());
  }

  #nameOf(uri: string): string {
    const { uris } = this.#parts.folders;
    const folder = uris.map(each => each.replace(/\/$/, '')).find(each => uri.startsWith(`${each}/`));
    if (folder === undefined) return wholePath(uri);
    const name = decode(uri.slice(folder.length + 1));
    return uris.length === 1 ? name : `${decode(folder.slice(folder.lastIndexOf('/') + 1))}/${name}`;
  }

  async *#judge(
    files: readonly NamedFile[],
    use: { readonly withToken: boolean; readonly isFound: boolean },
    unread: readonly UnreadFile[],
  ): OpenedPolicies['files'] {
    for (const { name, document } of files) yield await this.#judgeFile(name, document, use);
    yield* unread;
  }

  async #judgeFile(
    name: string,
    document: TextDocument,
    use: { readonly withToken: boolean; readonly isFound: boolean },
  ): Promise<SourceFile> {
    const { texts, host } = serve(document);
    const text = document.getText();
    const policies: SourcePolicy[] = [];
    for (const each of texts) policies.push(await this.#judgeText(each, host?.kind ?? null, use));
    const [first] = policies;
    if (host === null || first === undefined) return { file: name, text, policies, remarks: null };
    const lines = new LineMap(text);
    return {
      file: name,
      text,
      policies,
      remarks: { findings: runHostRules(host, lines, englishCatalogue), lines, discretion: first.judged.discretion },
    };
  }

  async #judgeText(
    text: ServedText,
    host: SourcePolicy['host'],
    { withToken, isFound }: { readonly withToken: boolean; readonly isFound: boolean },
  ): Promise<SourcePolicy> {
    const { grounds } = this.#parts;
    const options = await grounds.optionsFor(text.uri, never);
    await options.pause?.();
    const path = await grounds.pathFor(text.uri, text.index, readPolicies(text.getText(), text.literals));
    const { token, ...others } = await grounds.factsFor(text.uri, text.document.getText());
    // One token rightly fails most APIs of a workspace: among scopes it is judged where one file is asked about.
    const isMeant = withToken && token !== undefined && !(isFound && path.around !== undefined);
    const facts: Facts = { ...others, ...(isMeant ? { token } : {}), keepsClaims: true, catalogue: englishCatalogue };
    const judged = await judge(path, facts);
    return {
      host,
      judged,
      lines: text.linesOf(judged.lines),
      options,
      write: edits => {
        const written = text.write(edits);
        return 'edits' in written ? written : { reason: render(written.refusal, englishCatalogue) };
      },
    };
  }
}

/** The call itself looks at whether somebody still waits. */
const never = { aborted: false };

/** A path with plain slashes, without those at its end, and without a dot in front. */
function plainPath(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .replace(/(?<!\/)\/+$/, '')
    .replace(/^\.$/, '');
}

/** The path of a file on its machine, as people write it. */
function wholePath(uri: string): string {
  const begin = uri.indexOf('/', uri.indexOf('://') + 3);
  return decode(begin < 0 ? '' : uri.slice(begin))
    .replace(/^\/(?=[a-z]:)/i, '')
    .replace(/\/$/, '');
}

function isWhole(path: string): boolean {
  return /^(?:\/|[a-z]:)/i.test(path);
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function refuse(problem: string, nextStep: string): ToolRefusal {
  return new ToolRefusal({ problem, nextStep });
}
