// Fixtures of the rules: a policy, perhaps a token and metadata, and exactly what the command line prints about them.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  decodeToken,
  judge,
  judgeText,
  makeFixes,
  parseToken,
  pathWithin,
  readScopes,
  rewriteEach,
  runRules,
} from '../../src/core/index.js';
import type { Facts, FactSource, Finding, Fix, Judged, RuleSeverity, ScopeFile } from '../../src/core/index.js';
import { writeTextReport } from '../../src/cli/formats/text.js';
import { englishCli } from '../../src/cli/sentences/english/index.js';
import type { Io } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';
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

/** Every case: the folder's name (a rule's code, or `ok`) and the case's. */
export function listCases(): { readonly rule: string; readonly name: string; readonly folder: string }[] {
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

/** The policy judged, among the files around it where there are some. */
function judgeIn(text: string, { facts, settings: { at }, around }: CaseFacts): Promise<Judged> {
  const path = at === undefined ? null : pathWithin(readScopes([...around, { path: at, text }]), at);
  if (at !== undefined && path === null) throw new Error(`${at} stands in no scope`);
  return path === null ? judgeText(text, facts) : judge(path, facts);
}

async function diagnoseAll(judged: Judged, settings: CaseSettings): Promise<readonly Finding[]> {
  const failed: string[] = [];
  const findings = await runRules(judged, { severities: settings.severities ?? {}, onRuleError: code => failed.push(code) });
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
  const document = { path: 'policy.xml', judged, findings: findings.map(finding => ({ finding, fixes: [] })) };
  return writeTextReport({ now, version: '0.0.0', token, documents: [document] }, englishCli);
}

async function printWithCli(text: string, facts: Facts, pasted: string | null, settings: CaseSettings): Promise<string> {
  const files: Record<string, string> = {
    'policy.xml': text,
    'metadata.json': JSON.stringify(facts.metadata),
    'values.json': JSON.stringify(facts.namedValues),
  };
  const token = pasted === null ? [] : ['--token', '-', ...(settings.exact === true ? ['--exact'] : [])];
  let printed = '';
  const io: Io = {
    argv: ['check', 'policy.xml', '--now', String(facts.now), '--metadata', 'metadata.json', '--named-values', 'values.json', ...token],
    version: '0.0.0',
    readInput: () => Promise.resolve(new TextEncoder().encode(pasted ?? '')),
    readFile: name => Promise.resolve(new TextEncoder().encode(files[name] ?? '')),
    kindOf: () => Promise.resolve('file'),
    replaceFile: () => Promise.reject(new Error('check writes no file')),
    writeOutput: output => {
      printed += output;
      return Promise.resolve();
    },
    writeError: output => (printed += output),
    now: () => facts.now,
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
