// All values that are at hand, and which of them count for one document and one set.
import { blankRecord } from '../text/blank-record.js';
import { commonSteps, isInside, isSamePath, isWorkspace } from './compare-paths.js';
import { namedPlaceholderAt } from '../expression/placeholders.js';
import type { Catalogue } from '../messages/catalogue.js';
import { englishCatalogue } from '../messages/english/index.js';
import { say } from '../messages/message.js';
import { render } from '../messages/render.js';
import type { DocumentValues, ValueSource } from './document-values.js';
import type { LoadedFile } from './read-loaders.js';
import type { MentionedNames } from './mentioned-names.js';
import type { ReadValue, ValueFile } from './value-file.js';

/** How values came here. What a person gave counts more than the config of the repository, that more than what was found, and that more than a default. */
type ValueOrigin = 'input' | 'option' | 'setting' | 'named-file' | 'config' | 'found' | 'default';

/** One value with all that says where it counts. */
interface Entry extends ReadValue {
  readonly origin: ValueOrigin;
  readonly path: string | null;
  readonly set: string | null;
  /** The folder that it counts for; null where it counts everywhere. */
  readonly root: string | null;
  /** The one document that it counts for; null where it counts for all. */
  readonly document: string | null;
  /** Whether it is what an environment puts in the place of the instance's value. */
  readonly isOverride?: boolean;
  /** A later one counts more where nothing else tells. */
  readonly order: number;
}

const ranks: Readonly<Record<ValueOrigin, number>> = {
  default: 0,
  found: 1,
  config: 2,
  'named-file': 3,
  setting: 4,
  option: 5,
  input: 6,
};

/** Values that somebody wrote down in one place, with the sets that they belong to; null for all of them. */
interface ConfiguredValues {
  readonly sets: readonly string[];
  readonly values: readonly (ReadValue & { readonly set: string | null })[];
}

/** How far a reference is followed: from an argument to a local value to a variable, and then some. */
const mostSteps = 8;

/** Values from all sides. */
export class ValueBook {
  readonly #catalogue: Catalogue;
  readonly #entries = new Map<string, Entry[]>();
  /** The resources of named values: what an override names → what a policy names. */
  readonly #resources = new Map<string, string>();
  readonly #overrides: { readonly file: ValueFile; readonly origin: ValueOrigin }[] = [];
  readonly #sets = new Set<string>();
  /** The folders of instances and workspaces. */
  readonly #roots = new Set<string>();
  #order = 0;

  /** `catalogue`: the language of what is said of a name without a value. */
  constructor(catalogue: Catalogue = englishCatalogue) {
    this.#catalogue = catalogue;
  }

