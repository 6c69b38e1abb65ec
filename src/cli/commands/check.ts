import { englishCatalogue, redact, rules, summarizeRule } from '../../core/index.js';
import type { ScopeProblem } from '../../core/index.js';
import { readCheckOptions } from '../check-options.js';
import { checkPaths, findUnknownOperation } from '../check-paths.js';
import { checkTogether } from '../check-together.js';
import { ConfigTally } from '../config-report.js';
import { listConfigLines } from '../formats/config-text.js';
import { findFormat } from '../formats/registry.js';
import { CannotRun } from '../io.js';
import type { Io } from '../io.js';
import { listFiles } from '../list-files.js';
import type { NamedFile } from '../list-files.js';
import { fetchFacts } from '../needed-documents.js';
import { readFacts } from '../read-facts.js';
import { recordIo } from '../recorded-io.js';
import { rememberFiles } from '../remember-files.js';
import { isFailure, refuses } from '../report.js';
import { readForWriting, saveFile } from '../save-file.js';
import type { PathReport } from '../report.js';
import type { FoundFolder } from '../scope-folder.js';
import type { CliCatalogue } from '../sentences/catalogue.js';
import { showLine } from '../show-line.js';
import { findSurroundings } from '../surroundings.js';
import { chooseTellers, writeReports } from '../tell-documents.js';
import { cannotRead } from '../text-file.js';

/**
 * Diagnoses files and predicts what the gateway answers to the token. 1 where something is at least as bad as `--fail-on`; 2 where a file could
 * not be read, or no argument led to a policy: what could be read is reported all the same.
 */
export async function check(machine: Io, argv: readonly string[], words: CliCatalogue): Promise<number> {
  const io = rememberFiles(machine);
  const options = readCheckOptions(argv);
  const { args, failOn, hosts } = options;
  if (args.options['list-rules']) {
    await io.writeOutput(writeRules());
    return 0;
  }
  if (args.files.length === 0) throw new CannotRun(() => words.nameDocuments({ command: 'check' }));

  const reports = await Promise.all(options.reports.map(async each => ({ ...each, before: await readForWriting(io, each.path, true) })));
  const recorded = recordIo(io);
  const known = await readFacts(recorded.io, args, words);
  const { 'stdin-filename': inputName, 'no-error-on-unmatched': mayMiss } = args.options;
  const listed = await listFiles(io, args.files, hosts);
  const named = listed.map(file => (file.path === '-' ? { ...file, path: inputName ?? file.path } : file));
  const { configs, values, folders } = await findSurroundings(recorded.io, options, named, words);
  const tally = new ConfigTally(options.severities);
  // A hook names every changed file: what a config takes out is not meant then.
  const isFirm = ({ isFound }: NamedFile): boolean => !isFound && !mayMiss;
  const files = configs.keep(listed, isFirm, config => tally.addIgnored(config));
  const facts = await fetchFacts(io, args, { files, facts: known, values, hosts, inputName }, words);
  const { operation } = args.options;
  const paths: PathReport[] = [];
  for (const { folder, file } of folders) paths.push(...(await checkPaths(folder, facts, values, { operation, file })));
  if (operation !== undefined && folders.length === 0) throw new CannotRun(() => words.unknownOperation({ apis: [] }));

  const grounds = { facts, options, values, folders, configs, tally, tellers: chooseTellers(options, io.terminal) };
  const { token = null, keyRing: _ring, catalogue: _catalogue, ...given } = facts;
  const forThreads = { argv, terminal: io.terminal, facts: given, listed: named, recording: recorded.recording };
  const checked = await checkTogether(io, files, grounds, forThreads, words);
  const documents = checked.flatMap(each => each.documents);
  const unread = checked.flatMap(({ unread: code }, index) =>
    code === undefined ? [] : cannotRead(code, files[index]?.path ?? '', 'policy'),
  );
  if (unread.length > 0 && unread.length === files.length) throw unread[0];
  for (const error of unread) io.writeError(`${showLine(`apim-token-doctor: ${redact(error.sentence(words))}`)}\n`);
  const isUnmatched = paths.length === 0 && !mayMiss && !documents.some(({ isInHost, isPolicy }) => isInHost || isPolicy);
  if (isUnmatched && files.every(({ isFound }) => isFound)) throw new CannotRun(() => words.nothingFound(tally));

  const isFull = operation !== undefined;
  // One token rightly fails most APIs of a repository: its paths count where one operation or one file is asked about.
  const pathsCount = isFull || (args.files.length === 1 && folders.some(({ file }) => file !== null));
  const isMany = args.files.length > 1 || files.some(({ isFound }) => isFound);
  const asked = { now: facts.now, version: io.version, failOn, isFull, pathsCount, isMany };
  const ofConfigs = tally.report(configs.all, values);
  const report = {
    ...asked,
    token,
    paths,
    problems: listProblems(folders, operation),
    configs: ofConfigs,
  };
  const [output = '', ...texts] = writeReports(report, documents, grounds.tellers, words);
  for (const [index, { path, before }] of reports.entries()) await saveFile(io, path, texts[index] ?? '', before);
  await io.writeOutput(output);
  for (const { text } of findFormat(options.format).tellsConfigs ? [] : listConfigLines(ofConfigs, words))
    io.writeError(`${showLine(`apim-token-doctor: ${text}`)}\n`);
  if (isUnmatched) io.writeError(`${showLine(`apim-token-doctor: ${words.nothingFound(tally)}`)}\n`);
  if (unread.length > 0 || isUnmatched) return 2;
  const most = options.mostWarnings;
  const warnings = documents.reduce((sum, document) => sum + document.warnings, 0);
  if (most !== null && warnings > most)
    io.writeError(`${showLine(`apim-token-doctor: ${words.tooManyWarnings({ found: warnings, most })}`)}\n`);
  if (most !== null && warnings > most) return 1;
  if (failOn === 'never') return 0;
  const isBroken = ofConfigs.some(({ problems }) => problems.some(({ severity }) => isFailure(severity, failOn)));
  return isBroken || documents.some(({ fails }) => fails) || (pathsCount && refuses(paths)) ? 1 : 0;
}

/** The rules, one a line. */
function writeRules(): string {
  const width = Math.max(...rules.map(({ code }) => code.length));
  const lines = rules.map(({ code, severity, offByDefault }) => {
    const level = offByDefault === true ? 'off' : severity;
    return `${code.padEnd(width)}  ${level.padEnd(11)}  ${summarizeRule(code, englishCatalogue)}\n`;
  });
  return lines.join('');
}

/** What is wrong with files of the folders, each once. Of the surroundings of one file it does not matter which APIs they lack. */
function listProblems(folders: readonly FoundFolder[], operation: string | undefined): ScopeProblem[] {
  const listed = new Map<string, ScopeProblem>();
  for (const { folder } of folders) {
    const unknown = operation === undefined ? null : findUnknownOperation(folder, operation);
    if (unknown !== null) listed.set(unknown.code, { ...unknown, path: folder.pathOf('') || '.' });
  }
  for (const { folder, file } of folders)
    for (const problem of folder.scopes.problems) {
      if (file !== null && problem.code === 'unknown-api') continue;
      const placed = { ...problem, path: folder.pathOf(problem.path) };
      listed.set(JSON.stringify(placed), placed);
    }
  return [...listed.values()];
}
