import { judgeText, makeFixes, offerFixes, runRules, severities } from '../../core/index.js';
import type { Facts, Offer } from '../../core/index.js';
import { readArguments, readChoice } from '../arguments.js';
import { findFormat, formatNames } from '../formats/registry.js';
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
  for (const path of args.files) documents.push(await checkText(path, (await readTextFile(io, path)).text, facts, name === 'json'));
  const report: CheckReport = { now: facts.now, version: io.version, token: facts.token ?? null, documents };
  await io.writeOutput(format(report, words));
  return failOn !== 'never' && documents.some(document => fails(document, failOn)) ? 1 : 0;
}

/** The one format that lists fixes asks for them. */
async function checkText(path: string, text: string, facts: Facts, listsFixes: boolean): Promise<DocumentReport> {
  const judged = await judgeText(text, facts);
  const findings: FindingReport[] = [];
  for (const finding of await runRules(judged)) {
    const offers = listsFixes ? await offerFixes(judged, await makeFixes(judged, finding)) : [];
    findings.push({ finding, fixes: offers.map(listFix) });
  }
  return { path, judged, findings };
}

/** A fix holds the whole text as it makes it: of thousands, only what is shown is kept. */
function listFix({ fix: { title, code, variant, preferred, widens, certainty }, after }: Offer): ListedFix {
  const answer = after && { outcome: after.outcome, status: after.status, check: after.check };
  return { title, code, ...(variant === undefined ? {} : { variant }), preferred, widens, certainty, after: answer };
}

function fails({ judged, findings }: DocumentReport, failOn: 'error' | 'warning'): boolean {
  const least = severities.indexOf(failOn);
  return judged.verdict?.outcome === 'fail' || findings.some(({ finding }) => severities.indexOf(finding.severity) >= least);
}
