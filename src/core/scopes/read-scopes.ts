import type { JsonObject } from '../token/token.js';
import { findFragmentText } from './fragment-text.js';
import { readFlag, readLinks, readProperties } from './read-information.js';
import { normaliseOperationId, readOperations } from './read-operations.js';
import { recogniseFile, type FilePurpose, type RecognisedFile } from './recognise-file.js';
import { readText, ScopeSource, type PolicyText, type ScopeFile } from './scope-source.js';
import type { ApiScope, ScopeProblem, Scopes, ServiceScopes } from './scopes.js';

/** The largest information file or specification that is read: UTF-16 code units. */
const largestInformation = 8 * 1024 * 1024;

/**
 * Which scopes, fragments and operations the files describe, in every folder form that `recogniseFile` knows; other files are passed over.
 * Of a policy's file only the path is looked at: its text is asked for, read and parsed when a path meets it. Never throws: what is wrong
 * with a file is said in `problems`.
 *
 * @param before what was read earlier: a policy whose file gives the same text is taken over as it was read
 */
export function readScopes(files: Iterable<ScopeFile>, before?: Scopes): Scopes {
  const reader = new Reader(before);
  for (const file of files) reader.take(file);
  return reader.finish();
}

/**
 * The same scopes with another text in one file with a policy; null where the file is none of them, or where it decides which scopes there are,
 * so that they are to be read anew.
 */
export function withText(scopes: Scopes, path: string, text: string): Scopes | null {
  const source = scopes.sources.get(path);
  if (source === undefined || recogniseFile(path)?.purpose.kind !== 'policy') return null;
  return { ...scopes, sources: new Map(scopes.sources).set(path, source.withText(text)) };
}

interface MutableProduct {
  policy: string | null;
  information: JsonObject | null;
  readonly links: Map<string, string>;
}

interface MutableApi {
  policy: string | null;
  information: JsonObject | null;
  declared: readonly string[];
  /** Name → file of the policy. */
  readonly operations: Map<string, string | null>;
}

/** The instance itself or one of its workspaces. */
class Room {
  policy: string | null = null;
  /** Whether something else than a policy of its own was found. */
  isSure = false;
  readonly products = new Map<string, MutableProduct>();
  readonly apis = new Map<string, MutableApi>();
  readonly fragments = new Map<string, { readonly path: string; readonly isOwnFile: boolean }>();

  product(name: string): MutableProduct {
    return getOrMake(this.products, name, () => ({ policy: null, information: null, links: new Map() }));
  }

  api(name: string): MutableApi {
    return getOrMake(this.apis, name, () => ({ policy: null, information: null, declared: [], operations: new Map() }));
  }
}

class Reader {
  readonly #services = new Map<string, Map<string | null, Room>>();
  readonly #sources = new Map<string, ScopeSource>();
  readonly #problems: ScopeProblem[] = [];
  readonly #before: Scopes | undefined;

  constructor(before: Scopes | undefined) {
    this.#before = before;
  }

  take(file: ScopeFile): void {
    const recognised = recogniseFile(file.path);
    if (recognised === null) return;
    const rooms = getOrMake(this.#services, recognised.root, () => new Map<string | null, Room>());
    const room = getOrMake(rooms, recognised.workspace, () => new Room());
    const { purpose } = recognised;
    if (purpose.of !== 'room' || purpose.kind !== 'policy') room.isSure = true;
    if (purpose.kind === 'policy') this.#takePolicy(room, file, purpose);
    else this.#takeInformation(room, file, purpose);
  }

  #takePolicy(room: Room, file: ScopeFile, purpose: FilePurpose): void {
    this.#keepSource(file);
    const holder = findHolder(room, purpose);
    if (holder === null) return;
    if (holder.policy !== null) this.#say(file, 'twice');
    else holder.policy = file.path;
  }

