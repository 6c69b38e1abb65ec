// Fixtures of the rules: a policy, perhaps a token and metadata, and exactly what the command line prints about them.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  applyEdits,
  decodeToken,
  englishCatalogue,
  hostKindOf,
  judge,
  LineMap,
  makeFixes,
  mentionedNames,
  pathOf,
  parseToken,
  pathWithin,
  readHost,
  readPolicies,
  readScopes,
  rewriteEach,
  runHostRules,
  runRules,
  writeBack,
} from '../../src/core/index.js';
import type {
  Catalogue,
  Facts,
  FactSource,
  Finding,
  Fix,
  HostFile,
  Judged,
  KeptAnswers,
  KeptFindings,
  RuleSeverity,
  ScopeFile,
} from '../../src/core/index.js';
import type { Io } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';
import { quietMachine } from './quiet-machine.js';
import { writeReport } from './write-report.js';
import type { Mint, Signing, TokenSource } from './mint.js';

/** `case.json`: everything is optional. */
interface CaseSettings {
  /** Unix seconds. */
  readonly now?: number;
  readonly sign?: Signing;
  /** The shared secret that signs, as its text is. */
  readonly secret?: string;
  /** What is pasted, around or instead of the token: `{token}`, `{header}`, `{payload}` and `{signature}` are filled in. */
  readonly paste?: string;
  /** Judge the text as it is, without cleaning it. */
  readonly exact?: boolean;
  /** `<throwaway>` is the shared secret that signs HS256 tokens. */
  readonly namedValues?: Readonly<Record<string, string>>;
  /** Hosts that the user named as the tenant's own. */
  readonly identityHosts?: readonly string[];
  readonly severities?: Readonly<Record<string, RuleSeverity>>;
  readonly sources?: Readonly<Record<string, FactSource>>;
  /** Where the policy stands among the files in `around`, as the path of another file there. */
  readonly at?: string;
}

/** What a case comes to. */
export interface CaseResult {
  /** What the command line prints. */
  readonly printed: string;
  readonly findings: readonly Finding[];
  /** The fix of the first finding of the rule that has one: the preferred one, else the first. Null where there is none. */
  readonly fix: Fix | null;
  /** What is found in the text after the fix. */
  readonly afterFix: readonly Finding[];
}

const fixtures = path.join(import.meta.dirname, '..', 'fixtures');
export const defaultNow = 1798000000;
const updates = process.env['UPDATE_FIXTURES'] === '1';

/** A case: the folder's name (a rule's code, or `ok`), its own, and where it stands. */
interface Case {
  readonly rule: string;
  readonly name: string;
  readonly folder: string;
}

/** Every case of a policy that is a file by itself. */
export function listCases(): Case[] {
  return listFolders().filter(({ folder }) => existsSync(path.join(folder, 'policy.xml')));
}

/** Every case of policies inside another file. */
export function listHostCases(): Case[] {
  return listFolders().filter(({ folder }) => !existsSync(path.join(folder, 'policy.xml')));
}

function listFolders(): Case[] {
  const folders = (parent: string): string[] =>
    readdirSync(parent, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []));
  return folders(fixtures).flatMap(rule =>
    folders(path.join(fixtures, rule)).map(name => ({ rule, name, folder: path.join(fixtures, rule, name) })),
  );
}

/** What a case says of everything but the policy. */
interface CaseFacts {
  readonly facts: Facts;
  readonly settings: CaseSettings;
  readonly pasted: string | null;
  readonly around: readonly ScopeFile[];
}

/** Plays one case. */
export async function playCase(folder: string, rule: string, mint: Mint): Promise<CaseResult> {
  const read = await readCase(folder, mint);
  const { facts, settings, pasted } = read;
  const host = hostFileOf(folder);
  if (host !== null) return playHost(folder, host, rule, read);
  // `{pad:1000}` stands for that many letters, so that no large file is committed.
  const text = readFileSync(path.join(folder, 'policy.xml'), 'utf8').replace(/\{pad:(\d+)\}/, (_, count: string) =>
    'x'.repeat(Number(count)),
  );
  const judged = await judgeIn(text, read);
  const findings = await diagnoseAll(judged, settings);
  // The command line has no settings of severities, fetches nothing, and is given one file: these are driven directly.
  const direct = settings.severities !== undefined || settings.sources !== undefined || settings.at !== undefined;
  const printed = direct ? printDirectly(judged, findings) : await printWithCli(text, facts, pasted, settings);
  const fix = await findFix(judged, findings, rule);
  const afterFix = fix === null ? [] : await diagnoseAll(await judgeIn(fix.text, read), settings);
  return { printed, findings, fix, afterFix };
}

