import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { bundles } from '../../../esbuild.mjs';

export const root = path.join(import.meta.dirname, '../../..');

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly error: string;
}

/** The command line, built into a folder of its own, in which it also runs. Whoever built it removes the folder. */
export interface CommandLine {
  readonly folder: string;
  /** The built entry. */
  readonly cli: string;
  run(args: readonly string[], input?: string | Buffer): Promise<Ended>;
}

/** Builds it as the product's own build does. */
export async function buildCommandLine(): Promise<CommandLine> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'apim-token-doctor-'));
  const own = bundles.filter(({ outfile }) => outfile?.startsWith('dist/cli') === true);
  await Promise.all(
    own.map(each => build({ ...each, absWorkingDir: root, outfile: path.join(folder, each.outfile ?? ''), sourcemap: false })),
  );
  const cli = path.join(folder, 'dist', 'cli.cjs');
  return { folder, cli, run: async (args, input = '') => waitFor(spawn(process.execPath, [cli, ...args], { cwd: folder }), input) };
}

/** Runs a line of bash in the folder, with `$CLI` for the command line. */
export async function runShell({ folder, cli }: CommandLine, line: string, options: SpawnOptions = {}): Promise<Ended> {
  const env = { ...process.env, CLI: `${process.execPath} ${cli}` };
  return waitFor(spawn('bash', ['-c', line], { cwd: folder, env, ...options }), '');
}

/** Gives the process its input, and what it said when it has ended. */
export async function waitFor(child: ChildProcess, input: string | Buffer): Promise<Ended> {
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  return listenTo(child);
}

/** What the process said when it has ended. */
export async function listenTo(child: ChildProcess): Promise<Ended> {
  let output = '';
  let error = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (error += chunk.toString()));
  return new Promise(resolve => child.on('close', (code, signal) => resolve({ code, signal, output, error })));
}
