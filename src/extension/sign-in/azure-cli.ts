import type { WantedToken } from '../../protocol.js';
import type { GetToken } from './sign-in.js';

/** How a program is run: never by a shell. */
interface RunOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds, after which it is ended. */
  readonly timeout: number;
  /** How many bytes it may write. */
  readonly maxBuffer: number;
  readonly shell: false;
}

/** What finding and running a program needs of the machine. */
export interface Machine {
  readonly platform: string;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The path without symbolic links; rejects where nothing is there. */
  realPath(path: string): Promise<string>;
  /** Whether it is a file that may be run; rejects, too, where it is none. */
  isProgram(path: string): Promise<boolean>;
  /** Rejects where it fails: with an error that may quote anything. */
  run(file: string, parameters: readonly string[], options: RunOptions): Promise<{ readonly stdout: string }>;
}

const timeout = 60_000;
const maxBuffer = 256 * 1024;

/**
 * The Azure CLI in one of the folders that `PATH` names by whole paths, none of them inside a folder of the workspace: what stands there is
 * others' text. Null where there is none, in a browser, and on Windows, where `az.cmd` needs a shell.
 *
 * @param folders paths of the workspace's folders
 */
export async function findAzureCli(machine: Machine | null, folders: readonly string[]): Promise<GetToken | null> {
  if (machine === null || machine.platform === 'win32') return null;
  const own = [...folders, ...(await Promise.all(folders.map(folder => realPath(machine, folder))))].filter(path => path !== null);
  const isOutside = (path: string): boolean => own.every(folder => !isInside(path, folder));
  /** Whether it is there, and outside by both its names. */
  const stands = async (path: string): Promise<boolean> => {
    const real = await realPath(machine, path);
    return real !== null && isOutside(real) && isOutside(path);
  };
  // Python looks for its modules where it is started.
  if (!(await stands(machine.home))) return null;
  const path: string[] = [];
  for (const folder of (machine.environment['PATH'] ?? '').split(':'))
    if (folder.startsWith('/') && (await stands(folder))) path.push(folder);
  for (const folder of path) {
    const file = `${folder}/az`;
    if ((await stands(file)) && (await machine.isProgram(file).catch(() => false)))
      return wanted => getToken(machine, file, path.join(':'), wanted);
  }
  return null;
}

/** What it writes, its errors too, goes nowhere but into the result. */
async function getToken(machine: Machine, file: string, path: string, { scope, tenant }: WantedToken): Promise<string | null> {
  const parameters = ['account', 'get-access-token', '--scope', scope, '--tenant', tenant, '--output', 'json'];
  // It is a script that starts others: they are looked for in the same folders.
  const env = { ...machine.environment, PATH: path };
  try {
    const { stdout } = await machine.run(file, parameters, { cwd: machine.home, env, timeout, maxBuffer, shell: false });
    const answer: unknown = JSON.parse(stdout);
    const token: unknown = typeof answer === 'object' && answer !== null && 'accessToken' in answer ? answer.accessToken : null;
    return typeof token === 'string' ? token : null;
  } catch {
    return null;
  }
}

async function realPath(machine: Machine, path: string): Promise<string | null> {
  return machine.realPath(path).catch(() => null);
}

/** Whether a path is a folder or leads into it; in any case of letters, as some disks take them for the same. */
function isInside(path: string, folder: string): boolean {
  const [one, other] = [path, folder].map(each => `${each.toLowerCase().replace(/(?<!\/)\/+$/, '')}/`) as [string, string];
  return one.startsWith(other);
}