/** The file of a case whose policies stand inside another file; null where it has `policy.xml`. */
export function hostFileOf(folder: string): string | null {
  return (
    readdirSync(folder).find(
      name => hostKindOf(name) !== null && !['token.json', 'case.json'].includes(name) && !name.startsWith('fixed.'),
    ) ?? null
  );
}

/** Plays a case whose policies stand inside another file; its fix is that of the first policy, written back. */
async function playHost(folder: string, name: string, rule: string, read: CaseFacts): Promise<CaseResult> {
  const text = readFileSync(path.join(folder, name), 'utf8');
  const printed = await printWithCli(text, read.facts, read.pasted, read.settings, name);
  const findings = await diagnoseHost(text, name, read);
  const [policy] = openHost(text, name).policies;
  const judged = policy === undefined ? null : await judgeIn(policy.text, read);
  const fix = judged === null ? null : await findFix(judged, await diagnoseAll(judged, read.settings), rule);
  if (fix === null || policy === undefined) return { printed, findings, fix: null, afterFix: [] };
  const written = writeBack({ text, name, all: true }, policy, fix.edits);
  if ('refusal' in written) throw new Error('the host cannot hold the fix');
  const after = applyEdits(text, written.edits);
  return { printed, findings, fix: { ...fix, edits: written.edits, text: after }, afterFix: await diagnoseHost(after, name, read) };
}

function openHost(text: string, name: string): HostFile {
  const host = readHost(text, name, { all: true });
  if (host === null) throw new Error('no host');
  return host;
}

async function diagnoseHost(text: string, name: string, read: CaseFacts): Promise<Finding[]> {
  const host = openHost(text, name);
  const findings: Finding[] = [];
  for (const policy of host.policies) findings.push(...(await diagnoseAll(await judgeIn(policy.text, read), read.settings)));
  return [...findings, ...runHostRules(host, new LineMap(text), englishCatalogue)];
}

/** The findings in another text, with the token, the documents and the settings of a case (`rule/case`); of none where it is empty. */
export async function diagnoseWith(text: string, name: string, mint: Mint): Promise<readonly Finding[]> {
  const read = await readCase(name === '' ? path.join(fixtures, 'none') : path.join(fixtures, name), mint);
  return diagnoseAll(await judgeIn(text, read), read.settings);
}

/** Every fix of every finding, and the rewrites of validate-azure-ad-token, in another text, with the token, the documents and the settings of a case (`rule/case`). */
export async function fixWith(text: string, name: string, mint: Mint): Promise<readonly Fix[]> {
  const read = await readCase(path.join(fixtures, name), mint);
  const judged = await judgeIn(text, read);
  const fixes: Fix[] = [];
  for (const finding of await diagnoseAll(judged, read.settings)) fixes.push(...(await makeFixes(judged, finding)));
  for (const rewritten of await rewriteEach(judged, 'to-validate-jwt', undefined)) if ('edits' in rewritten) fixes.push(rewritten);
  return fixes;
}

/** A case of a policy that is a file by itself, judged and diagnosed, in a language. */
export async function judgeCase(
  folder: string,
  mint: Mint,
  catalogue: Catalogue,
): Promise<{ readonly judged: Judged; readonly findings: readonly Finding[] }> {
  const read = await readCase(folder, mint);
  const text = readFileSync(path.join(folder, 'policy.xml'), 'utf8').replace(/\{pad:\d+\}/, '');
  const judged = await judgeIn(text, { ...read, facts: { ...read.facts, catalogue } });
  return { judged, findings: await diagnoseAll(judged, read.settings) };
}

/** What is kept of a text from one version to the next. */
export interface Kept {
  readonly answers: KeptAnswers;
  readonly findings: KeptFindings;
}

