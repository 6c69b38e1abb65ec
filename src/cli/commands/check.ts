import {
  englishCatalogue,
  hostKindOf,
  isReadAlways,
  judgeText,
  makeFixes,
  offerFixes,
  pathWithin,
  runHostRules,
  runRules,
  sniffPolicy,
} from '../../core/index.js';
import type { Facts, Judged, Offer, ScopeProblem } from '../../core/index.js';
import { readArguments, readChoice } from '../arguments.js';
import { checkPaths, factsOf, meetsOperation } from '../check-paths.js';
import { findFormat, formatNames } from '../formats/registry.js';
import { commandOf } from '../fix-command.js';
import { CannotRun } from '../io.js';
import type { Io } from '../io.js';
import { hostNames, judgeFile } from '../judge-file.js';
import type { HostChoice, JudgedFile } from '../judge-file.js';
import { listFiles } from '../list-files.js';
import type { NamedFile } from '../list-files.js';
import { readFacts } from '../read-facts.js';
import { readValues, setsFor, withValues, type Values } from '../read-values.js';
import { failOnNames, isFailure, refuses } from '../report.js';
import type { CheckReport, DocumentReport, FailOn, FindingReport, ListedFix, PathReport } from '../report.js';
import { findScopeFolder, readScopeFolder, type ScopeFolder } from '../scope-folder.js';
import type { CliCatalogue } from '../sentences/catalogue.js';
import { readTextFile } from '../text-file.js';

/** Diagnoses files and predicts what the gateway answers to the token. 1 where something is at least as bad as `--fail-on`. */
export async function check(io: Io, argv: readonly string[], words: CliCatalogue): Promise<number> {
  const args = readArguments('check', argv);
  const name = readChoice('format', args.options.format, formatNames);
  const format = findFormat(name);
  const failOn = readChoice('fail-on', args.options['fail-on'], failOnNames);
  const hosts = readChoice('hosts', args.options.hosts, hostNames);
  if (args.files.length === 0) throw new CannotRun(() => words.nameDocuments({ command: 'check' }));

  const facts = await readFacts(io, args, words);
  const find = listsFixes(name) ? listFindings : findOnly;
  const files = await listFiles(io, args.files, hosts);
  const values = await readValues(io, args.options.values, args.files);
  const { operation } = args.options;
  const folders = await findFolders(io, args.files);
  const paths: PathReport[] = [];
  for (const { folder, file } of folders) paths.push(...(await checkPaths(folder, facts, values, { operation, file })));
  if (operation !== undefined && folders.length === 0) throw new CannotRun(() => words.unknownOperation({ apis: [] }));
  const documents: DocumentReport[] = [];
  for (const file of files)
    for (const report of await checkFile(io, file, facts, { hosts, find, values, given: args.options, folders, operation }))
      documents.push(report);
  if (documents.length + paths.length === 0 && files.every(({ isFound }) => isFound)) throw new CannotRun(() => words.nothingFound());
  const isFull = operation !== undefined;
  // One token rightly fails most APIs of a repository: its paths count where one operation or one file is asked about.
  const pathsCount = isFull || (args.files.length === 1 && folders.some(({ file }) => file !== null));
  const problems = listProblems(folders);
  const token = facts.token ?? null;
  const asked = { now: facts.now, version: io.version, failOn, isFull, pathsCount };
  const report: CheckReport = { ...asked, token, documents, paths, problems };
  await io.writeOutput(format(report, words));
  if (failOn === 'never') return 0;
  return documents.some(document => fails(document, failOn)) || (pathsCount && refuses(paths)) ? 1 : 0;
}

/** Scopes that were found in a named folder, or around a named file. */
interface FoundFolder {
  readonly folder: ScopeFolder;
  /** The file that was named, as the scopes name it; null where the folder was. */
  readonly file: string | null;
}

async function findFolders(io: Io, named: readonly string[]): Promise<FoundFolder[]> {
  const found: FoundFolder[] = [];
  for (const path of named) {
    if (path === '-') continue;
    const isFolder = (await io.kindOf(path).catch(() => null)) === 'folder';
    const folder = isFolder ? await readScopeFolder(io, path) : await findScopeFolder(io, path);
    if (folder !== null) found.push({ folder, file: isFolder ? null : folder.nameOf(path) });
  }
  return found;
}

/** What is wrong with files of the folders, each once. Of the surroundings of one file it does not matter which APIs they lack. */
function listProblems(folders: readonly FoundFolder[]): ScopeProblem[] {
  const listed = new Map<string, ScopeProblem>();
  for (const { folder, file } of folders)
    for (const problem of folder.scopes.problems) {
      if (file !== null && problem.code === 'unknown-api') continue;
      const placed = { ...problem, path: folder.pathOf(problem.path) };
      listed.set(JSON.stringify(placed), placed);
    }
  return [...listed.values()];
}

/** The formats that list fixes: only for them they are worked out. */
function listsFixes(format: string): boolean {
  return format === 'text' || format === 'json';
}

type Given = Parameters<typeof commandOf>[4];

interface Wanted {
  readonly hosts: HostChoice;
  readonly values: Values;
  readonly find: (path: string, judged: Judged, given: Given) => Promise<FindingReport[]>;
  /** The facts as they were named. */
  readonly given: Given;
  readonly folders: readonly FoundFolder[];
  /** The one operation that is asked about; undefined for all. */
  readonly operation: string | undefined;
}