  #takeInformation(room: Room, file: ScopeFile, purpose: FilePurpose): void {
    if (purpose.of === 'room') return;
    if (purpose.kind === 'link') {
      room.product(purpose.product).links.set(purpose.api, file.path);
      return;
    }
    if (purpose.of === 'operation') {
      const { operations } = room.api(purpose.api);
      if (!operations.has(purpose.operation)) operations.set(purpose.operation, null);
      return;
    }
    const text = this.#read(file);
    if (text === null) return;
    if (purpose.kind === 'links') this.#takeLinks(room, file, purpose.product, text);
    else if (purpose.kind === 'specification') this.#takeOperations(room, file, purpose.api, text);
    else if (purpose.of === 'fragment') this.#takeFragment(room, file, purpose.fragment, text);
    else if (purpose.of === 'product') room.product(purpose.product).information = this.#readProperties(file, text);
    else if (purpose.of === 'api') room.api(purpose.api).information = this.#readProperties(file, text);
  }

  #takeLinks(room: Room, file: ScopeFile, product: string, text: string): void {
    const { links } = room.product(product);
    const names = readLinks(text);
    if (names === null) this.#say(file, 'not-json');
    for (const name of names ?? []) links.set(name, file.path);
  }

  #takeOperations(room: Room, file: ScopeFile, api: string, text: string): void {
    const declared = readOperations(text);
    if (declared === null) this.#say(file, 'not-json');
    else room.api(api).declared = [...room.api(api).declared, ...declared];
  }

  /** The file beside a policy of its own says nothing more; where it holds the policy, that is read from it. */
  #takeFragment(room: Room, file: ScopeFile, name: string, text: string): void {
    const properties = this.#readProperties(file, text);
    if (typeof properties?.['value'] !== 'string' || room.fragments.get(name)?.isOwnFile === true) return;
    this.#keepSource(file, findFragmentText);
    room.fragments.set(name, { path: file.path, isOwnFile: false });
  }

  #keepSource(file: ScopeFile, extract?: (text: string) => PolicyText | null): void {
    const known = this.#before?.sources.get(file.path);
    this.#sources.set(file.path, known?.holds(file.text) === true ? known : new ScopeSource(file, extract));
  }

  #readProperties(file: ScopeFile, text: string): JsonObject | null {
    const properties = readProperties(text);
    if (properties === null) this.#say(file, 'not-json');
    return properties;
  }

  #read(file: ScopeFile): string | null {
    const text = readText(file);
    if (text === null) this.#say(file, 'unreadable');
    else if (text.length > largestInformation) this.#say(file, 'too-large');
    else return text;
    return null;
  }

  #say({ path }: Pick<ScopeFile, 'path'>, code: ScopeProblem['code'], name: string | null = null): void {
    this.#problems.push({ path, code, name });
  }

  finish(): Scopes {
    const services: ServiceScopes[] = [];
    for (const [root, rooms] of sortByName(this.#services)) {
      // A `policy.xml` alone is nobody's: any folder may have one.
      if (![...rooms.values()].some(({ isSure }) => isSure)) continue;
      services.push(this.#finishService(root, rooms));
    }
    return { services, sources: this.#sources, problems: this.#problems };
  }

  #finishService(root: string, rooms: ReadonlyMap<string | null, Room>): ServiceScopes {
    const ordered = [...rooms].sort(([one], [other]) => compareNames(one ?? '', other ?? ''));
    return {
      root,
      global: rooms.get(null)?.policy ?? null,
      workspaces: ordered.flatMap(([name, { policy }]) => (name === null ? [] : [{ name, policy }])),
      products: ordered.flatMap(([workspace, room]) =>
        sortByName(room.products).map(([name, { policy, information, links }]) => {
          for (const [api, path] of links) if (!room.apis.has(api)) this.#say({ path }, 'unknown-api', api);
          const apis = [...links.keys()].sort(compareNames);
          return { name, workspace, policy, apis, subscriptionRequired: readFlag(information, 'subscriptionRequired') };
        }),
      ),
      apis: ordered.flatMap(([workspace, room]) => sortByName(room.apis).map(([name, api]) => finishApi(name, workspace, api))),
      fragments: ordered.flatMap(([workspace, room]) =>
        sortByName(room.fragments).map(([name, { path }]) => ({ name, workspace, policy: path })),
      ),
    };
  }
}

/** What a policy belongs to. */
function findHolder(room: Room, purpose: RecognisedFile['purpose']): { policy: string | null } | null {
  switch (purpose.of) {
    case 'room':
      return room;
    case 'product':
      return room.product(purpose.product);
    case 'api':
      return room.api(purpose.api);
    case 'operation': {
      const { operations } = room.api(purpose.api);
      return holderIn(operations.get(purpose.operation) ?? null, path => operations.set(purpose.operation, path));
    }
    case 'fragment': {
      const known = room.fragments.get(purpose.fragment);
      const own = known?.isOwnFile === true ? known.path : null;
      return holderIn(own, path => room.fragments.set(purpose.fragment, { path, isOwnFile: true }));
    }
  }
}

function holderIn(policy: string | null, keep: (path: string) => void): { policy: string | null } {
  return {
    get policy() {
      return policy;
    },
    set policy(path) {
      if (path !== null) keep(path);
    },
  };
}

function finishApi(name: string, workspace: string | null, { policy, information, declared, operations }: MutableApi): ApiScope {
  const names = new Map(operations);
  const normalised = new Set([...operations.keys()].map(normaliseOperationId));
  for (const id of declared) if (!names.has(id) && !normalised.has(normaliseOperationId(id))) names.set(id, null);
  const [, revisionOf = null] = /^(.*);rev=\d+$/.exec(name) ?? [];
  const path = information?.['path'];
  const type = information?.['type'];
  return {
    name,
    workspace,
    policy,
    revisionOf,
    path: typeof path === 'string' ? path : null,
    subscriptionRequired: readFlag(information, 'subscriptionRequired'),
    isMcp: type === 'mcp' || (information !== null && ('mcpTools' in information || 'mcpProperties' in information)),
    operations: sortByName(names).map(([operation, file]) => ({ name: operation, policy: file })),
  };
}

function sortByName<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([one], [other]) => compareNames(one, other));
}

/** By code unit, so that the order is the same everywhere. */
function compareNames(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function getOrMake<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
