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

const style = code => text => (process.stdout.isTTY && !process.env.NO_COLOR ? `\x1b[${code}m${text}\x1b[0m` : text);
const [bold, dim, red, green] = [1, 2, 31, 32].map(style);

/** A diff with its lines coloured, as Git shows it. */
const paintDiff = text => text.replaceAll(/^[-+].*$/gm, line => (line.startsWith('-') ? red(line) : green(line)));

/** Plays the story on a copy of the sample. The tokens go to the command line by its standard input, and are never written to a file. */
export async function tellStory() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'token-doctor-'));
  const cli = path.join(root, 'dist/cli.cjs');
  const tell = async (args, token, paint = text => text) => {
    console.log(dim(`$ apim-token-doctor ${args.join(' ')}`));
    const { code, output } = await runNode([cli, ...args], { cwd: folder, input: token.reveal() });
    console.log(paint(output));
    if (code > 1) throw new Error(`The command ended with exit code ${code}.`);
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
    console.log(bold('1. An app got a token from an Entra External ID tenant. The policy names that very tenant, and refuses it.'));
    console.log('   (The token and the tenant’s metadata are made up here, with a key that is thrown away.)\n');
    await tell(check, v1);
    console.log(bold('2. The cure: the element rewritten into an equivalent validate-jwt. Nothing else in the file is touched.\n'));
    await tell(fix, v1, paintDiff);
    await runNode([cli, ...fix, '--write'], { cwd: folder, input: v1.reveal() });
    console.log(bold('3. The same token against the rewritten policy: still refused, because it has the version 1.0 form.\n'));
    await tell(check, v1);
    console.log(bold('4. A token of version 2.0, after the API’s app registration was changed as advised.\n'));
    await tell(check, v2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
