// node tools/try-publishing.mjs: publishes both packages of dist/packages/ to a stand-in of each registry on this computer, by the tools of the release
// workflow, and says what arrived: none of the tools has a dry run that sends anything. Nothing leaves this computer.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { root, run, runNpm } from '../scripts/run-command.mjs';

const folder = path.join(root, 'dist/packages');
const vsix = path.join(folder, 'apim-token-doctor.vsix');
const tgz = path.join(
  folder,
  readdirSync(folder).find(name => name.endsWith('.tgz')),
);
const { name, publisher, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** What each registry was sent: the requests, and the bytes of the package. */
const arrived = { requests: [], npm: null, openVsx: null, marketplace: null };

/** Of a body in parts, the one that is a zip; of any other the body. */
const packageIn = body => {
  const start = body.indexOf(Buffer.from('PK\x03\x04', 'latin1'));
  return start < 0 ? null : body.subarray(start);
};

/** Answers as much as the tools ask for. */
function answer(method, url, body) {
  if (method === 'PUT' && url === `/npm/${name}`) {
    const [attachment] = Object.values(JSON.parse(body)._attachments);
    arrived.npm = Buffer.from(attachment.data, 'base64');
    return [201, { ok: true }];
  }
  if (url.startsWith('/openvsx/')) {
    if (method === 'POST' && url.includes('/api/-/publish')) {
      arrived.openVsx = packageIn(body);
      return [201, { namespace: publisher, name, version, url: '' }];
    }
    return [200, {}];
  }
  if (url.startsWith('/marketplace/')) {
    if (method === 'OPTIONS') return [200, { count: locations.length, value: locations }];
    if (method === 'POST' || method === 'PUT') arrived.marketplace = packageIn(body);
    return method === 'GET' ? [404, {}] : [200, { publisher: { publisherName: publisher }, extensionName: name, versions: [{ version }] }];
  }
  return [404, {}];
}

/** Where the marketplace's client finds what it calls: the tool asks for the addresses first. */
const locations = [
  ['a41192c8-9525-4b58-bc86-179fa549d80d', 'extensions', '_apis/{area}/{resource}/{publisherName}/{extensionName}'],
  ['e11ea35a-16fe-4b80-ab11-c4cab88a0966', 'extensions', '_apis/{area}/{resource}/{publisherName}/{extensionName}'],
].map(([id, resourceName, routeTemplate]) => ({
  id,
  area: 'gallery',
  resourceName,
  routeTemplate,
  resourceVersion: 2,
  minVersion: '1.0',
  maxVersion: '7.2',
  releasedVersion: '7.1',
}));

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    arrived.requests.push(`${request.method} ${request.url.replace(/token=[^&]*/, 'token=…')}`);
    const [status, value] = answer(request.method, request.url, Buffer.concat(parts));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  });
});
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
const host = `127.0.0.1:${server.address().port}`;
const bin = tool => path.join(root, 'tools/node_modules/.bin', tool);
const home = mkdtempSync(path.join(os.tmpdir(), 'token-doctor-'));
const npmrc = path.join(home, '.npmrc');
writeFileSync(npmrc, `//${host}/npm/:_authToken=none\n`);

const sum = bytes => createHash('sha256').update(bytes).digest('hex');
const state = { failed: 0 };
/** Runs one tool, and compares what arrived with what was packed. */
async function tell(what, running, file, bytes) {
  const { code, output } = await running;
  const got = bytes();
  // A package in a body of parts is followed by the end of that body.
  const whole = readFileSync(file);
  const same = got !== null && sum(got.subarray(0, whole.length)) === sum(whole);
  console.log(
    `${code === 0 && same ? '✓' : '✗'} ${what}: exit code ${code}, ${same ? 'the package arrived whole' : 'the package did not arrive'}`,
  );
  if (code === 0 && same) return;
  state.failed++;
  console.log(output.trim());
}

try {
  const npm = ['publish', tgz, '--access', 'public', '--registry', `http://${host}/npm/`, '--userconfig', npmrc, '--loglevel=error'];
  await tell('npm', runNpm(npm), tgz, () => arrived.npm);
  const ovsx = run(bin('ovsx'), ['publish', vsix, '--registryUrl', `http://${host}/openvsx`, '--pat', 'none']);
  await tell('Open VSX', ovsx, vsix, () => arrived.openVsx);
  const vsce = run(bin('vsce'), ['publish', '--packagePath', vsix, '--pat', 'none'], {
    env: { VSCE_MARKETPLACE_URL: `http://${host}/marketplace`, HOME: home },
  });
  await tell('Visual Studio Marketplace', vsce, vsix, () => arrived.marketplace);
} finally {
  server.close();
  server.closeAllConnections();
  rmSync(home, { recursive: true, force: true });
}
console.log(arrived.requests.map(line => `  ${line}`).join('\n'));
process.exitCode = state.failed > 0 ? 1 : 0;
