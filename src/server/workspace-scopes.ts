import {
  keyOfEmbedded,
  mayDescribeScopes,
  policiesOf,
  readScopes,
  recogniseFile,
  withText,
  type ScopeFile,
  type Scopes,
} from '../core/index.js';
import type { WorkspaceFile } from '../protocol.js';
import { findLoaded, findResourceFiles } from './resource-files.js';
import type { OpenDocuments } from './documents.js';
import type { UnreadFiles } from './sentences/english/paths.js';
import type { WorkspaceFiles } from './workspace-files.js';

/** The files that say which scopes, fragments and operations there are, as the folders of API Management name them. */
export const scopeFiles = [
  'policy.xml',
  'apiInformation.json',
  'operationInformation.json',
  'productInformation.json',
  'productApiInformation.json',
  'apis.json',
  'policyFragmentInformation.json',
  'specification.json',
  'specification.yaml',
  'specification.yml',
] as const;

/** So many files that were not read are named. */
const mostNamed = 3;

/** Where a file stands, as people read it, and back. */
interface Names {
  readonly pathOf: ReadonlyMap<string, string>;
  readonly uriOf: ReadonlyMap<string, string>;
}

/**
 * Which scopes the workspace's folders of API Management have. Nothing is read before somebody asks; of a policy's file only the place is
 * looked at until a path meets it. The text of an open document counts before that of its file. Paths are those below the folder that
 * all of them share: they are shown.
 */
export class WorkspaceScopes {
  readonly #files: WorkspaceFiles;
  readonly #documents: OpenDocuments;
  readonly #mostText: number;
  readonly #listeners: (() => void)[] = [];
  /** Null for a file that is too long. */
  #texts: Map<string, string | null> | null = null;
  #most: number | null = null;
  #tooMuch = false;
  #loading: Promise<void> | null = null;
  #names: Names = { pathOf: new Map(), uriOf: new Map() };
  #scopes: Scopes | null = null;
  #edited = new Set<string>();
  #revision = 0;

