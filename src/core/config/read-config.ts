import { severities, type Severity } from '../finding.js';
import { isRuleCode, ruleCodes, type RuleCode } from '../rule-codes.js';
import { LineMap } from '../text/line-map.js';
import { nearestName } from '../text/nearest-name.js';
import type { Span } from '../text/span.js';
import { isValueName } from '../values/read-json-values.js';
import { valueFormOf } from '../values/value-form.js';
import { longestConfig, type Config, type ConfigFile, type ConfigProblem, type ConfiguredSet, type ConfiguredValue } from './config.js';
import { readPattern, type IgnorePattern } from './is-ignored.js';
import { parseConfig, type ConfigMember, type ConfigValue } from './parse-config.js';

/** More than anybody has; what comes after them counts for nothing. */
const most = { ignore: 100, files: 100, values: 5000, sets: 100, problems: 100 };

/** The longest value of a named value that API Management takes. */
const longestValue = 4096;

const levels: readonly (Severity | 'off')[] = ['off', ...severities];

const ofValues = ['namedValues', 'template', 'files'] as const;
const members = ['$schema', 'rules', 'ignore', ...ofValues, 'values', 'inForce'] as const;

/** What somebody may look for here, and which only the user's own settings and options say: whoever writes the repository writes the config. */
const notFromHere: ReadonlySet<string> = new Set([
  ...['allowedHosts', 'allow-host', 'identityHosts', 'identity-host', 'savedDocuments', 'metadata', 'token', 'namedValueFiles', 'extends'],
  ...['apimTokenDoctor.metadata.allowedHosts', 'apimTokenDoctor.identityHosts', 'apimTokenDoctor.metadata.savedDocuments'],
]);

/** Reads the text of a config; null: it is longer than anybody reads. What is wrong with it stands among its problems and counts for nothing. Never throws, whatever the text; linear in its length. */
export function readConfig(text: string | null): Config {
  return new ConfigReader(text).read();
}

class ConfigReader {
  readonly #text: string;
  readonly #lines: LineMap;
  readonly #problems: ConfigProblem[] = [];
  readonly #severities = new Map<RuleCode, Severity | 'off'>();
  readonly #ignore: IgnorePattern[] = [];
  readonly #values: ConfiguredValue[] = [];
  readonly #files: ConfigFile[] = [];
  readonly #sets = new Set<string>();
  #inForce: ConfiguredSet | null = null;

  constructor(text: string | null) {
    const isRead = text !== null && text.length <= longestConfig;
    this.#text = isRead ? text : '';
    this.#lines = new LineMap(this.#text);
    if (!isRead) this.#tell('too-large', { start: 0, end: 0 });
  }

