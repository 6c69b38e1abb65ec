// Fixtures of the rules: a policy, perhaps a token and metadata, and exactly what the command line prints about them.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { applyFix, decodeToken, diagnose, judgeText, parseToken, rewrite } from '../../src/core/index.js';
import type { Facts, FactSource, Finding, Fix, RuleSeverity } from '../../src/core/index.js';
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
}

/** Plays one case. */
export async function playCase(folder: string, rule: string, mint: Mint): Promise<CaseResult> {
  const { facts, settings, pasted } = await readCase(folder, mint);
  // `{pad:1000}` stands for that many letters, so that no large file is committed.
  const text = readFileSync(path.join(folder, 'policy.xml'), 'utf8').replace(/\{pad:(\d+)\}/, (_, count: string) =>
    'x'.repeat(Number(count)),
  );
  const findings = await diagnoseAll(text, facts, settings);
  // The command line has no settings of severities and fetches nothing, so these two are driven directly.
  const direct = settings.severities !== undefined || settings.sources !== undefined;
  const printed = direct ? await printDirectly(text, facts, findings) : await printWithCli(text, facts, pasted, settings);
  const fix = await findFix(text, findings, rule, facts);
  const afterFix = fix === null ? [] : await diagnoseAll(fix.text, facts, settings);
  return { printed, findings, fix, afterFix };
}

/** The findings in another text, with the token, the documents and the settings of a case (`rule/case`); of none where it is empty. */
export async function diagnoseWith(text: string, name: string, mint: Mint): Promise<readonly Finding[]> {
  const { facts, settings } = await readCase(name === '' ? path.join(fixtures, 'none') : path.join(fixtures, name), mint);
  return diagnoseAll(text, facts, settings);
}

/** Every fix of every finding, and the rewrites of validate-azure-ad-token, in another text, with the token, the documents and the settings of a case (`rule/case`). */
export async function fixWith(text: string, name: string, mint: Mint): Promise<readonly Fix[]> {
  const { facts, settings } = await readCase(path.join(fixtures, name), mint);
  const fixes: Fix[] = [];
  for (const finding of await diagnoseAll(text, facts, settings)) fixes.push(...(await applyFix(text, finding, facts)));
  for (const rewritten of await rewrite(text, 'to-validate-jwt', undefined, facts)) if ('edits' in rewritten) fixes.push(rewritten);
  return fixes;
}

async function diagnoseAll(text: string, facts: Facts, settings: CaseSettings): Promise<readonly Finding[]> {
  const failed: string[] = [];
  const findings = await diagnose(text, facts, { severities: settings.severities ?? {}, onRuleError: code => failed.push(code) });
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
  return { facts, settings, pasted };
}

/** What a file of the case should hold; with UPDATE_FIXTURES=1 it is written first. Null means that it should not be there. */
export function expectFile(folder: string, name: string, content: string | null): string | null {
  const file = path.join(folder, name);
  if (updates && content === null) rmSync(file, { force: true });
  if (updates && content !== null) writeFileSync(file, content);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

async function findFix(text: string, findings: readonly Finding[], rule: string, facts: Facts): Promise<Fix | null> {
  for (const finding of findings) {
    if (finding.code !== rule) continue;
    const fixes = await applyFix(text, finding, facts);
    const fix = fixes.find(({ preferred }) => preferred) ?? fixes[0];
    if (fix !== undefined) return fix;
  }
  return null;
}

async function printDirectly(text: string, facts: Facts, findings: readonly Finding[]): Promise<string> {
  const document = {
    path: 'policy.xml',
    judged: await judgeText(text, facts),
    findings: findings.map(finding => ({ finding, fixes: [] })),
  };
  return writeTextReport({ now: facts.now, version: '0.0.0', token: facts.token ?? null, documents: [document] }, englishCli);
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