/** A report on each policy document of a file, and one on what of a host is not read. Of a file that was found, not named, only if it is a policy. */
async function checkFile(io: Io, { path, isFound }: NamedFile, all: Facts, wanted: Wanted): Promise<DocumentReport[]> {
  const { text } = await readTextFile(io, path);
  const folder = wanted.folders.find(each => each.folder.nameOf(path) !== null)?.folder ?? null;
  const name = folder?.nameOf(path) ?? null;
  const { operation } = wanted;
  if (operation !== undefined && isFound && (folder === null || name === null || !meetsOperation(folder, operation, name))) return [];
  const facts = isFound && folder !== null && operation === undefined ? withoutToken(all) : all;
  if (isFound && hostKindOf(path) === null && !sniffPolicy(text)) return [];
  const inSets: { readonly file: JudgedFile; readonly reports: readonly DocumentReport[] }[] = [];
  for (const { set, name: inSet } of setsFor(wanted.values, path, text)) {
    const others = folder === null ? undefined : factsOf(folder, facts, wanted.values, set);
    const around = folder === null || name === null ? null : pathWithin(folder.scopes, name, others);
    const file = await judgeFile(path, text, own => withValues(facts, wanted.values, path, own, set), wanted.hosts, around);
    const reports = await reportOn(path, file, wanted);
    inSets.push({ file, reports: inSet === null ? reports : reports.map(report => ({ ...report, set: inSet })) });
  }
  const [first] = inSets;
  if (first === undefined) return [];
  const found = first.reports
    .flatMap((_, index) => tellApart(inSets.flatMap(({ reports }) => reports[index] ?? [])))
    .filter(({ judged }) => !isFound || judged.document.root !== null);
  const ofHost = await checkHost(first.file, facts);
  const about = { path, host: first.file.host?.kind ?? null, fileLines: first.file.lines };
  return ofHost === null ? found : [...found, { ...about, ...ofHost }];
}

/** What the token comes to on its paths is told there. */
function withoutToken({ token: _, ...facts }: Facts): Facts {
  return facts;
}

/** A report on each policy document of a judged file. */
async function reportOn(path: string, file: JudgedFile, { hosts, find, given }: Wanted): Promise<DocumentReport[]> {
  const kind = file.host?.kind ?? null;
  const named = { ...given, hosts: kind === null || isReadAlways(kind) ? undefined : hosts };
  const reports: DocumentReport[] = [];
  for (const { judged, lines, embedded } of file.documents) {
    const findings = await find(path, judged, named);
    const placed = findings.map(each => ({ ...each, finding: { ...each.finding, ...lines.positionAt(each.finding.start) } }));
    reports.push({ path, host: kind, fileLines: file.lines, judged: { ...judged, lines }, embedded, findings: placed });
  }
  return reports;
}

/** Marks what only some of the sets lead to; all reports are about one document. */
function tellApart(reports: readonly DocumentReport[]): readonly DocumentReport[] {
  if (reports.length < 2) return reports;
  const identify = ({ finding: { code, start, end, title, detail, from } }: FindingReport): string =>
    JSON.stringify([code, start, end, title, from.length === 0 ? detail : from.map(({ value }) => value)]);
  const counts = new Map<string, number>();
  for (const { findings } of reports) for (const key of new Set(findings.map(identify))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return reports.map(report => ({
    ...report,
    findings: report.findings.map(each => ({ ...each, onlyInSome: counts.get(identify(each)) !== reports.length })),
  }));
}

/** What is to be said of a host beside its policies; null where nothing is. */
async function checkHost(
  { host, lines }: JudgedFile,
  facts: Facts,
): Promise<Pick<DocumentReport, 'judged' | 'embedded' | 'findings'> | null> {
  const found = host === null ? [] : runHostRules(host, lines, englishCatalogue);
  if (found.length === 0) return null;
  return { judged: await judgeText('', facts), embedded: null, findings: found.map(finding => ({ finding, fixes: [] })) };
}

async function findOnly(_path: string, judged: Judged): Promise<FindingReport[]> {
  return (await runRules(judged)).map(finding => ({ finding, fixes: [] }));
}

/** The findings of a document with their fixes. `given`: the facts as they were named. */
async function listFindings(path: string, judged: Judged, given: Given): Promise<FindingReport[]> {
  const reports: FindingReport[] = [];
  for (const finding of await runRules(judged)) {
    const fixes = await makeFixes(judged, finding);
    const offers = await offerFixes(judged, fixes);
    reports.push({ finding, fixes: offers.map(offer => listFix(offer, commandOf(path, finding, fixes, offer.fix, given))) });
  }
  return reports;
}

/** A fix holds the whole text as it makes it: of thousands, only what is shown is kept. */
function listFix(
  { fix: { title, code, variant, preferred, widens, certainty }, after, title: offer }: Offer,
  command: string | null,
): ListedFix {
  const answer = after && { outcome: after.outcome, status: after.status, check: after.check };
  return { title, code, ...(variant === undefined ? {} : { variant }), preferred, widens, certainty, after: answer, command, offer };
}

function fails({ judged, findings }: DocumentReport, failOn: FailOn): boolean {
  return judged.verdict?.outcome === 'fail' || findings.some(({ finding }) => isFailure(finding.severity, failOn));
}