  read(): Config {
    if (this.#problems.length === 0) this.#readAll();
    return {
      severities: Object.fromEntries(this.#severities),
      ignore: this.#ignore,
      values: this.#values,
      files: this.#files,
      sets: [...this.#sets],
      inForce: this.#inForce,
      problems: this.#problems,
    };
  }

  #readAll(): void {
    const parsed = parseConfig(this.#text);
    if ('broken' in parsed) this.#tell(parsed.code, parsed.broken);
    else if (parsed.value.kind !== 'object') this.#tell('not-an-object', parsed.value);
    else for (const member of this.#membersOf(parsed.value, null)) this.#readMember(member);
  }

  #readMember(member: ConfigMember): void {
    const { name, value } = member;
    switch (name) {
      case '$schema':
        return;
      case 'rules':
        for (const rule of this.#membersOf(value, name)) this.#readRule(rule);
        return;
      case 'ignore':
        for (const item of this.#itemsOf(value, name, most.ignore)) this.#readIgnored(item);
        return;
      case 'values':
        for (const set of this.#membersOf(value, name, most.sets)) this.#readSet(set);
        return;
      case 'inForce':
        this.#readInForce(value);
        return;
      default:
        if (!this.#readValues(member, null)) this.#tellUnknown(member, members);
    }
  }

  #readRule({ name, value, ...place }: ConfigMember): void {
    if (!isRuleCode(name)) return this.#tell('unknown-rule', place, name, nearestName(name, ruleCodes));
    const level = value.kind === 'text' ? levels.find(each => each === value.text) : undefined;
    if (level === undefined) this.#tell('wrong-severity', value, name);
    else this.#severities.set(name, level);
  }

  #readIgnored(item: ConfigValue): void {
    if (item.kind !== 'text') return this.#tell('not-a-text', item, 'ignore');
    const pattern = readPattern(item.text);
    if (pattern === null) this.#tell('wrong-pattern', item, item.text);
    else this.#ignore.push(pattern);
  }

  #readSet({ name, value, ...place }: ConfigMember): void {
    if (!/^[\w.-]{1,64}$/.test(name)) return this.#tell('wrong-name', place, name);
    this.#sets.add(name);
    for (const member of this.#membersOf(value, name)) if (!this.#readValues(member, name)) this.#tellUnknown(member, ofValues);
  }

  /** Reads what gives values, for a set or for all; whether the member is one of those. */
  #readValues({ name, value }: ConfigMember, set: string | null): boolean {
    if (name === 'files') for (const item of this.#itemsOf(value, name, most.files)) this.#readFile(item, set);
    else if (name === 'namedValues' || name === 'template')
      for (const member of this.#membersOf(value, name, most.values))
        this.#readValue(member, name === 'template' ? 'template' : 'named-value', set);
    else return false;
    return true;
  }

  #readValue({ name, value, ...place }: ConfigMember, kind: 'template' | 'named-value', set: string | null): void {
    if (!isValueName(name)) this.#tell('wrong-name', place, name);
    else if (value.kind !== 'text') this.#tell('not-a-text', value, name);
    else if (value.text.length > longestValue) this.#tell('too-long', value, name);
    else if (this.#values.length >= most.values) this.#tell('too-many', place, name);
    else {
      const { line } = this.#lines.positionAt(place.start);
      this.#values.push({ kind, name, text: value.text, sensitive: false, line, set });
    }
  }

  #readFile(item: ConfigValue, set: string | null): void {
    if (item.kind !== 'text') return this.#tell('not-a-text', item, 'files');
    const path = item.text.replace(/^\.\//, '');
    if (!isFilePath(path)) return this.#tell('wrong-path', item, item.text);
    if (this.#files.length >= most.files) return this.#tell('too-many', item, 'files');
    this.#files.push({ path, set, start: item.start, end: item.end, ...this.#lines.positionAt(item.start) });
  }

  #readInForce(value: ConfigValue): void {
    if (value.kind !== 'text') return this.#tell('not-a-text', value, 'inForce');
    const { start, end } = value;
    this.#inForce = { name: value.text.trim(), start, end, ...this.#lines.positionAt(start) };
  }

  /** The members of an object, of several of one name the last, as everywhere in JSON. `name`: whose value it is. */
  #membersOf(value: ConfigValue, name: string | null, mostMembers = Infinity): readonly ConfigMember[] {
    if (value.kind !== 'object') {
      this.#tell('not-an-object', value, name);
      return [];
    }
    const last = new Map(value.members.map(member => [member.name, member]));
    for (const member of value.members) if (last.get(member.name) !== member) this.#tell('twice', member, member.name);
    const all = [...last.values()];
    const [more] = all.slice(mostMembers);
    if (more !== undefined) this.#tell('too-many', more, name);
    return all.slice(0, mostMembers);
  }

  #itemsOf(value: ConfigValue, name: string, mostItems: number): readonly ConfigValue[] {
    if (value.kind !== 'list') {
      this.#tell('not-a-list', value, name);
      return [];
    }
    const [more] = value.items.slice(mostItems);
    if (more !== undefined) this.#tell('too-many', more, name);
    return value.items.slice(0, mostItems);
  }

  #tellUnknown({ name, ...place }: ConfigMember, known: readonly string[]): void {
    if (notFromHere.has(name)) this.#tell('not-from-here', place, name);
    else this.#tell('unknown-member', place, name, nearestName(name, known));
  }

  #tell(code: ConfigProblem['code'], { start, end }: Span, name: string | null = null, near: string | null = null): void {
    if (this.#problems.length >= most.problems) return;
    const isLost = code === 'too-large' || code === 'not-json' || code === 'too-deep' || (code === 'not-an-object' && name === null);
    const place = { start, end, ...this.#lines.positionAt(start) };
    this.#problems.push({ code, severity: isLost ? 'error' : 'warning', name, near, ...place });
  }
}

/** A file in the folder of the config or below, of a kind that holds values: nothing hidden, nothing that a machine keeps for itself. */
function isFilePath(path: string): boolean {
  const steps = path.split('/');
  const isInside = steps.every(step => step !== '' && !step.startsWith('.') && step !== 'node_modules');
  return path.length <= 300 && isInside && !/[\\:\p{Cc}]/u.test(path) && (valueFormOf(path) !== null || /\.json$/i.test(path));
}
