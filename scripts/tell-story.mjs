// The product's story in the terminal, told by its own command line: a policy that refuses a token, why, the cure, and what then.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createSampleTenant } from '../dist/core.mjs';
import { root, runNode } from './run-command.mjs';

const policy = 'story.policy.xml';
/** Those of the policy. */
const ids = {
  tenant: '11111111-2222-3333-4444-555555555555',
  api: '66666666-7777-8888-9999-aaaaaaaaaaaa',
  client: 'bbbbbbbb-cccc-dddd-eeee-ffffffffffff',
};

/** The command line's own colours would stand in what is read of it here; the story has its own. */
const env = { NO_COLOR: '1' };
const isColoured = process.env.FORCE_COLOR || (process.stdout.isTTY && !process.env.NO_COLOR);
const style = code => text => (isColoured ? `\x1b[${code}m${text}\x1b[0m` : text);
const [bold, dim, red, green, yellow] = [1, 2, 31, 32, 33].map(style);

/** All of it fits one screen: longer lines are cut. */
const width = Math.min(process.stdout.columns ?? 120, 130) - 3;
const cut = text => (text.length <= width ? text : `${text.slice(0, width - 1)}…`);
const print = (text, paint = one => one) => console.log(`   ${paint(cut(text))}`);

/** Of a report: the error that the caller meets, the gateway's code, and what follows. */
function printReport(report) {
  const error = /^\S+?:(\d+):\d+ error \S+ (.*)$/m.exec(report);
  const code = /^ {2}Gateway: (IDX\d+)/m.exec(report)?.[1];
  if (error) print(`line ${error[1]}: ${error[2]}`, yellow);
  const [, headline = ''] = /^story\.policy\.xml: (.*)$/m.exec(report) ?? [];
  print(code ? `${headline} (${code})` : headline, headline.includes('401') ? red : green);
}

/** Of a diff: how the changed lines begin. */
function printDiff(diff) {
  const changed = diff.split('\n').filter(line => /^[-+](?![-+])/.test(line));
  for (const sign of ['-', '+']) {
    const lines = changed.filter(line => line.startsWith(sign));
    for (const line of lines.slice(0, 2)) print(line, sign === '-' ? red : green);
    if (lines.length > 2) print(`${sign} … ${lines.length - 2} more lines`, dim);
  }
}

/** Plays the story on a copy of the sample. The tokens go to the command line by its standard input, and are never written to a file. */
export async function tellStory() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'token-doctor-'));
  const cli = path.join(root, 'dist/cli.cjs');
  const tell = async (args, token, show) => {
    print(`$ apim-token-doctor ${args.join(' ')}`, dim);
    const { code, output } = await runNode([cli, ...args], { cwd: folder, env, input: token.reveal() });
    if (code > 1) throw new Error(`The command ended with exit code ${code}: ${output}`);
    show(output);
  };
  try {
    copyFileSync(path.join(root, 'samples', policy), path.join(folder, policy));
    const tenant = await createSampleTenant(ids);
    const now = Math.floor(Date.now() / 1000);
    const [v1, v2] = [await tenant.mint('external-id-v1', now), await tenant.mint('external-id-v2', now)];
    writeFileSync(path.join(folder, 'metadata.json'), JSON.stringify(tenant.metadata));
    const check = ['check', policy, '--token', '-', '--metadata', 'metadata.json'];
    const fix = ['fix', policy, '--code', 'to-validate-jwt', '--token', '-', '--metadata', 'metadata.json'];

    console.log(bold('\nAPIM Token Doctor: why does the API gateway answer 401 to this token, and what do I change?\n'));
    console.log(bold('1. A token from Entra External ID meets a policy that names its very tenant. (Both are made up here.)'));
    await tell(check, v1, printReport);
    console.log(bold('2. The cure: the element rewritten as validate-jwt. Nothing else in the file is touched.'));
    await tell(fix, v1, printDiff);
    await runNode([cli, ...fix, '--write'], { cwd: folder, env, input: v1.reveal() });
    console.log(bold('3. The same token again: still refused, because it has the version 1.0 form.'));
    await tell(check, v1, printReport);
    console.log(bold('4. A token of version 2.0, after the API’s app registration was changed as advised.'));
    await tell(check, v2, printReport);
    console.log('');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