  /**
   * `mostText`: more than this (UTF-16 code units in all files) is not kept: specifications are left out then, and where that is not enough,
   * nothing is said of scopes.
   */
  constructor(files: WorkspaceFiles, documents: OpenDocuments, mostText = 64 * 1024 * 1024) {
    this.#files = files;
    this.#documents = documents;
    this.#mostText = mostText;
    documents.onChange(uri => this.#edit(uri));
    documents.onClose(uri => this.#edit(uri));
  }

  /** Calls back after something is different. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Grows with every change after which a document among scopes can be judged differently; 0 for any other document. */
  revisionFor(uri: string): number {
    return this.#names.pathOf.has(uri) ? this.#revision : 0;
  }

  /** Begins to read the files, where that has not begun. A document wakes this only where its name says something of scopes, or where resources may load it. */
  wake(uri: string | null, hasResources = false): Promise<void> {
    if (uri !== null && !mayDescribeScopes(uri) && !hasResources) return Promise.resolve();
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /** Reads files anew that were made, changed or removed. What nobody has asked for is not read. */
  async refresh(uris: readonly string[]): Promise<void> {
    if (this.#loading === null) return;
    await this.#loading;
    const texts = this.#texts;
    if (texts === null) return;
    const found = await this.#files.read(uris);
    if (this.#texts !== texts) return;
    for (const uri of uris) texts.delete(uri);
    for (const { uri, text } of found.files) texts.set(uri, text);
    for (const uri of found.tooLong) texts.set(uri, null);
    for (const { uri, text } of await findLoaded(
      this.#files,
      [...texts].flatMap(([at, own]) => (own === null ? [] : [{ uri: at, text: own }])),
    ))
      texts.set(uri, text);
    if (this.#texts === texts) this.#change();
  }

  /** The scopes as they are now; null while they are not known. */
  get current(): Scopes | null {
    if (this.#texts === null) return null;
    let scopes = this.#scopes;
    for (const uri of this.#edited) {
      const [path, text] = [this.#names.pathOf.get(uri), this.#textOf(uri)];
      scopes = scopes === null || path === undefined || text === null ? null : withText(scopes, path, text);
    }
    this.#edited = new Set();
    this.#scopes = scopes ?? this.#readScopes(this.#texts);
    return this.#scopes;
  }

  /** What was not read of the files, in all that was found. */
  get unread(): UnreadFiles {
    const tooLong = [...(this.#texts ?? [])].flatMap(([uri, text]) => (text === null ? [this.#names.pathOf.get(uri) ?? uri] : [])).sort();
    return { tooLong: tooLong.slice(0, mostNamed), count: tooLong.length, most: this.#most, tooMuch: this.#tooMuch };
  }

  /** The path under which a file stands among the scopes; undefined where it does not. */
  pathOf(uri: string): string | undefined {
    return this.#names.pathOf.get(uri);
  }

  /** The address of a file among the scopes. */
  uriOf(path: string): string | undefined {
    return this.#names.uriOf.get(path);
  }

  /** What a policy of a document is called among the scopes, if it has that text there. `index`: which one of the document's texts. */
  keyOf(uri: string, index: number, text: string): string | undefined {
    const path = this.#names.pathOf.get(uri);
    const sources = this.current?.sources;
    if (path === undefined || sources === undefined) return undefined;
    const keys = [keyOfEmbedded(path, index), ...(index === 0 ? [path] : [])];
    return keys.find(key => sources.get(key)?.document.text === text);
  }

  /** The address of some file of an instance, by the folder that holds it. */
  fileIn(root: string): string | undefined {
    const [key = ''] = policiesOf(this.#scopes?.services.find(service => service.root === root));
    const known = this.#scopes?.sources.get(key);
    if (known !== undefined) return this.#names.uriOf.get(known.path);
    for (const [path, uri] of this.#names.uriOf) if (recogniseFile(path)?.root === root) return uri;
    return undefined;
  }

  async #load(): Promise<void> {
    const texts = new Map<string, string | null>();
    let left = this.#mostText;
    for (const name of scopeFiles) {
      const { files, tooLong, most } = await this.#files.find([name]);
      for (const { uri, text } of files.filter(isScopeFile)) {
        left -= text.length;
        texts.set(uri, left < 0 && isSpecification(uri) ? null : text);
        if (texts.get(uri) === null) left += text.length;
      }
      for (const uri of tooLong.filter(each => recogniseFile(each) !== null)) texts.set(uri, null);
      this.#most = most ?? this.#most;
      // Without half the policies nobody can say what is missing.
      this.#tooMuch = left < 0;
      if (this.#tooMuch) return;
    }
    for (const { uri, text } of await findResourceFiles(this.#files)) {
      left -= text.length;
      if (left >= 0) texts.set(uri, text);
    }
    this.#texts = texts;
    this.#change();
  }

  #change(): void {
    const uris = this.#texts === null ? [] : [...this.#texts.keys()];
    this.#names = nameFiles(uris);
    this.#edited = new Set();
    // What is in the files may decide which scopes there are; a policy whose text is the same stays as it was read.
    this.#scopes = this.#texts === null ? null : this.#readScopes(this.#texts);
    this.#tell();
  }

  #edit(uri: string): void {
    if (!this.#names.pathOf.has(uri)) return;
    this.#edited.add(uri);
    this.#tell();
  }

  #tell(): void {
    this.#revision += 1;
    for (const listener of this.#listeners) listener();
  }

  #readScopes(texts: ReadonlyMap<string, string | null>): Scopes {
    const files: ScopeFile[] = [];
    for (const uri of texts.keys()) {
      const path = this.#names.pathOf.get(uri);
      if (path !== undefined) files.push({ path, text: this.#textOf(uri) ?? refuse });
    }
    return readScopes(files, this.#scopes ?? undefined);
  }

  #textOf(uri: string): string | null {
    return this.#documents.get(uri)?.getText() ?? this.#texts?.get(uri) ?? null;
  }
}

/** The text of a file that is not at hand: what stands in it is said to be unread. */
function refuse(): never {
  throw new RangeError();
}

function isScopeFile({ uri }: WorkspaceFile): boolean {
  return recogniseFile(uri) !== null;
}

function isSpecification(uri: string): boolean {
  return recogniseFile(uri)?.purpose.kind === 'specification';
}

/** Each file by the steps of its address below the folder that all instances share. Where two would have one name, addresses stay. */
function nameFiles(uris: readonly string[]): Names {
  const [first = [], ...others] = uris.map(rootOf);
  const start = others.reduce(shareSteps, first).join('/').length + 1;
  const pathOf = new Map(uris.map(uri => [uri, decode(uri.slice(start))]));
  const uriOf = new Map([...pathOf].map(([uri, path]) => [path, uri]));
  if (uriOf.size === pathOf.size) return { pathOf, uriOf };
  const same = new Map(uris.map(uri => [uri, uri]));
  return { pathOf: same, uriOf: same };
}

function rootOf(uri: string): readonly string[] {
  return (recogniseFile(uri)?.root ?? uri.slice(0, uri.lastIndexOf('/'))).split('/');
}

function shareSteps(one: readonly string[], other: readonly string[]): readonly string[] {
  const apart = one.findIndex((step, index) => step !== other[index]);
  return apart < 0 ? one : one.slice(0, apart);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
