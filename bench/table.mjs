// The table, on the terminal and as Markdown.
import { goals } from './goals.mjs';

/** @typedef {import('./goals.mjs').Goal} Goal */
/** @typedef {{ readonly own: number, readonly other?: number }} Figures What was measured and, where it is divided, by what. */

/** The figure that counts for a goal. */
function valueOf(/** @type {Figures} */ { own, other = 1 }) {
  return own / other;
}

/** Each goal that was measured, in a row: what, beside what, its figure, the goal, whether it is met. */
export function listRows(/** @type {Readonly<Record<string, Figures>>} */ measured) {
  return goals.flatMap(goal => {
    const figures = measured[goal.row];
    if (figures === undefined) return [];
    const value = valueOf(figures);
    return [
      {
        goal,
        value,
        today: say(goal, value),
        wanted: goal.most === null ? '' : `at most ${say(goal, goal.most)}`,
        verdict: judge(goal, value),
      },
    ];
  });
}

function say(/** @type {Goal} */ { unit = 'times' }, /** @type {number} */ value) {
  if (!Number.isFinite(value)) return 'not measured';
  if (unit === 'milliseconds') return `${value.toFixed(1)} ms`;
  if (unit === 'kibibytes') return `${value.toFixed(1)} KiB`;
  return `${value.toFixed(2)} ×`;
}

function judge(/** @type {Goal} */ { most }, /** @type {number} */ value) {
  if (most === null || !Number.isFinite(value)) return '';
  return value <= most ? 'met' : 'missed';
}

/** For a terminal. */
export function writeTable(/** @type {ReturnType<typeof listRows>} */ rows) {
  const width = Math.max(...rows.map(({ goal }) => goal.row.length));
  return rows
    .map(({ goal, today, wanted, verdict }) => {
      const [what, beside] = [goal.what, goal.beside].map(text => text.replaceAll('`', ''));
      return `${goal.row.padEnd(width)}  ${today.padStart(12)}  ${wanted.padEnd(16)}  ${verdict.padEnd(6)}  ${what}${beside === '' ? '' : ` / ${beside}`}\n`;
    })
    .join('');
}

/** For docs/performance.md. */
export function writeMarkdown(/** @type {ReturnType<typeof listRows>} */ rows) {
  const cells = rows.map(({ goal, today, wanted, verdict }) => [goal.what, goal.beside, today, wanted, verdict]);
  return [['what', 'divided by', 'today', 'goal', ''], ['---', '---', '---', '---', '---'], ...cells]
    .map(row => `| ${row.join(' | ')} |\n`)
    .join('');
}
