// `npm run bench`: the table of what is fast enough and what is not, on this machine, now. See README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { build } from '../scripts/build.mjs';
import { goals } from './goals.mjs';
import { listRows, writeMarkdown, writeTable } from './table.mjs';

const saved = path.join(import.meta.dirname, '../docs/performance.md');
const [begin, end] = ['<!-- measured: begin -->', '<!-- measured: end -->'];

const args = process.argv.slice(2);
const names = args.filter(arg => !arg.startsWith('--'));
const parts = choose(names);
await build();
/** @type {Record<string, import('./table.mjs').Figures>} */
const measured = {};
const notes = [];
for (const part of parts) {
  const { measure } = await import(`./parts/${part}.mjs`);
  const result = await measure();
  Object.assign(measured, result.rows);
  notes.push(...result.notes);
  console.log(`${writeTable(listRows(result.rows))}${result.notes.map(note => `  ${note}\n`).join('')}`);
}
const rows = listRows(measured);
const missed = rows.filter(({ verdict }) => verdict === 'missed');
console.log(`${rows.length - missed.length} of ${rows.length} are as they should be.`);
if (args.includes('--save')) await save();

/** The parts that were named, by themselves or by a row of theirs. Where none was: all, those in a VS Code only if that was asked for. */
function choose(/** @type {readonly string[]} */ wanted) {
  const all = [...new Set(goals.map(({ part }) => part))];
  const unknown = wanted.filter(name => !goals.some(({ row, part }) => name === row || name === part));
  if (unknown.length > 0) {
    console.error(`There is no ${unknown.join(', no ')}. Parts: ${all.join(', ')}. Rows: ${goals.map(({ row }) => row).join(', ')}.`);
    process.exit(2);
  }
  if (wanted.length === 0) {
    const withEditor = args.includes('--editor');
    return all.filter(part => withEditor || !goals.some(goal => goal.part === part && goal.inEditor === true));
  }
  return all.filter(part => goals.some(goal => goal.part === part && (wanted.includes(part) || wanted.includes(goal.row))));
}

/** Writes what was measured into the document, between its two marks; what people wrote around them stays. */
async function save() {
  const text = readFileSync(saved, 'utf8');
  const [first, last] = [text.indexOf(begin), text.indexOf(end)];
  if (first < 0 || last < first) throw new Error(`${saved} has no place for the table.`);
  const machine = `Measured with Node ${process.version} on ${os.cpus().length} cores (${os.cpus()[0]?.model.trim()}).`;
  const table = `${begin}\n\n${machine}\n\n${writeMarkdown(rows)}\n${notes.map(note => `- ${note}\n`).join('')}\n`;
  const options = { ...(await resolveConfig(saved)), parser: 'markdown' };
  writeFileSync(saved, await format(text.slice(0, first) + table + text.slice(last), options));
}
