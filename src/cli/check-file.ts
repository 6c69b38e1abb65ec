import {
  englishCatalogue,
  hostKindOf,
  isReadAlways,
  judgeText,
  keyOfEmbedded,
  makeFixes,
  offerFixes,
  pathWithin,
  rules,
  runHostRules,
  runRules,
  sniffPolicy,
  writeBack,
} from '../core/index.js';
import type { EmbeddedPolicy, Edit, Facts, Judged, Offer, Path, RunOptions } from '../core/index.js';
import type { CheckOptions } from './check-options.js';
import { changedRules, type ConfigTally, type Severities } from './config-report.js';
import type { Configs, PlacedConfig } from './configs.js';
import { factsOf, meetsOperation } from './check-paths.js';
import { commandOf } from './fix-command.js';
import { judgeFile } from './judge-file.js';
import type { JudgedFile } from './judge-file.js';
import type { NamedFile } from './list-files.js';
import { setsFor, withValues, type Values } from './read-values.js';
import type { DocumentReport, FindingReport, ListedFix } from './report.js';
import { folderOf, type FoundFolder, type ScopeFolder } from './scope-folder.js';

/** What `check` was asked, and what it found out before it judges files. */
export interface Wanted {
  readonly options: CheckOptions;
  readonly values: Values;
  readonly folders: readonly FoundFolder[];
  readonly configs: Pick<Configs, 'configOf'>;
  /** Takes down what configs hide. */
  readonly tally: Pick<ConfigTally, 'add'>;
}

/** A report on each policy document of a file, and one on what of a host is not read. Of a file that was found, not named, only if it is a policy. */
export async function checkFile({ path, isFound }: NamedFile, text: string, all: Facts, wanted: Wanted): Promise<DocumentReport[]> {
  const { folder, name } = folderOf(wanted.folders, path);
  const { hosts, args } = wanted.options;
  const { operation } = args.options;
  if (operation !== undefined && isFound && (folder === null || name === null || !meetsOperation(folder, operation, name))) return [];
  const facts = isFound && folder !== null && operation === undefined ? withoutToken(all) : all;
  if (isFound && hostKindOf(path) === null && !sniffPolicy(text)) return [];
  const judging = chooseSeverities(wanted, path);
  const inSets: { readonly file: JudgedFile; readonly reports: readonly DocumentReport[] }[] = [];
  for (const { set, name: inSet } of setsFor(wanted.values, path, text)) {
    const others = folder === null ? undefined : factsOf(folder, facts, wanted.values, set);
    const around = (embedded: EmbeddedPolicy | null, index: number): Path | null =>
      folder === null ? null : pathAround(folder, name, others, embedded, index);
    const file = await judgeFile(path, text, own => withValues(facts, wanted.values, path, own, set), hosts, around);
    const reports = await reportOn({ path, text }, file, wanted, judging);
    inSets.push({ file, reports: inSet === null ? reports : reports.map(report => ({ ...report, set: inSet })) });
  }
  const [first] = inSets;
  if (first === undefined) return [];
  const found = first.reports
    .flatMap((_, index) => tellApart(inSets.flatMap(({ reports }) => reports[index] ?? [])))
    .filter(({ judged }) => !isFound || judged.document.root !== null);
  const ofHost = await checkHost(path, first.file, facts, wanted, judging);
  const about = { path, host: first.file.host?.kind ?? null, fileLines: first.file.lines };
  return ofHost === null ? found : [...found, { ...about, ...ofHost }];
}

/** The path of a policy document of a file among scopes; null where it stands in none of them. `embedded`: the text that it is in the file, and its place among those. */
export function pathAround(
  { scopes }: ScopeFolder,
  name: string,
  factsOf: Path['factsOf'],
  embedded: EmbeddedPolicy | null,
  index: number,
): Path | null {
  // A file that holds one policy alone is called by its path.
  const keys = embedded === null ? [name] : [keyOfEmbedded(name, index), ...(index === 0 ? [name] : [])];
  const { sources } = scopes;
  const key = keys.find(each => sources.has(each) && (embedded === null || sources.get(each)?.document.text === embedded.text));
  return key === undefined ? null : pathWithin(scopes, key, factsOf);
}

/** What the token comes to on its paths is told there. */
export function withoutToken({ token: _, ...facts }: Facts): Facts {
  return facts;
}

