// The suites that `npm test` runs, each with the way it counts.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cacheFile, fingerprint } from './install-packages.mjs';
import { ensureChromium } from './install-system.mjs';
import { installVsCode, vscodeFits } from './install-vscode.mjs';
import { packVsix } from './package.mjs';
import { root, runNode } from './run-command.mjs';

/**
 * What one suite gave. `report`: what to show of it, empty where all is well.
 * `flaky`: how many failed before they passed.
 * @typedef {{ passed: number, failed: number, flaky?: number, skipped: number, report: string }} Result
 */

/** A program that is one check: it passes where it ends with 0. */
const oneCheck = args => async () => {
  const { code, output } = await runNode(args);
  return code === 0 ? { passed: 1, failed: 0, skipped: 0, report: '' } : { passed: 0, failed: 1, skipped: 0, report: output };
};

/**
 * Counts a program whose tests wrote `counts`; one that ended badly, or ran no test, counts as one failure.
 * `maySkip`: all its tests may be skipped.
 */
function readCounts(file, code, output, read, maySkip = false) {
  const counts = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 };
  const unexplained = counts.failed === 0 && (code !== 0 || counts.passed + (maySkip ? counts.skipped : 0) === 0);
  return { ...counts, failed: counts.failed + (unexplained ? 1 : 0), report: counts.failed > 0 || unexplained ? output : '' };
}

