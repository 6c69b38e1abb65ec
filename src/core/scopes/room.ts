import { readFlag } from './read-information.js';
import { normaliseOperationId } from './read-operations.js';
import type { RecognisedFile } from './recognise-file.js';
import type { JsonObject } from '../token/token.js';
import type { ApiScope } from './scopes.js';
import { getOrMake, sortByName } from './sorted-names.js';

interface MutableProduct {
  policy: string | null;
  information: JsonObject | null;
  readonly links: Map<string, string>;
}

interface MutableApi {
  policy: string | null;
  information: JsonObject | null;
  /** The operations of its specification. */
  declared: readonly string[];
  /** Whether these are all of them; null where there is no specification. */
  isComplete: boolean | null;
  /** Operations with a description of their own. */
  readonly described: Set<string>;
  /** Name → file of the policy. */
  readonly operations: Map<string, string | null>;
}

/** The instance itself or one of its workspaces, as folders describe it. */
export class Room {
  policy: string | null = null;
  /** Whether something else than a policy of its own was found. */
  isSure = false;
  /** Whether anything but policies was found. */
  isInformed = false;
  readonly products = new Map<string, MutableProduct>();
  readonly apis = new Map<string, MutableApi>();
  readonly fragments = new Map<string, { readonly path: string; readonly isOwnFile: boolean }>();

  product(name: string): MutableProduct {
    return getOrMake(this.products, name, () => ({ policy: null, information: null, links: new Map() }));
  }

  api(name: string): MutableApi {
    return getOrMake(this.apis, name, () => ({
      policy: null,
      information: null,
      declared: [],
      isComplete: null,
      described: new Set(),
      operations: new Map(),
    }));
  }

  /** The files of all its policies. */
  policies(): string[] {
    const holders = [this, ...this.products.values(), ...this.apis.values()];
    const operations = [...this.apis.values()].flatMap(api => [...api.operations.values()]);
    return [...holders.map(({ policy }) => policy), ...operations, ...[...this.fragments.values()].map(({ path }) => path)].filter(
      path => path !== null,
    );
  }
}

/** What a policy belongs to. */
export function findHolder(room: Room, purpose: RecognisedFile['purpose']): { policy: string | null } | null {
  switch (purpose.of) {
    case 'room':
      return room;
    case 'product':
      return room.product(purpose.product);
    case 'api':
      return room.api(purpose.api);
    case 'operation': {
      const { operations } = room.api(purpose.api);
      return new Holder(operations.get(purpose.operation) ?? null, path => operations.set(purpose.operation, path));
    }
    case 'fragment': {
      const known = room.fragments.get(purpose.fragment);
      const own = known?.isOwnFile === true ? known.path : null;
      return new Holder(own, path => room.fragments.set(purpose.fragment, { path, isOwnFile: true }));
    }
  }
}

/** A holder whose policy is kept elsewhere. */
class Holder {
  readonly #policy: string | null;
  readonly #keep: (path: string) => void;

  constructor(policy: string | null, keep: (path: string) => void) {
    this.#policy = policy;
    this.#keep = keep;
  }

  get policy(): string | null {
    return this.#policy;
  }

  set policy(path: string | null) {
    if (path !== null) this.#keep(path);
  }
}

/** An API of a folder, once all its files were looked at. */
export function finishApi(name: string, workspace: string | null, { policy, information, declared, operations }: MutableApi): ApiScope {
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
