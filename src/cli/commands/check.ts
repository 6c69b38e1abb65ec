import { judgeText, makeFixes, offerFixes, runRules, severities } from '../../core/index.js';
import type { Judged, Offer } from '../../core/index.js';
import { readArguments, readChoice } from '../arguments.js';
import { findFormat, formatNames } from '../formats/registry.js';
import { commandOf } from '../fix-command.js';
import { CannotRun } from '../io.js';
import type { Io } from '../io.js';
import { factOptions, readFacts } from '../read-facts.js';
import type { CheckReport, DocumentReport, FindingReport, ListedFix } from '../report.js';
import type { CliCatalogue } from '../sentences/catalogue.js';
import { readTextFile } from '../text-file.js';

/** From which severity of a finding on `check` fails; the first is taken where none is given. */
export const failOnNames = ['error', 'warning', 'never'] as const;

/** Diagnoses files and predicts what the gateway answers to the token. 1 where something is at least as bad as `--fail-on`. */
export async function check(io: Io, argv: readonly string[], words: CliCatalogue): Promise<number> {
  const args = readArguments('check', argv, { ...factOptions, format: 'text', 'fail-on': 'text' });
  const name = readChoice('format', args.options.format, formatNames);
  const format = findFormat(name);
  const failOn = readChoice('fail-on', args.options['fail-on'], failOnNames);
  if (args.files.length === 0) throw new CannotRun(() => words.nameDocuments({ command: 'check' }));

  const facts = await readFacts(io, args, words);
  const documents: DocumentReport[] = [];
  for (const path of args.files) {
    const judged = await judgeText((await readTextFile(io, path)).text, facts);
    documents.push({ path, judged, findings: listsFixes(name) ? await listFindings(path, judged, args.options) : await findOnly(judged) });
  }
  const report: CheckReport = { now: facts.now, version: io.version, token: facts.token ?? null, documents };
  await io.writeOutput(format(report, words));
  return failOn !== 'never' && documents.some(document => fails(document, failOn)) ? 1 : 0;
}

/** The formats that list fixes: only for them they are worked out. */
function listsFixes(format: string): boolean {
  return format === 'text' || format === 'json';
}

async function findOnly(judged: Judged): Promise<FindingReport[]> {
  return (await runRules(judged)).map(finding => ({ finding, fixes: [] }));
}

/** The findings of a document with their fixes. `given`: the facts as they were named. */
async function listFindings(path: string, judged: Judged, given: Parameters<typeof commandOf>[4]): Promise<FindingReport[]> {
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

function fails({ judged, findings }: DocumentReport, failOn: 'error' | 'warning'): boolean {
  const least = severities.indexOf(failOn);
  return judged.verdict?.outcome === 'fail' || findings.some(({ finding }) => severities.indexOf(finding.severity) >= least);
}
