import { applyEdits, diagnoseDocument, fixInDocument, LineMap, listFixableCodes, readPolicies, rewrite } from '../../core/index.js';
import type { Edit, Facts, Fix, Refusal, RewriteName, RewriteVariant } from '../../core/index.js';
import { readArguments, readFlag, readText } from '../arguments.js';
import { CannotRun } from '../io.js';
import type { Io } from '../io.js';
import { factOptions, readFacts } from '../read-facts.js';
import { encodeText, readTextFile } from '../text-file.js';
import { writeUnifiedDiff } from '../unified-diff.js';

const rewriteNames: readonly RewriteName[] = ['to-validate-jwt', 'to-validate-azure-ad-token'];
const rewriteVariants: readonly RewriteVariant[] = ['both', 'v2', 'v1', 'token', 'keep-workforce'];

/** A fix may open the way for the next one; more rounds than this mean that two fixes undo each other. */
const mostRounds = 20;

/** Applies fixes: shows them as a unified diff, or writes the files. 1 where nothing is to fix. */
export async function fix(io: Io, argv: readonly string[]): Promise<number> {
  const args = readArguments('fix', argv, { ...factOptions, code: 'text', variant: 'text', tenant: 'texts', write: 'flag' });
  if (args.files.length === 0) throw new CannotRun('Name the policy documents to fix: apim-token-doctor fix FILE...');
  const work = chooseWork(readText(args, 'code'), readText(args, 'variant'));
  const facts = await readFacts(io, args);

  let changed = false;
  for (const path of args.files) {
    const { text, encoding } = await readTextFile(io, path);
    const { result, titles, refusals } = await work(text, facts);
    const map = new LineMap(text);
    for (const { start, reason } of refusals) {
      const { line, column } = map.positionAt(start);
      io.writeError(`${path}:${line}:${column} not rewritten: ${reason}\n`);
    }
    if (result === text) continue;
    changed = true;
    if (!readFlag(args, 'write')) {
      io.writeOutput(writeUnifiedDiff(path, text, result));
      continue;
    }
    await write(io, path, encodeText(result, encoding));
    for (const title of titles) io.writeOutput(`${path}: ${title}\n`);
  }
  return changed ? 0 : 1;
}

interface Done {
  readonly result: string;
  readonly titles: readonly string[];
  readonly refusals: readonly Refusal[];
}

type Work = (text: string, facts: Facts) => Promise<Done>;

function chooseWork(code: string | undefined, variant: string | undefined): Work {
  const name = rewriteNames.find(each => each === code);
  if (name !== undefined) {
    const chosen = rewriteVariants.find(each => each === variant);
    if (variant !== undefined && chosen === undefined) throw new CannotRun(`--variant is one of ${rewriteVariants.join(', ')}.`);
    return (text, facts) => rewriteAll(text, name, chosen, facts);
  }
  if (code === undefined) {
    if (variant !== undefined) throw new CannotRun('--variant belongs to a fix: name it with --code.');
    return (text, facts) => fixFindings(text, facts, fixes => fixes.find(each => each.neutral === true));
  }
  if (!listFixableCodes().includes(code))
    throw new CannotRun(`--code names no fix; there are ${[...rewriteNames, ...listFixableCodes()].join(', ')}.`);
  return (text, facts) =>
    fixFindings(text, facts, (fixes, found) =>
      found !== code
        ? undefined
        : variant === undefined
          ? (fixes.find(each => each.preferred) ?? fixes[0])
          : fixes.find(each => each.variant === variant),
    );
}

async function rewriteAll(text: string, name: RewriteName, variant: RewriteVariant | undefined, facts: Facts): Promise<Done> {
  const results = await rewrite(text, name, variant, facts);
  const fixes = results.filter(result => 'edits' in result);
  const refusals = results.filter(result => 'reason' in result);
  const edits = fixes.flatMap(each => each.edits);
  return { result: applyEdits(text, edits), titles: fixes.map(each => each.title), refusals };
}

/** Applies, round after round, the fix that is chosen for each finding, until none is left. */
async function fixFindings(text: string, facts: Facts, choose: (fixes: readonly Fix[], code: string) => Fix | undefined): Promise<Done> {
  const titles: string[] = [];
  let result = text;
  for (let round = 0; round < mostRounds; round++) {
    const edits: Edit[] = [];
    const document = readPolicies(result);
    for (const finding of await diagnoseDocument(document, facts)) {
      const chosen = choose(await fixInDocument(document, finding, facts), finding.code);
      // What touches an earlier fix waits for the next round, which sees the text anew.
      if (chosen === undefined || chosen.text === result || edits.some(edit => chosen.edits.some(other => touches(edit, other)))) continue;
      edits.push(...chosen.edits);
      titles.push(chosen.title);
    }
    if (edits.length === 0) break;
    result = applyEdits(result, edits);
  }
  return { result, titles, refusals: [] };
}

function touches(a: Edit, b: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

async function write(io: Io, path: string, content: Uint8Array): Promise<void> {
  try {
    await io.writeFile(path, content);
  } catch {
    throw new CannotRun(`Cannot write ${path}: see whether the file and its folder may be written.`);
  }
}
