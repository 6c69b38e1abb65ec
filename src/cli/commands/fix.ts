import {
  advisedVariant,
  fixAll,
  fixEach,
  judgeText,
  listFixableCodes,
  neutralChoice,
  rewriteAll,
  findVariant,
  isRewriteName,
  isRuleCode,
  rewriteNames,
  rewriteVariants,
} from '../../core/index.js';
import type { Judged, Refusal, RewrittenText } from '../../core/index.js';
import { readArguments } from '../arguments.js';
import { CannotRun } from '../io.js';
import type { Io, Replaced } from '../io.js';
import { factOptions, readFacts, rewriteOptions } from '../read-facts.js';
import { showLine } from '../show-line.js';
import { readTextFile, refuseUnlessFile, writeTextFile } from '../text-file.js';
import { writeUnifiedDiff } from '../unified-diff.js';

/** Applies fixes: shows them as a unified diff, or writes the files. 1 where nothing is to fix. */
export async function fix(io: Io, argv: readonly string[]): Promise<number> {
  const args = readArguments('fix', argv, {
    ...factOptions,
    code: 'text',
    variant: 'text',
    ...rewriteOptions,
    write: 'flag',
  });
  const { code, variant, write } = args.options;
  if (args.files.length === 0) throw new CannotRun('Name the policy documents to fix: apim-token-doctor fix FILE...');
  if (write && args.files.includes('-')) throw new CannotRun('Standard input cannot be written: name a file, or leave --write out.');
  const work = chooseWork(code, variant);
  if (write) for (const path of args.files) await refuseUnlessFile(io, path);
  const facts = await readFacts(io, args);

  let changed = false;
  for (const path of args.files) {
    const file = await readTextFile(io, path);
    const { text } = file;
    const judged = await judgeText(text, facts);
    const { text: result, descriptions, refusals, substitutes } = await work(judged);
    const tell = (words: string, { start, reason }: Refusal): void => {
      const { line, column } = judged.lines.positionAt(start);
      io.writeError(`${showLine(`${path}:${line}:${column} ${words}: ${reason}`)}\n`);
    };
    for (const refusal of refusals) tell('not rewritten', refusal);
    for (const substitute of substitutes) tell(`rewritten as ${substitute.variant}, not as ${advisedVariant}`, substitute);
    if (result === text) continue;
    changed = true;
    if (!write) {
      await io.writeOutput(writeUnifiedDiff(path, text, result));
      continue;
    }
    for (const remark of describeReplaced(await writeTextFile(io, file, result))) io.writeError(`${showLine(`${path}: ${remark}`)}\n`);
    for (const description of descriptions) await io.writeOutput(`${showLine(`${path}: ${description}`)}\n`);
  }
  return changed ? 0 : 1;
}

/** What a writer may not expect of links. */
function describeReplaced({ target, otherNames }: Replaced): string[] {
  return [
    ...(target === null ? [] : [`a symbolic link; the file it leads to was written: ${target}`]),
    ...(otherNames > 0
      ? [`it had ${otherNames} other ${otherNames === 1 ? 'name (hard link), which keeps' : 'names (hard links), which keep'} the old text`]
      : []),
  ];
}

type Work = (judged: Judged) => Promise<RewrittenText>;

function chooseWork(code: string | undefined, variant: string | undefined): Work {
  const chosen = findVariant(variant);
  if (variant !== undefined && chosen === undefined) throw new CannotRun(`--variant is one of ${rewriteVariants.join(', ')}.`);
  if (code !== undefined && isRewriteName(code)) return judged => rewriteAll(judged, code, chosen);
  if (code === undefined) {
    if (variant !== undefined) throw new CannotRun('--variant belongs to a fix: name it with --code.');
    return async judged => ({ ...(await fixAll(judged, neutralChoice)), substitutes: [] });
  }
  // The code of a rule that no edit cures is right, and there is nothing to fix.
  if (!isRuleCode(code))
    throw new CannotRun(
      `--code names no fix, for it is neither a rule nor a rewrite; there are ${[...rewriteNames, ...listFixableCodes()].join(', ')}.`,
    );
  return async judged => {
    const done = await fixEach(judged, (fixes, { code: found }) => {
      if (found !== code) return undefined;
      return variant === undefined ? (fixes.find(each => each.preferred) ?? fixes[0]) : fixes.find(each => each.variant === variant);
    });
    return { ...done, substitutes: [] };
  };
}
