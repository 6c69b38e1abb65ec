import { explainTrace, listFixableCodes, runRules, selectRelatedFindings } from '../../core/index.js';
import type { AdvisedExplanation, Finding, LineMap, PolicyDocument } from '../../core/index.js';
import { readArguments, readChoice } from '../arguments.js';
import { Configs } from '../configs.js';
import { writeExplanationsText, type ExplainedError } from '../formats/explanations-text.js';
import { plainFormatNames } from '../formats/registry.js';
import { writeJson } from '../formats/write-json.js';
import { CannotRun } from '../io.js';
import type { Io } from '../io.js';
import { judgeFiles } from '../judge-files.js';
import { listFiles } from '../list-files.js';
import { fetchFacts } from '../needed-documents.js';
import { fetchFlag } from '../options.js';
import { readValues, setToFix } from '../read-values.js';
import { rememberFiles } from '../remember-files.js';
import { findScopeFolders } from '../scope-folder.js';
import type { CliCatalogue } from '../sentences/catalogue.js';
import { decodeText, readBytes } from '../text-file.js';

/**
 * Explains what the gateway said: a trace, a body, a message of its library; with `--policy` (a file, one that holds policies, a folder) also where
 * its cause may stand. 1 where nothing is recognised.
 */
export async function explain(io: Io, argv: readonly string[], words: CliCatalogue): Promise<number> {
  const args = readArguments('explain', argv);
  const format = readChoice('format', args.options.format, plainFormatNames);
  const [path = '-', ...more] = args.files;
  if (more.length > 0) throw new CannotRun(() => words.oneFile({ command: 'explain' }));

  const { policy, [fetchFlag]: fetches, 'allow-host': allowed } = args.options;
  if (policy === undefined && (fetches || allowed.length > 0)) throw new CannotRun(() => words.fetchWithoutPolicy());
  const { text } = decodeText(await readBytes(io, path, 'error'));
  const policies = policy === undefined ? [] : await readPolicies(io, args, policy, words);
  const explanations = explainWith(text, policies);
  await io.writeOutput(format === 'json' ? writeJson({ version: 1, explanations }) : writeExplanationsText(explanations, words));
  return explanations.length > 0 ? 0 : 1;
}

/** A policy document at hand. */
interface KnownPolicy {
  readonly path: string;
  readonly document: PolicyDocument;
  /** Of the file. */
  readonly lines: LineMap;
  readonly findings: readonly Finding[];
}

async function readPolicies(
  machine: Io,
  args: Parameters<typeof fetchFacts>[1] & { readonly options: Parameters<typeof Configs.find>[2] },
  path: string,
  words: CliCatalogue,
): Promise<KnownPolicy[]> {
  const io = rememberFiles(machine);
  const listed = await listFiles(io, [path], 'known');
  const configs = await Configs.find(io, listed, args.options, words);
  const files = configs.keep(listed, ({ isFound }) => !isFound);
  const values = await readValues(io, [], [path], words, configs);
  const setFor = (each: string): string | null => setToFix(values, each);
  const ground = { files, facts: { now: io.now(), metadata: {} }, values, setFor, hosts: 'known' } as const;
  const grounds = {
    ...ground,
    facts: await fetchFacts(io, args, ground, words),
    folders: await findScopeFolders(io, [path]),
  } as const;
  const known: KnownPolicy[] = [];
  for await (const { file, judged } of judgeFiles(io, files, grounds))
    for (const { judged: document, lines } of judged.documents)
      known.push({ path: file.path, document: document.document, lines, findings: await runRules(document) });
  return known;
}

/** Which of several documents the text is about is not known: the first one in which a cause has a place is taken, the findings are those of all. */
function explainWith(text: string, policies: readonly KnownPolicy[]): ExplainedError[] {
  const [first] = policies;
  let explanations: AdvisedExplanation[] | null = null;
  let own = first;
  for (const each of policies) {
    const found = explainTrace(text, each.document);
    explanations ??= found;
    if (!found.some(({ location }) => location !== undefined)) continue;
    [explanations, own] = [found, each];
    break;
  }
  const fixable = new Set(listFixableCodes());
  return (explanations ?? explainTrace(text)).map(explanation => {
    const place =
      explanation.location === undefined || own === undefined
        ? {}
        : { place: { path: own.path, ...own.lines.positionAt(explanation.location.start) } };
    const findings = policies.flatMap(({ path, lines, findings: all }) =>
      selectRelatedFindings(explanation, all).map(({ code, message, title, nextSteps, start, end }) => ({
        code,
        message,
        title,
        nextSteps,
        path,
        start,
        end,
        ...lines.positionAt(start),
        fixable: fixable.has(code),
      })),
    );
    return { ...explanation, ...place, ...(policies.length === 0 ? {} : { findings }) };
  });
}
