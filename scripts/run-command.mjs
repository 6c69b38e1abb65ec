// Starts other programs. Only Node's own modules here: this runs before anything is installed.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * Runs a program to its end, without a shell.
 * `show`: its output goes to the terminal as it comes; else it is returned. `limit`: after so many milliseconds it is ended.
 * Gives the exit code (1 where the program could not start or was killed), its output and the seconds it took; never rejects.
 */
export function run(command, args, { cwd = root, env = {}, show = false, input, limit } = {}) {
  const started = performance.now();
  return new Promise(resolve => {
    let output = '';
    const done = code => resolve({ code, output, seconds: (performance.now() - started) / 1000 });
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: [input === undefined ? 'ignore' : 'pipe', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    if (input !== undefined) {
      child.stdin.on('error', () => {}); // a program may end without reading all of it
      child.stdin.end(input);
    }
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', text => (output += text));
    child.once('error', error => {
      output += `${error.message}\n`;
      done(1);
    });
    const timer = limit && setTimeout(() => child.kill() && (output += `Ended after ${limit / 60_000} minutes.\n`), limit);
    child.once('close', code => {
      clearTimeout(timer);
      done(code ?? 1);
    });
  });
}

/** Runs a JavaScript file with this Node. */
export const runNode = (args, options) => run(process.execPath, args, options);

/** Runs npm: the one that started this script where there is one, so that Windows needs no shell. */
export const runNpm = (args, options) =>
  process.env.npm_execpath?.endsWith('.js') ? runNode([process.env.npm_execpath, ...args], options) : run('npm', args, options);

/** Like `run`, but throws, with the program's output, where it fails. */
export async function mustRun(result, what) {
  const { code, output } = await result;
  if (code !== 0) throw new Error(`${what} failed (exit code ${code}).\n${output.trim()}`);
}
