import { lstat, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Disk } from '../../server/disk.js';
import { codeOf } from '../io.js';
import { passedOver } from '../list-folder.js';
import { readFileLimited } from '../read-limited.js';

type Wanted = Parameters<Disk['find']>[1];
type Found = Awaited<ReturnType<Disk['find']>>;

/** How much is looked at. */
interface DiskLimits {
  /** Files that one question gives. */
  readonly files: number;
  /** Folders that are gone through, and files that are seen in them, for each opened folder. */
  readonly folders: number;
  readonly seen: number;
}

const usualLimits: DiskLimits = { files: 5000, folders: 5000, seen: 50_000 };

/** How long (bytes) a file may be, as for the extension: API Management takes policies of 256 KiB; a specification has all operations of an API. */
const longest = { policy: 256 * 1024, specification: 4 * 1024 * 1024, real: 1024 * 1024 };

/** So many files are open at once. */
const inParallel = 16;

/** How long a listing is taken as the newest (milliseconds): one question follows the other, and who hears of a change says so. */
const rest = 1000;

/** A folder that is open in the editor. */
interface Root {
  readonly uri: string;
  readonly folder: string;
}

/** A file below it. */
interface Place {
  readonly root: Root;
  readonly steps: readonly string[];
}

interface Listing {
  readonly places: readonly Place[];
  readonly isAll: boolean;
}

/** The folders that are open in an editor, read by the server itself. Nothing outside them is read: a link in them could lead anywhere, so none is followed. */
export class WorkspaceDisk implements Disk {
  readonly #now: () => number;
  readonly #limits: DiskLimits;
  readonly #listings = new Map<string, { readonly until: number; readonly found: Promise<Listing> }>();

  /** `now` gives milliseconds of a clock that only grows; a test hands in other limits. */
  constructor(now: () => number, limits = usualLimits) {
    this.#now = now;
    this.#limits = limits;
  }

  forget(): void {
    this.#listings.clear();
  }

  async find(folders: readonly string[], { endings, uris = [], real = false }: Wanted): Promise<Found> {
    const roots = folders.flatMap(uri => toRoot(uri) ?? []);
    const ends = endings.map(toPattern);
    const listings = ends.length === 0 ? [] : await Promise.all(roots.map(root => this.#list(root)));
    const fitting = listings.flatMap(({ places }) => places).filter(({ steps }) => ends.some(end => end.test(`/${steps.join('/')}`)));
    const named = uris.flatMap(uri => findPlace(uri, roots) ?? []);
    // Open folders may lie in each other.
    const places = [...new Map([...named, ...fitting].map(place => [uriOf(place), place]))];
    const queue = places.slice(0, this.#limits.files);
    const most = queue.length === places.length && listings.every(({ isAll }) => isAll) ? null : queue.length;
    const files: Found['files'][number][] = [];
    const tooLong: string[] = [];
    const lane = async (): Promise<void> => {
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        const [uri, place] = next;
        const read = await readPlace(place, real);
        if (read === null) continue;
        if (read.text !== null) files.push({ uri, text: read.text });
        else if (!real) tooLong.push(uri);
      }
    };
    await Promise.all(Array.from({ length: inParallel }, lane));
    return { files: files.sort((one, other) => (one.uri < other.uri ? -1 : 1)), tooLong: tooLong.sort(), most };
  }

  #list(root: Root): Promise<Listing> {
    const known = this.#listings.get(root.uri);
    if (known !== undefined && known.until > this.#now()) return known.found;
    const found = listPlaces(root, this.#limits);
    this.#listings.set(root.uri, { until: this.#now() + rest, found });
    return found;
  }
}

/** Null for a folder that is on no disk. */
function toRoot(uri: string): Root | null {
  try {
    return { uri: uri.endsWith('/') ? uri.slice(0, -1) : uri, folder: fileURLToPath(uri) };
  } catch {
    return null;
  }
}

/** Each step as editors write it in an address. */
function uriOf({ root, steps }: Place): string {
  return [root.uri, ...steps.map(encodeURIComponent)].join('/');
}

/** Where an address stands below one of the folders; null where it stands below none. */
function findPlace(uri: string, roots: readonly Root[]): Place | null {
  const root = roots.find(each => uri.startsWith(`${each.uri}/`));
  if (root === undefined) return null;
  try {
    const steps = uri
      .slice(root.uri.length + 1)
      .split('/')
      .map(decodeURIComponent);
    return steps.every(isStep) ? { root, steps } : null;
  } catch {
    return null;
  }
}

/** Whether it names something in a folder, and leads nowhere else. */
function isStep(step: string): boolean {
  return step !== '' && step !== '.' && step !== '..' && !/[/\\\0]/.test(step);
}

/** `*` stands for any part of a name. */
function toPattern(ending: string): RegExp {
  const plain = ending.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
  return new RegExp(`/${plain}$`);
}

/** The files below a folder, the nearest first. */
async function listPlaces(root: Root, limits: DiskLimits): Promise<Listing> {
  const places: Place[] = [];
  const queue: (readonly string[])[] = [[]];
  let at = 0;
  for (; at < queue.length && at < limits.folders && places.length <= limits.seen; at++) {
    const above = queue[at] ?? [];
    // One that cannot be read is gone, or nobody's business.
    const entries = await readdir(path.join(root.folder, ...above), { withFileTypes: true }).catch(() => []);
    entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const entry of entries) {
      const steps = [...above, entry.name];
      if (entry.isFile()) places.push({ root, steps });
      else if (entry.isDirectory() && !passedOver.test(entry.name)) queue.push(steps);
    }
  }
  return { places: places.slice(0, limits.seen), isAll: at === queue.length && places.length <= limits.seen };
}

/** Null for what is gone, cannot be read, is no regular file, or is reached by a link; `text` null where it is too long. */
async function readPlace({ root, steps }: Place, real: boolean): Promise<{ readonly text: string | null } | null> {
  const file = path.join(root.folder, ...steps);
  const isSpecification = /^specification\.(?:json|ya?ml)$/i.test(steps.at(-1) ?? '');
  const most = real ? longest.real : isSpecification ? longest.specification : longest.policy;
  try {
    // The folder itself may be reached by a link: that one somebody has opened.
    if ((await realpath(file)) !== path.join(await realpath(root.folder), ...steps)) return null;
    const found = await lstat(file);
    if (!found.isFile()) return null;
    return { text: found.size > most ? null : new TextDecoder().decode(await readFileLimited(file, most)) };
  } catch (error) {
    return codeOf(error) === 'EFBIG' ? { text: null } : null;
  }
}