  /** Another book with the same values: what is added to it stays out of this one. */
  copy(): ValueBook {
    const copy = new ValueBook(this.#catalogue);
    for (const [name, entries] of this.#entries) copy.#entries.set(name, [...entries]);
    for (const [resource, name] of this.#resources) copy.#resources.set(resource, name);
    copy.#overrides.push(...this.#overrides);
    for (const set of this.#sets) copy.#sets.add(set);
    for (const root of this.#roots) copy.#roots.add(root);
    copy.#order = this.#order;
    return copy;
  }

  /** Takes in what a config gives, and the files that it names. `path`: that of the config. */
  addConfig(path: string, { sets, values }: ConfiguredValues, files: readonly ValueFile[]): void {
    for (const set of sets) this.#sets.add(set);
    for (const { set, ...value } of values) this.#add({ ...value, origin: 'config', path, set, root: null, document: null });
    for (const file of files) this.addFile(file, 'config');
  }

  /** Takes in a file's values. */
  addFile(file: ValueFile, origin: 'named-file' | 'config' | 'found'): void {
    if (file.set !== null) this.#sets.add(file.set);
    if (file.form === 'configuration') {
      this.#overrides.push({ file, origin });
      return;
    }
    // What overrides name are resources of the instance: a workspace may have one of the same name.
    if (file.resource !== undefined && !isWorkspace(file.root ?? ''))
      for (const { name } of file.values) this.#resources.set(file.resource.toLowerCase(), name);
    const own = file.form === 'terraform' || file.form === 'bicep' ? 'default' : origin;
    const root = file.root ?? null;
    if (root !== null) this.#roots.add(root);
    for (const value of file.values) this.#add({ ...value, origin: own, path: file.path, set: file.set, root, document: null });
  }

  /** Takes in what a file puts into those that it loads. */
  addLoaded({ by, path, values }: LoadedFile): void {
    for (const value of values) this.#add({ ...value, origin: 'named-file', path: by, set: null, root: null, document: path });
  }

  /** Takes in values that stand in no file. `set`: null where they count for every set. */
  addGiven(
    kind: 'named-value' | 'template' | 'any',
    values: Readonly<Record<string, string>>,
    origin: ValueOrigin,
    set: string | null,
  ): void {
    if (set !== null) this.#sets.add(set);
    for (const [name, text] of Object.entries(values))
      this.#add({ kind, name, text, sensitive: false, line: 0, origin, path: null, set, root: null, document: null });
  }

  /** Whether there is no value for any document. */
  get isEmpty(): boolean {
    return this.#entries.size === 0 && this.#overrides.length === 0;
  }

  /** The names of the sets, in alphabetical order. */
  get sets(): readonly string[] {
    return [...this.#sets].sort();
  }

  /**
   * The values of the names that a document mentions. Its own workspace's come before those of the instance, what stands nearer to it before
   * what stands further away, what belongs to the set before what belongs to all. A name to which two files that are as near give
   * different values has none.
   *
   * @param set the set in force; null: only what belongs to every set
   */
  valuesFor(path: string, set: string | null, names: MentionedNames): DocumentValues {
    this.#joinOverrides();
    const found = {
      namedValues: blankRecord<string>(),
      templateValues: blankRecord<string>(),
      sources: blankRecord<ValueSource>(),
      templateSources: blankRecord<ValueSource>(),
    };
    for (const name of names.templateVariables) {
      // `var.name` is the variable of that name.
      const plain = name.replace(/^var\./, '');
      const chosen = this.#choose('template', name, path, set) ?? this.#choose('template', plain, path, set);
      if (chosen !== null) put(chosen, chosen.name, found.templateValues, found.templateSources, this.#catalogue);
    }
    for (const name of names.namedValues) {
      const chosen = this.#choose('named-value', name, path, set);
      if (chosen !== null) put(this.#render(chosen, path, set), name, found.namedValues, found.sources, this.#catalogue);
    }
    return found;
  }

  /** The names of all named values that are known, secrets included, as a document at that path may use them. */
  namedValuesFor(path: string): string[] {
    this.#joinOverrides();
    const counts = (entry: Entry): boolean => entry.kind !== 'template' && this.#nearness(entry, path) >= 0;
    return [...this.#entries.entries()].flatMap(([name, entries]) => (entries.some(counts) ? [name] : []));
  }

  #add(entry: Omit<Entry, 'order'>): void {
    const named = this.#entries.get(entry.name);
    const kept = { ...entry, order: this.#order++ };
    if (named === undefined) this.#entries.set(entry.name, [kept]);
    else named.push(kept);
  }

  /** Overrides go by resources, which may be told after them. */
  #joinOverrides(): void {
    for (const { file, origin } of this.#overrides.splice(0)) {
      for (const value of file.values) {
        const name = this.#resources.get(value.name.toLowerCase()) ?? value.name;
        this.#add({ ...value, name, origin, path: file.path, set: file.set, root: null, document: null, isOverride: true });
      }
    }
  }

  #choose(kind: 'named-value' | 'template', name: string, path: string, set: string | null): Chosen | null {
    const named = (this.#entries.get(name) ?? []).filter(entry => entry.kind === kind || entry.kind === 'any');
    // A secret stays one, whoever else gives it a value.
    const secret = named.some(({ sensitive }) => sensitive);
    const counting = named.filter(entry => (entry.set === null || entry.set === set) && this.#nearness(entry, path) >= 0);
    const isOwn = counting.some(({ root }) => root !== null && isWorkspace(root) && isInside(path, root));
    // An override is that of the instance's value: a workspace's own of the same name stays what it is.
    const fitting = isOwn ? counting.filter(({ isOverride }) => isOverride !== true) : counting;
    const [best] = [...fitting].sort((one, other) => this.#compare(other, one, path));
    if (best === undefined) return secret ? { name, entry: null, text: null, secret, problem: 'secret' } : null;
    const rivals = fitting.filter(entry => this.#compare(entry, best, path) === 0 && !isOrdered(entry));
    const texts = new Set(rivals.map(entry => this.#follow(entry, path, set)));
    if (texts.size > 1) return { name, entry: best, text: null, secret, problem: 'ambiguous' };
    const text = this.#follow(best, path, set);
    return { name, entry: best, text, secret, problem: text !== null ? null : secret ? 'secret' : 'without-value' };
  }

  /** What a value comes to, references followed. */
  #follow(entry: Entry, path: string, set: string | null, steps = mostSteps): string | null {
    if (entry.text !== null || entry.reference === undefined || steps === 0) return entry.text;
    const name = entry.reference.replace(/^var\./, '');
    const named = (this.#entries.get(name) ?? []).filter(
      each => each !== entry && each.document === null && each.kind !== 'named-value' && (each.set === null || each.set === set),
    );
    const from = entry.path ?? path;
    const [best] = named.sort((one, other) => this.#compare(other, one, from));
    return best === undefined ? null : this.#follow(best, path, set, steps - 1);
  }

  /** Above zero where the first one counts more. */
  #compare(one: Entry, other: Entry, path: string): number {
    const key = (entry: Entry): number[] => [
      ranks[entry.origin],
      entry.document === null ? 0 : 1,
      entry.set === null ? 0 : 1,
      this.#nearness(entry, path),
      isOrdered(entry) ? entry.order : 0,
    ];
    const [left, right] = [key(one), key(other)];
    for (const [place, value] of left.entries()) if (value !== right[place]) return value - (right[place] ?? 0);
    return 0;
  }

  /**
   * How near a value stands to a document: the more the nearer, and below zero where it does not count for it. What belongs to an instance
   * counts for its documents, and for those that belong to none.
   */
  #nearness({ root, document, path: from }: Entry, path: string): number {
    if (document !== null) return isSamePath(document, path) ? 1_000_000 : -1;
    if (root === null) return from === null ? 0 : commonSteps(from, path);
    if (isInside(path, root)) return 1000 + root.split('/').length;
    return [...this.#roots].some(other => isInside(path, other)) ? -1 : 0;
  }

  /** A named value may be filled in by whoever deploys it: `{#[TENANT]#}`. */
  #render(chosen: Chosen, path: string, set: string | null): Chosen {
    const { text } = chosen;
    if (text === null) return chosen;
    let rendered = '';
    let from = 0;
    for (const { index } of text.matchAll(/[{#$<_]/g)) {
      const found = index < from ? undefined : namedPlaceholderAt(text, index, text.length);
      if (found?.variable === undefined) continue;
      const given = this.#choose('template', found.variable, path, set)?.text ?? null;
      if (given === null) continue;
      rendered += text.slice(from, index) + given;
      from = found.end;
    }
    return from === 0 ? chosen : { ...chosen, text: rendered + text.slice(from) };
  }
}

interface Chosen {
  readonly name: string;
  readonly entry: Entry | null;
  readonly text: string | null;
  readonly secret: boolean;
  readonly problem: 'secret' | 'ambiguous' | 'without-value' | null;
}

function put(
  { entry, text, secret, problem }: Chosen,
  name: string,
  texts: Record<string, string>,
  sources: Record<string, ValueSource>,
  catalogue: Catalogue,
): void {
  if (text !== null) texts[name] = text;
  const origin = entry?.origin;
  sources[name] = {
    from: entry === null || entry.path !== null ? 'file' : 'setting',
    ...(origin === 'option' || origin === 'input' ? { given: origin } : {}),
    ...(entry === null || entry.path === null ? {} : { path: entry.path, line: entry.line }),
    ...(entry === null || entry.set === null ? {} : { set: entry.set }),
    ...(secret ? { secret: true } : {}),
    ...(problem === null ? {} : { problem: render(say(`named-value-${problem}`, {}), catalogue) }),
  };
}

/** Whether a later one takes the place of an earlier one: what a person lists stands in an order. */
function isOrdered({ origin }: Entry): boolean {
  return origin !== 'found' && origin !== 'default';
}
