// What resources say, put together to API Management instances.
import { readHost } from '../../hosts/read-host.js';
import { literalsOf, type EmbeddedPolicy } from '../../hosts/host-file.js';
import { LineMap } from '../../text/line-map.js';
import { readOperations } from '../read-operations.js';
import { readText, ScopeSource, type PolicyText, type ScopeFile } from '../scope-source.js';
import type { ScopeProblem, Scopes, ServiceScopes, Uncertainty } from '../scopes.js';
import { getOrMake } from '../sorted-names.js';
import type { PolicyValue } from './policy-value.js';
import { quotePolicy, readResources, type ResourceFact } from './read-resources.js';
import type { ResourceName } from './resource-name.js';
import { ResourceService } from './resource-service.js';

/** What a policy inside a host file is called among the scopes. `index`: which one of the file's, from 0. */
export function keyOfEmbedded(path: string, index: number): string {
  return `${path}#${String(index + 1)}`;
}

/** The files that resources may stand in, and all others that they may load. */
interface ResourceFiles {
  readonly hosts: readonly { readonly path: string; readonly text: string }[];
  readonly others: ReadonlyMap<string, ScopeFile>;
  /** What was read earlier. */
  readonly before: Scopes | undefined;
}

/** What resources say of scopes. */
export interface PlacedResources extends Pick<Scopes, 'problems' | 'missing'> {
  readonly services: readonly Omit<ServiceScopes, 'root'>[];
  /** Of each service the folder from which it is deployed, and its name. */
  readonly places: readonly { readonly folder: string; readonly name: string }[];
  readonly sources: ReadonlyMap<string, ScopeSource>;
}

/** Reads the resources of the files. Never throws; linear in their length. */
export function placeResources(files: ResourceFiles): PlacedResources {
  const placer = new Placer(files);
  for (const fact of readResources(files.hosts, placer.missing)) placer.take(fact);
  return placer.finish();
}

class Placer {
  readonly #files: ResourceFiles;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #services = new Map<string, { readonly service: ResourceService; readonly folder: string; readonly name: string }>();
  readonly #sources = new Map<string, ScopeSource>();
  readonly #problems: ScopeProblem[] = [];
  /** What resources load or call that is not at hand. */
  readonly missing = new Set<string>();
  /** Of each host file its policies by their places, once somebody has asked. */
  readonly #embedded = new Map<string, ReadonlyMap<number, { readonly policy: EmbeddedPolicy; readonly index: number }>>();
  readonly #lines = new Map<string, LineMap>();
  readonly #said = new Set<string>();

  constructor(files: ResourceFiles) {
    this.#files = files;
    this.#texts = new Map(files.hosts.map(({ path, text }) => [path, text]));
  }

  take(fact: ResourceFact): void {
    const { service: name, folder } = fact;
    const made = (): { service: ResourceService; folder: string; name: string } => ({
      service: new ResourceService(),
      folder,
      name: name.text,
    });
    const { service } = getOrMake(this.#services, name.key, made);
    for (const each of [fact.workspace, fact.api, fact.operation, fact.product, fact.fragment])
      if (each !== null) this.#sayUnknownName(fact, each);
    if (fact.policy === null) {
      service.declare(fact, fact.specification === null ? null : this.#readOperations(fact.specification));
      return;
    }
    const source = this.#sourceOf(fact, fact.policy);
    const uncertain: Uncertainty = { name: false, policy: fact.isConditional };
    // One of several that conditions choose from is no second one.
    if (!service.givePolicy(fact, source.key, uncertain) && !fact.isConditional) this.#say(fact, 'twice');
  }

  #sourceOf(fact: ResourceFact, policy: PolicyValue): ScopeSource {
    const found =
      policy.kind === 'string' ? this.#findEmbedded(policy.path, policy.start) : policy.kind === 'file' ? this.#load(policy.path) : null;
    if (found !== null) return this.#keep(found);
    if (policy.kind === 'file') this.#say(fact, 'file-missing', policy.path);
    else this.#say(fact, 'policy-unknown', quotePolicy(policy));
    const { host: path, start } = fact;
    const extract = (): PolicyText => ({ text: '', offsetInFile: () => start });
    const standsFor = policy.kind === 'file' ? 'absent' : 'not-plain';
    return this.#keep(new ScopeSource(this.#fileOf(path), { key: `${path}#@${String(start)}`, extract, standsFor }));
  }

  #keep(source: ScopeSource): ScopeSource {
    const own = this.#sources.get(source.key);
    if (own !== undefined) return own;
    const known = this.#files.before?.sources.get(source.key);
    const text = source.isWholeFile ? this.#files.others.get(source.path)?.text : this.#texts.get(source.path);
    const kept =
      known !== undefined && text !== undefined && known.holds(text) && known.isWholeFile === source.isWholeFile ? known : source;
    this.#sources.set(source.key, kept);
    return kept;
  }

  #fileOf(path: string): ScopeFile {
    return { path, text: this.#texts.get(path) ?? '' };
  }

  #findEmbedded(path: string, start: number): ScopeSource | null {
    const policies = getOrMake(this.#embedded, path, () => {
      const found = readHost(this.#texts.get(path) ?? '', path)?.policies ?? [];
      return new Map(found.map((policy, index) => [policy.start, { policy, index }]));
    });
    const found = policies.get(start);
    if (found === undefined) return null;
    const { policy, index } = found;
    const extract = (): PolicyText => ({
      text: policy.text,
      offsetInFile: offset => policy.map.startInHost(offset),
      literals: literalsOf(policy),
    });
    return new ScopeSource(this.#fileOf(path), { key: keyOfEmbedded(path, index), extract });
  }

  #load(path: string): ScopeSource | null {
    const file = this.#files.others.get(path);
    if (file !== undefined) return new ScopeSource(file);
    this.missing.add(path);
    return null;
  }

  #readOperations(path: string): readonly string[] | null {
    const file = this.#files.others.get(path);
    if (file === undefined) this.missing.add(path);
    const text = file === undefined ? null : readText(file);
    return text === null ? null : (readOperations(text)?.ids ?? null);
  }

  #sayUnknownName(fact: ResourceFact, { isSure, text, key }: ResourceName): void {
    if (isSure || this.#said.has(key)) return;
    this.#said.add(key);
    this.#say(fact, 'name-unknown', text);
  }

  #say({ host, start }: ResourceFact, code: ScopeProblem['code'], name: string | null = null): void {
    const lines = getOrMake(this.#lines, host, () => new LineMap(this.#texts.get(host) ?? ''));
    this.#problems.push({ path: host, code, name, line: lines.positionAt(start).line });
  }

  finish(): PlacedResources {
    const found = [...this.#services.values()].filter(({ service }) => service.hasPolicy);
    return {
      services: found.map(({ service }) => service.finish()),
      places: found.map(({ folder, name }) => ({ folder, name })),
      sources: this.#sources,
      problems: found.length === 0 ? [] : this.#problems,
      missing: [...this.missing],
    };
  }
}
