// Installs programs of the operating system, where that is possible without asking for a password.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { run } from './run-command.mjs';

/** The full path of a program, or undefined where PATH has none of that name. */
export function findProgram(name) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    try {
      const file = path.join(folder, name);
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // The next folder may have it.
    }
  }
  return undefined;
}

/** The words before `apt-get`: none for root, sudo where it asks for no password; undefined where apt cannot be used. */
async function aptPrefix() {
  if (!findProgram('apt-get')) return undefined;
  if (process.getuid?.() === 0) return [];
  if (findProgram('sudo') && (await run('sudo', ['-n', 'true'])).code === 0) return ['sudo', '-n'];
  return undefined;
}

/**
 * Installs Debian packages. Throws an error that says what to do where it may not or cannot.
 * `why`: what is missing, as the beginning of that sentence.
 */
export async function installSystemPackages(names, why) {
  const advice = `${why} Install it, for example with: sudo apt-get install ${names.join(' ')}`;
  const prefix = await aptPrefix();
  if (!prefix) throw new Error(advice);
  console.log(`${why} Installing ${names.join(', ')} with apt …`);
  const apt = (...args) => {
    const [command, ...rest] = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-y',
      '-o',
      'DPkg::Lock::Timeout=120',
      ...args,
    ];
    return run(command, rest);
  };
  const install = () => apt('install', '--no-install-recommends', ...names);
  // The lists of packages are often missing or old on a fresh machine; fetching them takes longer than trying.
  if ((await install()).code === 0) return;
  const update = await apt('update');
  const { code, output } = await install();
  if (code !== 0) throw new Error(`${advice}\napt-get said:\n${`${update.output}\n${output}`.trim().split('\n').slice(-12).join('\n')}`);
}

/** Makes sure that these programs are there. `programs`: program → Debian package. */
export async function ensurePrograms(programs) {
  const missing = Object.keys(programs).filter(name => !findProgram(name));
  if (missing.length > 0) await installSystemPackages([...new Set(missing.map(name => programs[name]))], `Missing: ${missing.join(', ')}.`);
}

/** The path of a Chromium or Chrome that starts; installs Debian's where there is none. `CHROMIUM` in the environment wins. */
export async function ensureChromium() {
  const find = async () => {
    for (const name of ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser']) {
      const file = findProgram(name);
      // Ubuntu's chromium-browser may be a stub that only says how to install it.
      if (file && (await run(file, ['--version'])).code === 0) return file;
    }
    return undefined;
  };
  const found = process.env.CHROMIUM ?? (await find());
  if (found) return found;
  await installSystemPackages(['chromium', 'fonts-dejavu-core'], 'Missing: Chromium.');
  const installed = await find();
  if (!installed) throw new Error('Chromium was installed but does not start. Set CHROMIUM to the path of a Chromium or Chrome.');
  return installed;
}
