import {
  advisedVariant,
  applyEdits,
  chooseFix,
  fixAll,
  fixEach,
  languageOf,
  listFixableCodes,
  neutralChoice,
  rewriteAll,
  findVariant,
  isRewriteName,
  isRuleCode,
  rewriteNames,
  rewriteVariants,
  render,
  runHostRules,
  writeEdits,
} from '../../core/index.js';
import type { Edit, Judged, Refusal, RewrittenText } from '../../core/index.js';
import { readArguments, readChoice } from '../arguments.js';
import type { Severities } from '../config-report.js';
import { Configs } from '../configs.js';
import { CannotRun } from '../io.js';
import type { Io, Replaced } from '../io.js';
import { hostNames } from '../judge-file.js';
import { judgeFiles } from '../judge-files.js';
import { listFiles } from '../list-files.js';
import { fetchFacts } from '../needed-documents.js';
import { readFacts } from '../read-facts.js';
import { readValues, setToFix } from '../read-values.js';
import { rememberFiles } from '../remember-files.js';
import { findScopeFolders } from '../scope-folder.js';
import type { CliCatalogue } from '../sentences/catalogue.js';
import { showLine } from '../show-line.js';
import { refuseUnlessFile, writeTextFile } from '../text-file.js';
import { writeUnifiedDiff } from '../unified-diff.js';

/** Applies fixes: shows them as a unified diff, or writes the files. 1 where one was refused, and with `--exit-code` where nothing is to fix. */
export async function fix(machine: Io, argv: readonly string[], words: CliCatalogue): Promise<number> {
  const io = rememberFiles(machine);
  const args = readArguments('fix', argv);
  const { code, variant, write } = args.options;
  if (args.files.length === 0) throw new CannotRun(() => words.nameDocuments({ command: 'fix' }));
  if (write && args.files.includes('-')) throw new CannotRun(() => words.cannotWriteInput());
  const work = chooseWork(code, variant);
  const hosts = readChoice('hosts', args.options.hosts, hostNames);
  const listed = await listFiles(io, args.files, hosts);
  const configs = await Configs.find(io, listed, args.options, words);
  const files = configs.keep(listed, ({ isFound }) => !isFound);
  if (write) for (const { path } of files) await refuseUnlessFile(io, path);

  let changed = false;
  let refused = false;
  let isAny = false;
  const values = await readValues(io, args.options.values, args.files, words, configs);
  const setFor = (path: string): string | null => setToFix(values, path);
  const facts = await fetchFacts(io, args, { files, facts: await readFacts(io, args, words), values, setFor, hosts }, words);
  const grounds = { facts, values, setFor, hosts, folders: await findScopeFolders(io, args.files) };
  for await (const { file, judged: ofFile } of judgeFiles(io, files, grounds)) {
    const { path, text } = file;
    isAny = true;
    const tell = (line: string): void => io.writeError(`${showLine(line)}\n`);
    const edits: Edit[] = [];
    const descriptions: string[] = [];
    const { documents, host, lines: fileLines } = ofFile;
    for (const { line, column, title } of host === null ? [] : runHostRules(host, fileLines, languageOf(facts))) {
      refused = true;
      tell(words.notWritten({ path, line, column, reason: title }));
    }
    for (const { judged, lines, embedded } of documents) {
      const done = await work(judged, configs.configOf(path)?.config.severities ?? {});
      const place = ({ start, reason }: Omit<Refusal, 'end'>) => ({ path, ...lines.positionAt(start), reason });
      refused ||= done.refusals.length > 0;
      for (const refusal of done.refusals) tell(words.notRewritten(place(refusal)));
      for (const substitute of done.substitutes)
        tell(words.rewrittenAs({ ...place(substitute), variant: substitute.variant, advised: advisedVariant }));
      const written = writeEdits({ text, name: path, all: hosts === 'all' }, embedded, done.edits);
      if ('refusal' in written) {
        refused = true;
        tell(words.notWritten(place({ start: done.edits[0]?.start ?? 0, reason: render(written.refusal, languageOf(facts)) })));
      } else {
        edits.push(...written.edits);
        descriptions.push(...done.descriptions);
      }
    }
    const result = applyEdits(text, edits);
    if (result === text) continue;
    changed = true;
    if (!write) {
      await io.writeOutput(writeUnifiedDiff(path, text, result));
      continue;
    }
    for (const remark of describeReplaced(path, await writeTextFile(io, file, result), words)) tell(remark);
    for (const title of descriptions) await io.writeOutput(`${showLine(words.applied({ path, title }))}\n`);
  }
  if (!isAny) throw new CannotRun(() => words.nothingFound({ filesIgnored: listed.length - files.length }));
  return refused || (!changed && args.options['exit-code']) ? 1 : 0;
}

/** What a writer may not expect of links. */
function describeReplaced(path: string, { target, otherNames }: Replaced, words: CliCatalogue): string[] {
  return [
    ...(target === null ? [] : [words.linkFollowed({ path, target })]),
    ...(otherNames > 0 ? [words.otherNames({ path, count: otherNames })] : []),
  ];
}

/** `severities`: what the file's config says of rules; a code that was named counts all the same. */
type Work = (judged: Judged, severities: Severities) => Promise<RewrittenText>;

function chooseWork(code: string | undefined, variant: string | undefined): Work {
  const chosen = findVariant(variant);
  if (variant !== undefined && chosen === undefined)
    throw new CannotRun(words => words.wrongChoice({ option: 'variant', choices: rewriteVariants }));
  if (code !== undefined && isRewriteName(code)) return judged => rewriteAll(judged, code, chosen);
  if (code === undefined) {
    if (variant !== undefined) throw new CannotRun(words => words.variantWithoutCode());
    return async (judged, severities) => ({ ...(await fixAll(judged, neutralChoice, { severities })), substitutes: [] });
  }
  // The code of a rule that no edit cures is right, and there is nothing to fix.
  if (!isRuleCode(code)) throw new CannotRun(words => words.unknownCode({ codes: [...rewriteNames, ...listFixableCodes()] }));
  return async judged => {
    const done = await fixEach(judged, (fixes, { code: found }) => {
      if (found !== code) return undefined;
      return chooseFix(fixes, variant);
    });
    return { ...done, substitutes: [] };
  };
}
