import { nearestName } from '../text/nearest-name.js';
import type { JsonObject } from '../token/token.js';
import { findFragmentText } from './fragment-text.js';
import { readFlag, readLinks, readProperties } from './read-information.js';
import { normaliseOperationId, readOperations } from './read-operations.js';
import { recogniseFile, type FilePurpose } from './recognise-file.js';
import { placeResources, type PlacedResources } from './resources/place-resources.js';
import { mayHoldResources } from './resources/read-resources.js';
import { unitKindOf } from './resources/unit.js';
import { findHolder, finishApi, Room } from './room.js';
import { readText, ScopeSource, type PolicyText, type ScopeFile } from './scope-source.js';
import type { ScopeProblem, Scopes, ServiceScopes } from './scopes.js';
import { compareNames, getOrMake, sortByName } from './sorted-names.js';

/** The largest information file or specification that is read: UTF-16 code units. */
const largestInformation = 8 * 1024 * 1024;

/**
 * Which scopes, fragments and operations the files describe: in every folder form that `recogniseFile` knows, and by resources of Terraform, Bicep and Azure
 * Resource Manager, which may load others of the files. All else is passed over. Of a policy's file only the path is looked at: its text is asked for,
 * read and parsed when a path meets it. Never throws: what is wrong with a file is said in `problems`.
 *
 * @param before what was read earlier: a policy whose file gives the same text is taken over as it was read
 */
export function readScopes(files: Iterable<ScopeFile>, before?: Scopes): Scopes {
  const reader = new Reader(before);
  for (const file of files) reader.take(file);
  return reader.finish();
}

/** Whether a file of that name or path may say something of scopes: its text is needed for `readScopes`. Others are only where a resource loads them. */
export function mayDescribeScopes(path: string): boolean {
  return recogniseFile(path) !== null || unitKindOf(path) !== null;
}

/**
 * The same scopes with another text in one file that is a policy; null where the file is none of them, or where it decides which scopes there are,
 * so that they are to be read anew.
 */
export function withText(scopes: Scopes, path: string, text: string): Scopes | null {
  const source = scopes.sources.get(path);
  if (source?.isWholeFile !== true) return null;
  return { ...scopes, sources: new Map(scopes.sources).set(path, source.withText(text)) };
}

class Reader {
  readonly #services = new Map<string, Map<string | null, Room>>();
  readonly #sources = new Map<string, ScopeSource>();
  readonly #problems: ScopeProblem[] = [];
  readonly #hosts: { readonly path: string; readonly text: string }[] = [];
  readonly #files = new Map<string, ScopeFile>();
  readonly #before: Scopes | undefined;

  constructor(before: Scopes | undefined) {
    this.#before = before;
  }

  take(file: ScopeFile): void {
    this.#files.set(file.path, file);
    const recognised = recogniseFile(file.path);
    if (recognised === null) {
      this.#takeHost(file);
      return;
    }
    const rooms = getOrMake(this.#services, recognised.root, () => new Map<string | null, Room>());
    const room = getOrMake(rooms, recognised.workspace, () => new Room());
    const { purpose } = recognised;
    if (purpose.of !== 'room' || purpose.kind !== 'policy') room.isSure = true;
    if (purpose.kind === 'policy') this.#takePolicy(room, file, purpose);
    else {
      room.isInformed = true;
      this.#takeInformation(room, file, purpose);
    }
  }

  #takeHost(file: ScopeFile): void {
    if (unitKindOf(file.path) === null) return;
    const text = readText(file);
    if (text !== null && text.length <= largestInformation && mayHoldResources(file.path, text))
      this.#hosts.push({ path: file.path, text });
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
      const { operations, described } = room.api(purpose.api);
      if (!operations.has(purpose.operation)) operations.set(purpose.operation, null);
      described.add(purpose.operation);
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
    if (declared === null) {
      this.#say(file, 'not-json');
      return;
    }
    const holder = room.api(api);
    holder.declared = [...holder.declared, ...declared.ids];
    holder.isComplete = declared.isComplete && holder.isComplete !== false;
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
    const isSame = known?.holds(file.text) === true && known.isWholeFile === (extract === undefined);
    this.#sources.set(file.path, isSame ? known : new ScopeSource(file, extract === undefined ? {} : { extract }));
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

  #say({ path }: Pick<ScopeFile, 'path'>, code: ScopeProblem['code'], name: string | null = null, near: string | null = null): void {
    this.#problems.push({ path, code, name, ...(near === null ? {} : { near }) });
  }

  finish(): Scopes {
    const placed = placeResources({ hosts: this.#hosts, others: this.#files, before: this.#before });
    for (const [key, source] of placed.sources) this.#sources.set(key, source);
    const services: ServiceScopes[] = [];
    for (const [root, rooms] of sortByName(this.#services)) {
      const all = [...rooms.values()];
      // A `policy.xml` alone is nobody's: any folder may have one.
      if (!all.some(({ isSure }) => isSure) || isOnlyLoaded(all, placed)) continue;
      services.push(this.#finishService(root, rooms));
    }
    const { missing } = placed;
    services.push(...nameServices(placed, new Set(services.map(({ root }) => root))));
    return { services, sources: this.#sources, problems: [...this.#problems, ...placed.problems], missing };
  }

  #finishService(root: string, rooms: ReadonlyMap<string | null, Room>): ServiceScopes {
    const ordered = [...rooms].sort(([one], [other]) => compareNames(one ?? '', other ?? ''));
    for (const room of rooms.values()) this.#sayUnknownOperations(room);
    return {
      root,
      form: 'folders',
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

  /** A policy in a folder that bears the name of no operation, although all of them are known: nobody meets it. */
  #sayUnknownOperations({ apis }: Room): void {
    for (const { declared, isComplete, described, operations } of apis.values()) {
      if (isComplete !== true) continue;
      const known = new Set(declared.flatMap(id => [id, normaliseOperationId(id)]));
      for (const [name, path] of sortByName(operations)) {
        if (path === null || described.has(name) || known.has(name) || known.has(normaliseOperationId(name))) continue;
        this.#say({ path }, 'unknown-operation', name, nearestName(name, declared));
      }
    }
  }
}

/** Whether folders are only where resources keep their policies: nothing but policies stands there, and a resource loads one of them. */
function isOnlyLoaded(rooms: readonly Room[], { sources }: PlacedResources): boolean {
  return !rooms.some(({ isInformed }) => isInformed) && rooms.some(room => room.policies().some(path => sources.has(path)));
}

/** Services of resources, with roots that no other has. */
function nameServices({ services, places }: PlacedResources, taken: Set<string>): ServiceScopes[] {
  return services.map((service, index) => {
    const { folder = '', name = '' } = places[index] ?? {};
    let root = folder;
    for (let number = 1; taken.has(root); number++)
      root = `${folder}${folder === '' ? '' : ' '}(${number === 1 ? name : `${name} ${String(number)}`})`;
    taken.add(root);
    return { root, ...service };
  });
}