/** The policy of a case, and what diagnoses any text in its place so many seconds later: from nothing, or with what is kept. */
export async function openCase(
  folder: string,
  mint: Mint,
): Promise<{ readonly text: string; diagnose(text: string, later: number, kept?: Kept): Promise<readonly Finding[]> }> {
  const read = await readCase(folder, mint);
  return {
    text: readFileSync(path.join(folder, 'policy.xml'), 'utf8').replace(/\{pad:\d+\}/, ''),
    diagnose: async (text, later, kept) => {
      // As the language server does it: of the named values only those that the text names.
      const { namedValues: names } = mentionedNames(text);
      const namedValues = Object.fromEntries(Object.entries(read.facts.namedValues ?? {}).filter(([name]) => names.has(name)));
      const facts = { ...read.facts, now: read.facts.now + later, namedValues };
      return diagnoseAll(await judgeIn(text, { ...read, facts }, kept?.answers), read.settings, kept?.findings);
    },
  };
}

/** The policy judged, among the files around it where there are some. */
function judgeIn(text: string, { facts, settings: { at }, around }: CaseFacts, kept?: KeptAnswers): Promise<Judged> {
  const path = at === undefined ? null : pathWithin(readScopes([...around, { path: at, text }]), at);
  if (at !== undefined && path === null) throw new Error(`${at} stands in no scope`);
  return judge(path ?? pathOf(readPolicies(text)), facts, { kept });
}

async function diagnoseAll(judged: Judged, settings: CaseSettings, kept?: KeptFindings): Promise<readonly Finding[]> {
  const failed: string[] = [];
  const findings = await runRules(judged, {
    severities: settings.severities ?? {},
    onRuleError: code => failed.push(code),
    ...(kept && { kept }),
  });
  if (failed.length > 0) throw new Error(`rules that threw: ${failed.join(', ')}`);
  return findings;
}

async function readCase(folder: string, mint: Mint): Promise<CaseFacts> {
  const settings = readJson<CaseSettings>(path.join(folder, 'case.json')) ?? {};
  const source = readJson<TokenSource>(path.join(folder, 'token.json'));
  const pasted = await writePaste(source, settings, mint);
  const metadata = await readMetadata(path.join(folder, 'metadata'), source, mint);
  const namedValues = await fillSecrets(settings.namedValues ?? {}, source, mint);
  const facts: Facts = {
    now: settings.now ?? defaultNow,
    ...(pasted === null ? {} : { token: settings.exact === true ? parseToken(pasted) : decodeToken(pasted) }),
    metadata,
    namedValues,
    ...(settings.identityHosts === undefined ? {} : { identityHosts: settings.identityHosts }),
    sources:
      settings.sources ?? Object.fromEntries([...Object.keys(metadata), ...Object.keys(namedValues)].map(name => [name, { from: 'file' }])),
  };
  return { facts, settings, pasted, around: readAround(path.join(folder, 'around')) };
}

function readAround(folder: string): ScopeFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .map(file => ({ path: path.relative(folder, file).split(path.sep).join('/'), text: readFileSync(file, 'utf8') }));
}

