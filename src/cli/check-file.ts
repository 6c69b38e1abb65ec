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
} from '../core/index.js';
import type { Facts, Finding, Judged, Offer } from '../core/index.js';
import type { CheckOptions } from './check-options.js';
import { factsOf, meetsOperation } from './check-paths.js';
import { commandOf } from './fix-command.js';
import { judgeFile } from './judge-file.js';
import type { JudgedFile } from './judge-file.js';
import type { NamedFile } from './list-files.js';
import { setsFor, withValues, type Values } from './read-values.js';
import type { DocumentReport, FindingReport, ListedFix } from './report.js';
import type { ScopeFolder } from './scope-folder.js';

/** Scopes that were found in a named folder, or around a named file. */
export interface FoundFolder {
  readonly folder: ScopeFolder;
  /** The file that was named, as the scopes name it; null where the folder was. */
  readonly file: string | null;
}

/** What `check` was asked, and what it found out before it judges files. */
export interface Wanted {
  readonly options: CheckOptions;
  readonly values: Values;
  readonly folders: readonly FoundFolder[];
}

/** A report on each policy document of a file, and one on what of a host is not read. Of a file that was found, not named, only if it is a policy. */
export async function checkFile({ path, isFound }: NamedFile, text: string, all: Facts, wanted: Wanted): Promise<DocumentReport[]> {
  const folder = wanted.folders.find(each => each.folder.nameOf(path) !== null)?.folder ?? null;
  const name = folder?.nameOf(path) ?? null;
  const { hosts, args } = wanted.options;
  const { operation } = args.options;
  if (operation !== undefined && isFound && (folder === null || name === null || !meetsOperation(folder, operation, name))) return [];
  const facts = isFound && folder !== null && operation === undefined ? withoutToken(all) : all;
  if (isFound && hostKindOf(path) === null && !sniffPolicy(text)) return [];
  const inSets: { readonly file: JudgedFile; readonly reports: readonly DocumentReport[] }[] = [];
  for (const { set, name: inSet } of setsFor(wanted.values, path, text)) {
    const others = folder === null ? undefined : factsOf(folder, facts, wanted.values, set);
    const around = folder === null || name === null ? null : pathWithin(folder.scopes, name, others);
    const file = await judgeFile(path, text, own => withValues(facts, wanted.values, path, own, set), hosts, around);
    const reports = await reportOn(path, file, wanted);
    inSets.push({ file, reports: inSet === null ? reports : reports.map(report => ({ ...report, set: inSet })) });
  }
  const [first] = inSets;
  if (first === undefined) return [];
  const found = first.reports
    .flatMap((_, index) => tellApart(inSets.flatMap(({ reports }) => reports[index] ?? [])))
    .filter(({ judged }) => !isFound || judged.document.root !== null);
  const ofHost = await checkHost(first.file, facts, wanted.options.severities);
  const about = { path, host: first.file.host?.kind ?? null, fileLines: first.file.lines };
  return ofHost === null ? found : [...found, { ...about, ...ofHost }];
}

/** What the token comes to on its paths is told there. */
function withoutToken({ token: _, ...facts }: Facts): Facts {
  return facts;
}

/** A report on each policy document of a judged file. */
async function reportOn(
  path: string,
  file: JudgedFile,
  { options: { args, hosts, format, severities } }: Wanted,
): Promise<DocumentReport[]> {
  const kind = file.host?.kind ?? null;
  const given = { ...args.options, hosts: kind === null || isReadAlways(kind) ? undefined : hosts };
  // Fixes are worked out only for the formats that list them.
  const listsFixes = format === 'text' || format === 'json';
  const reports: DocumentReport[] = [];
  for (const { judged, lines, embedded } of file.documents) {
    const findings = await (listsFixes ? listFindings(path, judged, given, severities) : findOnly(judged, severities));
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
  severities: Severities,
): Promise<Pick<DocumentReport, 'judged' | 'embedded' | 'findings'> | null> {
  const found = (host === null ? [] : runHostRules(host, lines, englishCatalogue)).flatMap((finding): Finding[] => {
    const severity = severities[finding.code] ?? finding.severity;
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
  if (found.length === 0) return null;
  return { judged: await judgeText('', facts), embedded: null, findings: found.map(finding => ({ finding, fixes: [] })) };
}

type Severities = CheckOptions['severities'];

async function findOnly(judged: Judged, severities: Severities): Promise<FindingReport[]> {
  return (await runRules(judged, { severities })).map(finding => ({ finding, fixes: [] }));
}

/** The findings of a document with their fixes. `given`: the facts as they were named. */
async function listFindings(
  path: string,
  judged: Judged,
  given: Parameters<typeof commandOf>[4],
  severities: Severities,
): Promise<FindingReport[]> {
  const reports: FindingReport[] = [];
  for (const finding of await runRules(judged, { severities })) {
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
