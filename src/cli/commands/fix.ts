import {
  applyEdits,
  fixAll,
  fixEach,
  judgeText,
  listFixableCodes,
  neutralChoice,
  rewriteEach,
  rules,
  findVariant,
  isRewriteName,
  rewriteNames,
  rewriteVariants,
} from '../../core/index.js';
import type { Fix, FixedText, Judged, Refusal, RewriteName, RewriteVariant } from '../../core/index.js';
import { readArguments, readFlag, readText } from '../arguments.js';
import { CannotRun } from '../io.js';
import type { Io, Replaced } from '../io.js';
import { factOptions, readFacts } from '../read-facts.js';
import { showLine } from '../show-line.js';
import { readTextFile, refuseUnlessFile, writeTextFile } from '../text-file.js';
import { writeUnifiedDiff } from '../unified-diff.js';

/** Applies fixes: shows them as a unified diff, or writes the files. 1 where nothing is to fix. */
export async function fix(io: Io, argv: readonly string[]): Promise<number> {
  const args = readArguments('fix', argv, {
    ...factOptions,
    code: 'text',
    variant: 'text',
    tenant: 'texts',
    'identity-host': 'texts',
    write: 'flag',
  });
  if (args.files.length === 0) throw new CannotRun('Name the policy documents to fix: apim-token-doctor fix FILE...');
  if (readFlag(args, 'write') && args.files.includes('-'))
    throw new CannotRun('Standard input cannot be written: name a file, or leave --write out.');
  const work = chooseWork(readText(args, 'code'), readText(args, 'variant'));
  if (readFlag(args, 'write')) for (const path of args.files) await refuseUnlessFile(io, path);
  const facts = await readFacts(io, args);

  let changed = false;
  for (const path of args.files) {
    const file = await readTextFile(io, path);
    const { text } = file;
    const judged = await judgeText(text, facts);
    const { text: result, titles, refusals, substitutes } = await work(judged);
    const tell = (words: string, { start, reason }: Refusal): void => {
      const { line, column } = judged.lines.positionAt(start);
      io.writeError(`${showLine(`${path}:${line}:${column} ${words}: ${reason}`)}\n`);
    };
    for (const refusal of refusals) tell('not rewritten', refusal);
    for (const substitute of substitutes) tell(`rewritten as ${substitute.variant}, not as both`, substitute);
    if (result === text) continue;
    changed = true;
    if (!readFlag(args, 'write')) {
      await io.writeOutput(writeUnifiedDiff(path, text, result));
      continue;
    }
    for (const remark of describeReplaced(await writeTextFile(io, file, result))) io.writeError(`${showLine(`${path}: ${remark}`)}\n`);
    for (const title of titles) await io.writeOutput(`${showLine(`${path}: ${title}`)}\n`);
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

/** What was done to one text. */
interface Done extends FixedText {
  /** Elements that took another variant than the advised one, which nobody had asked for by name. */
  readonly substitutes: readonly (Refusal & { readonly variant: string })[];
}

type Work = (judged: Judged) => Promise<Done>;

function chooseWork(code: string | undefined, variant: string | undefined): Work {
  const chosen = findVariant(variant);
  if (variant !== undefined && chosen === undefined) throw new CannotRun(`--variant is one of ${rewriteVariants.join(', ')}.`);
  if (code !== undefined && isRewriteName(code)) return judged => rewriteAll(judged, code, chosen);
  if (code === undefined) {
    if (variant !== undefined) throw new CannotRun('--variant belongs to a fix: name it with --code.');
    return async judged => ({ ...(await fixAll(judged, neutralChoice)), substitutes: [] });
  }
  // The code of a rule that no edit cures is right, and there is nothing to fix.
  if (!rules.some(rule => rule.code === code))
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

async function rewriteAll(judged: Judged, name: RewriteName, variant: RewriteVariant | undefined): Promise<Done> {
  const results = await rewriteEach(judged, name, variant);
  const fixes = results.filter(result => 'edits' in result);
  const edits = fixes.flatMap(each => each.edits);
  return {
    text: applyEdits(judged.document.text, edits),
    edits,
    titles: fixes.map(each => (each.detail === undefined ? each.title : `${each.title}. ${each.detail}`)),
    details: [],
    refusals: results.filter(result => 'reason' in result),
    substitutes: name === 'to-validate-jwt' && variant === undefined ? await listSubstitutes(judged, results) : [],
  };
}

/** Where `both`, which changes nothing for a workforce tenant's tokens, could not be written: what was taken, and why. */
async function listSubstitutes(judged: Judged, results: readonly (Fix | Refusal)[]): Promise<Done['substitutes']> {
  if (!results.some(isNarrower)) return [];
  const advised = await rewriteEach(judged, 'to-validate-jwt', 'both');
  return results.flatMap((result, index) => {
    const refusal = advised[index];
    return isNarrower(result) && refusal !== undefined && 'reason' in refusal ? [{ ...refusal, variant: result.variant ?? '' }] : [];
  });
}

function isNarrower(result: Fix | Refusal): result is Fix {
  return 'edits' in result && !result.widens && result.variant !== undefined && result.variant !== 'both';
}
