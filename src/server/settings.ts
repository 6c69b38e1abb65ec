import { DidChangeConfigurationNotification, type ClientCapabilities, type Connection } from 'vscode-languageserver';
import { isRuleCode, severities, type RuleCode, type RuleSeverity } from '../core/index.js';

/** The section that this server reads. The settings that are not named below are the editor's own. */
const section = 'apimTokenDoctor';

const levels: ReadonlySet<unknown> = new Set<RuleSeverity>([...severities, 'off']);

interface Settings {
  /** `apimTokenDoctor.rules`: rule code → level. */
  readonly severities: Readonly<Partial<Record<RuleCode, RuleSeverity>>>;
  /** `apimTokenDoctor.namedValues`: name → value. */
  readonly namedValues: Readonly<Record<string, string>>;
  /** `apimTokenDoctor.values`: name of the set → name → value. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** `apimTokenDoctor.valueSet`: null where none is chosen. */
  readonly valueSet: string | null;
  /** What stands between the lines of a document, and at their ends: `apimTokenDoctor.codeLens` (unless it is off), `apimTokenDoctor.causeAtLineEnd` (if it is on). */
  readonly lines: ShownLines;
}

/** Which of them are shown. */
export interface ShownLines {
  readonly lenses: boolean;
  readonly causes: boolean;
}

/** Reads the settings out of whatever a client sent; what does not fit is left out. */
function readSettings(raw: unknown): Settings {
  const members = isObject(raw) ? raw : {};
  const rules = entriesOf(members['rules']).filter(
    (entry): entry is [RuleCode, RuleSeverity] => isRuleCode(entry[0]) && levels.has(entry[1]),
  );
  const set = members['valueSet'];
  return {
    severities: Object.fromEntries(rules),
    namedValues: textsOf(members['namedValues']),
    values: Object.fromEntries(entriesOf(members['values']).map(([name, values]) => [name, textsOf(values)])),
    valueSet: typeof set === 'string' && set.trim() !== '' ? set.trim() : null,
    lines: { lenses: members['codeLens'] !== false, causes: members['causeAtLineEnd'] === true },
  };
}

function textsOf(raw: unknown): Record<string, string> {
  return Object.fromEntries(entriesOf(raw).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function entriesOf(raw: unknown): [string, unknown][] {
  return isObject(raw) ? Object.entries(raw) : [];
}

/** The settings of each document, asked of the client once and kept until they change or the document closes. */
export class SettingsStore {
  readonly #connection: Connection;
  readonly #byUri = new Map<string, Promise<Settings>>();
  #canAsk = false;
  #pushed: Settings = readSettings(undefined);

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** `options`: the initialization options, which may hold settings: what counts where the client answers no questions, and where its answer is nothing. */
  initialize(capabilities: ClientCapabilities, options: unknown): void {
    this.#canAsk = capabilities.workspace?.configuration === true;
    this.#pushed = readSettings(isObject(options) && section in options ? options[section] : options);
  }

  /** Asks to be told about changes, and calls back after each of them. */
  async watch(capabilities: ClientCapabilities, changed: () => void): Promise<void> {
    this.#connection.onDidChangeConfiguration(({ settings }: { settings?: unknown }) => {
      if (isObject(settings) && section in settings) this.#pushed = readSettings(settings[section]);
      this.#byUri.clear();
      changed();
    });
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      await this.#connection.client.register(DidChangeConfigurationNotification.type, { section });
    }
  }

  get(uri: string): Promise<Settings> {
    if (!this.#canAsk) return Promise.resolve(this.#pushed);
    const known = this.#byUri.get(uri);
    if (known !== undefined) return known;
    const asked = this.#ask(uri);
    this.#byUri.set(uri, asked);
    return asked;
  }

  drop(uri: string): void {
    this.#byUri.delete(uri);
  }

  async #ask(uri: string): Promise<Settings> {
    try {
      const answer: unknown = await this.#connection.workspace.getConfiguration({ scopeUri: uri, section });
      return isObject(answer) ? readSettings(answer) : this.#pushed;
    } catch {
      // A client that does not answer must not cost the findings; the next question asks it again.
      this.#byUri.delete(uri);
      return this.#pushed;
    }
  }
}

function isObject(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null;
}