/** Vitest on some files. `name` names the file with its results. `maySkip`: all tests may be skipped. */
const vitest = (name, args, maySkip) => async () => {
  const file = cacheFile(`${name}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const { code, output } = await runNode([path.join('node_modules', 'vitest', 'vitest.mjs'), 'run', ...reporters, ...args], {
    env: { NO_COLOR: '1' },
  });
  return readCounts(
    file,
    code,
    output,
    results => ({
      passed: results.numPassedTests,
      // A file that could not be loaded has no failed test of its own.
      failed:
        results.numFailedTests +
        results.testResults.filter(one => one.status === 'failed' && one.assertionResults.every(test => test.status !== 'failed')).length,
      skipped: results.numPendingTests + results.numTodoTests,
    }),
    maySkip,
  );
};

/** How long (milliseconds) tests in an editor may take: one that hangs must not take the whole run with it. */
const longest = 2_400_000;

/** A Node program that writes { passed, failed, skipped } into the file that COUNTS names. `maySkip`: all its tests may be skipped; which, and why, is told. */
const counted = (name, args, maySkip) => async () => {
  const file = cacheFile(`${name}.json`);
  rmSync(file, { force: true });
  const { code, output } = await runNode(args, { env: { COUNTS: file, NO_COLOR: '1' }, limit: longest });
  const result = readCounts(file, code, output, ({ passed, failed, skipped }) => ({ passed, failed, skipped }), maySkip);
  return result.failed === 0 && maySkip ? { ...result, report: output.replace(/^(?!- ).*\n?/gm, '') } : result;
};

/**
 * Runs tests in an editor once more where one failed: what a person does there is played with a real mouse and keyboard, and a busy machine loses
 * some of it. What failed once and then passed is counted as flaky, with the report of its failure; what fails twice has failed.
 */
const tryAgain = run => async () => {
  const first = await run();
  if (first.failed === 0) return first;
  const second = await run();
  return { ...second, flaky: second.failed === 0 ? first.failed : 0, report: first.report + second.report };
};

/** A file of browser tests, with node:test. */
const nodeTest = (file, maySkip) =>
  counted(path.basename(file), ['--test-reporter=./scripts/count-tests.mjs', '--test-reporter-destination=stdout', file], maySkip);

/** The suites in the editor use the extension as it is packed, once for all of them. */
const packing = {};
const packed = () => (packing.done ??= packVsix());

/** So many editors run at once. */
const editors = { free: 2, waiting: [] };
/** Runs a part when an editor is free for it. */
const whenFree = part => async () => {
  if (editors.free === 0) await new Promise(resolve => editors.waiting.push(resolve));
  else editors.free--;
  try {
    return await part();
  } finally {
    const next = editors.waiting.shift();
    if (next) next();
    else editors.free++;
  }
};
/** Every file of browser tests: none has to be named to run. */
const browserFiles = readdirSync(path.join(root, 'test/browser'))
  .filter(name => name.endsWith('.test.mjs'))
  .map(name => `test/browser/${name}`);

/** Those that play other editors with the language server. */
const otherEditorFiles = readdirSync(path.join(root, 'test/editors'))
  .filter(name => name.endsWith('.test.mjs'))
  .map(name => `test/editors/${name}`);

/** Runs several, `width` at a time, and adds up. */
const inLanes = (width, parts) => async () => {
  const sum = { passed: 0, failed: 0, flaky: 0, skipped: 0, report: '' };
  const queue = [...parts];
  const lane = async () => {
    for (let part = queue.shift(); part; part = queue.shift()) {
      const result = await part();
      for (const key of Object.keys(sum)) sum[key] += result[key] ?? 0;
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return sum;
};

/** One installation for all suites that need the editor. */
const editor = {};
/** Installs the browser and VS Code once; one after the other, because both may need apt. */
export function installEditor() {
  editor.ready ??= ensureChromium().then(installVsCode);
  editor.ready.catch(() => {}); // whoever needs it awaits it
  return editor.ready;
}

/** A suite that may install something itself: not while VS Code is installed, because both use apt. */
const afterInstallation = suite => async () => {
  await editor.ready?.catch(() => {});
  return suite();
};

/** A suite in the real VS Code: skipped where there is none for this machine, failed where it cannot be installed or the extension not packed. */
const inEditor = suite => async () => {
  if (!vscodeFits) return { passed: 0, failed: 0, skipped: 1, report: 'Skipped: VS Code from npm needs Linux on x86-64.\n' };
  try {
    await installEditor();
    await packed();
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, report: `${error.message}\n` };
  }
  return suite();
};

/** What was found in order is not read again while it stays the same. */
const prettierCache = path.join('node_modules', '.cache', 'apim-token-doctor', 'prettier');

const tool = file => path.join('node_modules', file);

/** The compiler, once for all who need what it writes. */
const compiled = {};
const compile = () => (compiled.result ??= oneCheck([tool('typescript/bin/tsc'), '-b'])());

/**
 * Lint looks again only at files that changed. What it says of a file follows from that file and from the declarations of the others,
 * so the cache is of no use once a declaration, a package or the configuration has changed.
 */
const lint = async () => {
  const types = await compile();
  if (types.failed > 0) return types;
  const declarations = readdirSync(path.join(root, 'dist'), { recursive: true })
    .filter(file => file.endsWith('.d.ts'))
    .sort()
    .map(file => path.join(root, 'dist', file));
  const settings = ['package-lock.json', 'tsconfig.base.json', 'tsconfig.lint.json', 'eslint.config.mjs'].map(file =>
    path.join(root, file),
  );
  const cache = cacheFile(`eslint-${fingerprint([...settings, ...declarations])}`);
  for (const name of readdirSync(path.dirname(cache)))
    if (name.startsWith('eslint-') && name !== path.basename(cache)) rmSync(path.join(path.dirname(cache), name));
  const cached = ['--cache', '--cache-strategy', 'content', '--cache-location', cache];
  return oneCheck([tool('eslint/bin/eslint.js'), '.', '--max-warnings', '0', ...cached])();
};

/**
 * In the order in which they start. `long`: has a long form, which tries more. `lane`: those that `compute` run beside each other, and beside
 * the ones that `wait` for an editor most of the time; those that `follow` read what the others build into dist/.
 */
export const suites = [
  { name: 'unit', lane: 'compute', long: true, run: vitest('unit', ['test/unit', 'test/property', 'test/server']) },
  // What it compares with is not in the repository: where that is absent, all of it is skipped.
  { name: 'external', lane: 'compute', long: true, run: vitest('external', ['test/external'], true) },
  { name: 'types', lane: 'compute', run: compile },
  { name: 'lint', lane: 'compute', run: lint },
  {
    name: 'format',
    lane: 'compute',
    run: oneCheck([tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '--cache', '--cache-location', prettierCache, '.']),
  },
  { name: 'generated', lane: 'compute', run: oneCheck(['scripts/generate.mjs', '--check']) },
  { name: 'web', lane: 'compute', run: oneCheck(['scripts/check-web-bundles.mjs']) },
  {
    name: 'package',
    lane: 'follow',
    run: inLanes(1, [
      vitest('package', ['test/package']),
      nodeTest('test/package/contents.test.mjs'),
      nodeTest('test/package/npm.test.mjs'),
    ]),
  },
  // The longest of what runs in an editor, so it begins.
  { name: 'host', lane: 'wait', editor: true, run: inEditor(whenFree(tryAgain(counted('host', ['test/host/run.mjs'])))) },
  {
    name: 'browser',
    lane: 'wait',
    editor: true,
    run: inEditor(
      inLanes(
        2,
        browserFiles.map(file => whenFree(tryAgain(nodeTest(file)))),
      ),
    ),
  },
  {
    name: 'editors',
    lane: 'wait',
    long: true,
    run: afterInstallation(
      inLanes(
        1,
        otherEditorFiles.map(file => tryAgain(nodeTest(file, true))),
      ),
    ),
  },
];