/** How severe the rules are for a file, and what its config hides; `config` null where it has none. */
interface Judging {
  readonly severities: Severities;
  readonly config: PlacedConfig | null;
  /** The rules that are not heard because of the config, to count what they would say. */
  readonly hidden: NonNullable<RunOptions['rules']>;
}

/** The command line comes before the config. */
function chooseSeverities({ configs, options: { severities } }: Wanted, path: string): Judging {
  const config = configs.configOf(path);
  if (config === null) return { severities, config, hidden: [] };
  const off = new Set(changedRules(config, severities).off);
  return { severities: { ...config.config.severities, ...severities }, config, hidden: rules.filter(({ code }) => off.has(code)) };
}

/** A report on each policy document of a judged file. */
async function reportOn(
  { path, text }: { readonly path: string; readonly text: string },
  file: JudgedFile,
  { options: { args, hosts, fixes }, tally }: Wanted,
  { severities, config, hidden }: Judging,
): Promise<DocumentReport[]> {
  const kind = file.host?.kind ?? null;
  const given = { ...args.options, hosts: kind === null || isReadAlways(kind) ? undefined : hosts };
  const reports: DocumentReport[] = [];
  for (const { judged, lines, embedded } of file.documents) {
    const place = (edits: readonly Edit[]): readonly Edit[] => {
      if (fixes !== 'with-edits') return [];
      if (embedded === null) return edits;
      const written = writeBack({ text, name: path, all: hosts === 'all' }, embedded, edits);
      return 'edits' in written ? written.edits : [];
    };
    const findings = await (fixes === 'none' ? findOnly(judged, severities) : listFindings({ path, judged, given, severities, place }));
    if (config !== null) {
      const unheard = hidden.length === 0 ? [] : await runRules(judged, { rules: hidden });
      tally.add(
        config,
        `${path}#${String(embedded?.start ?? '')}`,
        unheard,
        findings.map(({ finding }) => finding),
      );
    }
    const placed = findings.map(each => ({ ...each, finding: { ...each.finding, ...lines.positionAt(each.finding.start) } }));
    reports.push({ path, host: kind, fileLines: file.lines, fileText: text, judged: { ...judged, lines }, embedded, findings: placed });
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
  path: string,
  { host, lines }: JudgedFile,
  facts: Facts,
  { tally }: Wanted,
  { severities, config, hidden }: Judging,
): Promise<Pick<DocumentReport, 'judged' | 'embedded' | 'findings'> | null> {
  const found = host === null ? [] : runHostRules(host, lines, englishCatalogue, { severities });
  if (config !== null && host !== null) {
    const off = new Set(hidden.map(({ code }) => code));
    tally.add(
      config,
      path,
      runHostRules(host, lines, englishCatalogue).filter(({ code }) => off.has(code)),
      found,
    );
  }
  if (found.length === 0) return null;
  return { judged: await judgeText('', facts), embedded: null, findings: found.map(finding => ({ finding, fixes: [] })) };
}

async function findOnly(judged: Judged, severities: Severities): Promise<FindingReport[]> {
  return (await runRules(judged, { severities })).map(finding => ({ finding, fixes: [] }));
}

interface Listing {
  readonly path: string;
  readonly judged: Judged;
  /** The facts as they were named. */
  readonly given: Parameters<typeof commandOf>[4];
  readonly severities: Severities;
  /** A fix's edits as the report has them. */
  readonly place: (edits: readonly Edit[]) => readonly Edit[];
}

/** The findings of a document with their fixes. */
async function listFindings({ path, judged, given, severities, place }: Listing): Promise<FindingReport[]> {
  const reports: FindingReport[] = [];
  for (const finding of await runRules(judged, { severities })) {
    const fixes = await makeFixes(judged, finding);
    const offers = await offerFixes(judged, fixes);
    const commandFor = ({ fix }: Offer): string | null => commandOf(path, finding, fixes, fix, given);
    reports.push({ finding, fixes: offers.map(offer => ({ ...listFix(offer, commandFor(offer)), edits: place(offer.fix.edits) })) });
  }
  return reports;
}

/** A fix holds the whole text as it makes it: of thousands, only what is shown is kept. */
function listFix(
  { fix: { title, code, variant, preferred, widens, certainty }, after, title: offer }: Offer,
  command: string | null,
): Omit<ListedFix, 'edits'> {
  const answer = after && { outcome: after.outcome, status: after.status, check: after.check };
  return { title, code, ...(variant === undefined ? {} : { variant }), preferred, widens, certainty, after: answer, command, offer };
}
