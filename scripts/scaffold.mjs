// What new-rule, new-fix and new-check have in common: files that are new, lines that are added to those that are there.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mustRun, root, runNode } from './run-command.mjs';

/** The code as the name of a constant: `no-audience` is `noAudience`. */
export const camelCase = code => code.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** Ends with what is wrong. */
export function giveUp(message) {
  console.error(message);
  process.exit(2);
}

/** The one argument, in kebab-case. `what`: its name in the usage. */
export function readName(script, what) {
  const [name, ...more] = process.argv.slice(2);
  if (name === undefined || more.length > 0 || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    giveUp(`Usage: npm run ${script} ${what}, in kebab-case: small letters, digits and hyphens.`);
  return name;
}

/** Files to be written, all at once, so that nothing is half done where one of them cannot be. */
export class Scaffold {
  #files = new Map();

  /** A file that must not exist yet. */
  add(file, text) {
    if (existsSync(path.join(root, file))) giveUp(`${file} is there already.`);
    this.#files.set(file, text);
  }

  /** Puts a line into a file, before the line that `isNext` finds first, after the one that `follows`, where it is given, finds. */
  insert(file, line, isNext, follows = () => true) {
    const lines = (this.#files.get(file) ?? readFileSync(path.join(root, file), 'utf8')).split('\n');
    const from = lines.findIndex(follows);
    const at = from < 0 ? -1 : lines.findIndex((text, index) => index >= from && isNext(text));
    if (at < 0) giveUp(`${file} has no place for:\n${line}`);
    lines.splice(at, 0, line);
    this.#files.set(file, lines.join('\n'));
  }

  /** Puts a line into the table or list of codes that `follows` finds the beginning of, where its code has its place in the alphabet. */
  addToCodes(file, code, line, follows) {
    this.insert(file, line, text => /^[}\]]/.test(text) || (/^ {2}'([^']+)'/.exec(text)?.[1] ?? '') > code, follows);
  }

  /** Adds a member to the end of a union of types. */
  addToUnion(file, type, member) {
    const text = this.#files.get(file) ?? readFileSync(path.join(root, file), 'utf8');
    const union = new RegExp(`(export type ${type} =[^;]*);`);
    if (!union.test(text)) giveUp(`${file} has no type ${type}.`);
    this.#files.set(file, text.replace(union, `$1 | ${member};`));
  }

  /** Puts an import where the list of imports, sorted by file, has its place. */
  addImport(file, name, from) {
    const source = text => /^import .* from '(.*)';$/.exec(text)?.[1];
    const isLater = text => (source(text) ?? '') > from || (text !== '' && source(text) === undefined);
    this.insert(file, `import { ${name} } from '${from}';`, text => text === '' || isLater(text));
  }

  /** Writes and formats all of them. Gives their paths. */
  async write() {
    for (const [file, text] of this.#files) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    const files = [...this.#files.keys()];
    await mustRun(
      runNode([path.join('node_modules', 'prettier', 'bin', 'prettier.cjs'), '--write', '--log-level', 'warn', ...files]),
      'Formatting',
    );
    return files;
  }
}