/** What a file of the case should hold; with UPDATE_FIXTURES=1 it is written first. Null means that it should not be there. */
export function expectFile(folder: string, name: string, content: string | null): string | null {
  const file = path.join(folder, name);
  if (updates && content === null) rmSync(file, { force: true });
  if (updates && content !== null) writeFileSync(file, content);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

async function findFix(judged: Judged, findings: readonly Finding[], rule: string): Promise<Fix | null> {
  for (const finding of findings) {
    if (finding.code !== rule) continue;
    const fixes = await makeFixes(judged, finding);
    const fix = fixes.find(({ preferred }) => preferred) ?? fixes[0];
    if (fix !== undefined) return fix;
  }
  return null;
}

function printDirectly(judged: Judged, findings: readonly Finding[]): string {
  const { now, token = null } = judged.facts;
  const whole = { path: 'policy.xml', host: null, embedded: null, fileLines: judged.lines };
  const document = { ...whole, judged, findings: findings.map(finding => ({ finding, fixes: [] })) };
  return writeReport('text', { now, version: '0.0.0', failOn: 'error', token, documents: [document] });
}

async function printWithCli(
  text: string,
  facts: Facts,
  pasted: string | null,
  settings: CaseSettings,
  name = 'policy.xml',
): Promise<string> {
  const files: Record<string, string> = {
    [name]: text,
    'metadata.json': JSON.stringify(facts.metadata),
    'values.json': JSON.stringify(facts.namedValues),
  };
  const token = pasted === null ? [] : ['--token', '-', ...(settings.exact === true ? ['--exact'] : [])];
  let printed = '';
  const io: Io = {
    argv: [
      'check',
      name,
      ...(name === 'policy.xml' ? [] : ['--hosts', 'all']),
      '--now',
      String(facts.now),
      '--metadata',
      'metadata.json',
      '--named-values',
      'values.json',
      ...token,
    ],
    version: '0.0.0',
    ...quietMachine,
    readInput: () => Promise.resolve(new TextEncoder().encode(pasted ?? '')),
    readFile: name => Promise.resolve(new TextEncoder().encode(files[name] ?? '')),
    kindOf: () => Promise.resolve('file'),
    isLink: () => Promise.resolve(false),
    listFolder: () => Promise.resolve([]),
    listEntries: () => Promise.resolve([]),
    replaceFile: () => Promise.reject(new Error('check writes no file')),
    writeOutput: output => {
      printed += output;
      return Promise.resolve();
    },
    writeError: output => (printed += output),
    now: () => facts.now,
    watchFile: () => () => undefined,
    serve: () => Promise.reject(new Error('check serves nothing')),
  };
  await run(io);
  return printed;
}

async function writePaste(source: TokenSource | null, settings: CaseSettings, mint: Mint): Promise<string | null> {
  if (source === null) return settings.paste ?? null;
  const token = settings.secret === undefined ? await mint.mint(source, settings.sign) : await mint.signWith(source, settings.secret);
  const [header = '', payload = '', signature = ''] = token.split('.');
  const pieces: Readonly<Record<string, string>> = { token, header, payload, signature };
  return (settings.paste ?? '{token}').replace(/\{(token|header|payload|signature)\}/g, (_, name: string) => pieces[name] ?? '');
}

/** Files with address → document. `"<throwaway>"` and `"<other>"` stand for keys: as `keys` for a whole set, as `key` for one of it. */
async function readMetadata(folder: string, source: TokenSource | null, mint: Mint): Promise<Record<string, unknown>> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder).sort();
  const documents = files.map(file => readJson<Record<string, unknown>>(path.join(folder, file)) ?? {});
  const named = source?.header['alg'];
  const algorithm = typeof named === 'string' && /^(RS|PS|ES|HS)\d/.test(named) ? named : 'RS256';
  const publish = async (slot: unknown, members: object): Promise<object> => ({
    use: 'sig',
    ...(await mint.publish(algorithm, slot === '<other>' ? 'other' : 'throwaway')),
    ...members,
  });
  const fill = async (value: unknown): Promise<unknown> => {
    if (typeof value !== 'object' || value === null) return value;
    const { keys } = value as { keys?: unknown };
    if (keys === '<throwaway>' || keys === '<other>') return { keys: [await publish(keys, { kid: source?.header['kid'] ?? 'key-1' })] };
    if (!Array.isArray(keys)) return value;
    const entries = keys.map((entry: { key?: string }) => {
      const { key, ...members } = entry;
      return key === undefined ? entry : publish(key, members);
    });
    return { ...value, keys: await Promise.all(entries) };
  };
  const filled = Object.entries(Object.assign({}, ...documents) as Record<string, unknown>).map(
    async ([address, document]): Promise<[string, unknown]> => [address, await fill(document)],
  );
  return Object.fromEntries(await Promise.all(filled));
}

async function fillSecrets(
  values: Readonly<Record<string, string>>,
  source: TokenSource | null,
  mint: Mint,
): Promise<Record<string, string>> {
  const algorithm = typeof source?.header['alg'] === 'string' ? source.header['alg'] : 'HS256';
  const secret = Object.values(values).includes('<throwaway>') ? ((await mint.publish(algorithm, 'throwaway')).k ?? '') : '';
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === '<throwaway>' ? secret : value]));
}

function readJson<Content>(file: string): Content | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Content) : null;
}
