// Whole processes.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the command line stands. */
export const cli = path.join(import.meta.dirname, '../dist/cli.cjs');

/** Runs a process to its end; throws where it ends with another code than `expected`, or cannot be started. */
export function runProcess(/** @type {string} */ command, /** @type {readonly string[]} */ args, expected = 0) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('exit', code => (code === expected ? resolve(code) : reject(new Error(`${command} ended with ${code}`))));
  });
}

/** A process of Node that does nothing: what every other pays, too. */
export const runNothing = () => runProcess(process.execPath, ['-e', '0']);

/** Runs the command line; gives the most memory that it held at once, in bytes. */
export function measureMemory(/** @type {readonly string[]} */ args) {
  return new Promise((resolve, reject) => {
    const tell = ['--import', pathToFileURL(path.join(import.meta.dirname, 'tell-most-memory.mjs')).href];
    const child = spawn(process.execPath, [...tell, cli, ...args], { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
    let told = '';
    child.stdio[3].setEncoding('utf8').on('data', text => (told += text));
    child.on('error', reject);
    child.on('close', () => (told === '' ? reject(new Error('The process did not tell its memory.')) : resolve(Number(told))));
  });
}

/** Whether a program is installed. */
export function isInstalled(/** @type {string} */ program) {
  return new Promise(resolve => {
    const child = spawn(program, ['--version'], { stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('exit', () => resolve(true));
  });
}
