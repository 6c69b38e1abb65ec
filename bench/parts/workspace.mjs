import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { writeTypical } from '../documents.mjs';
import { loadCore } from '../load-core.mjs';
import { takeTurns } from '../rounds.mjs';
import { ServedEditor } from '../served-editor.mjs';
import { foundTenant, now } from '../tokens.mjs';

const apis = 200;
const operations = 4;

/** A repository of 200 APIs with a policy each and four operations with policies: 1,000 policies. */
export async function measure() {
  const core = await loadCore();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'apim-token-doctor-bench-'));
  try {
    const files = await writeRepository(folder);
    const reader = new RepositoryReader(folder, [...files.keys()]);
    const { index, reading } = await takeTurns(
      {
        index: { run: () => indexScopes(core, reader), whole: true },
        reading: { run: () => reader.readAll(), whole: true },
      },
      { warmUp: 3 },
    );
    const judging = await timeJudging(reader);
    const edit = await countAfterEdit(core, files, 'apis/api-7/policy.xml');
    return {
      rows: {
        workspace: { own: index.median, other: reading.median },
        'workspace-edit': { own: edit.judged, other: edit.meeting },
      },
      notes: [
        `${files.size} files read in ${reading.median.toFixed(0)} ms, their scopes known after ${index.median.toFixed(0)} ms`,
        `the built server has read the scopes and judged all ${edit.all} paths ${judging.toFixed(0)} ms after somebody asked for the first time`,
        `after an edit of one API's policy ${edit.judged} of ${edit.all} paths are judged again; ${edit.meeting} meet it`,
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The server's index of a workspace, from nothing, with an editor that reads from the disk. */
async function indexScopes(core, /** @type {RepositoryReader} */ reader) {
  const nothing = { files: [], tooLong: [], most: null };
  const find = async (/** @type {readonly string[]} */ endings) => ({ ...nothing, files: await reader.find(endings) });
  const files = { find, findReal: find, read: () => nothing, readReal: () => nothing };
  const documents = { onChange: () => undefined, onClose: () => undefined, get: () => undefined };
  const scopes = new core.WorkspaceScopes(files, documents);
  await scopes.wake(null);
  if (scopes.current.services[0].apis.length !== apis) throw new Error('The scopes are not those of the repository.');
}

/** Milliseconds until the built server, which knows nothing of the workspace yet, has judged all of its paths. */
async function timeJudging(/** @type {RepositoryReader} */ reader) {
  const tenant = await foundTenant();
  const editor = new ServedEditor();
  editor.connection.onRequest('apimTokenDoctor/workspace/files', async ({ endings }) => ({
    files: await reader.find(endings),
    tooLong: [],
    most: null,
  }));
  try {
    await editor.begin({ token: await tenant.sign(0, Math.floor(Date.now() / 1000)), metadata: tenant.metadata });
    const start = performance.now();
    await editor.connection.sendRequest('apimTokenDoctor/paths', { most: 1 });
    return performance.now() - start;
  } finally {
    editor.end();
  }
}

/** How many paths are judged again after one policy was edited, and how many meet it. */
async function countAfterEdit(core, /** @type {ReadonlyMap<string, string>} */ files, /** @type {string} */ edited) {
  const tenant = await foundTenant();
  const facts = { facts: { now, metadata: tenant.metadata, token: core.decodeToken(await tenant.sign(0)) } };
  const scopes = core.readScopes([...files].map(([name, text]) => ({ path: name, text })));
  const before = await core.judgePaths(scopes, facts);
  let judged = 0;
  const pause = async () => void judged++;
  await core.judgePaths(core.withText(scopes, edited, `${files.get(edited)}\n`), facts, { before, pause });
  return { judged, meeting: before.paths.filter(each => core.meetsFile(each, edited)).length, all: before.paths.length };
}

/** Reads the files of a repository as an editor would that knows their names already. */
class RepositoryReader {
  #folder;
  #names;

  constructor(/** @type {string} */ folder, /** @type {readonly string[]} */ names) {
    this.#folder = folder;
    this.#names = names;
  }

  readAll() {
    return this.#read(this.#names);
  }

  /** The files whose names are these. */
  find(/** @type {readonly string[]} */ endings) {
    return this.#read(this.#names.filter(name => endings.includes(path.posix.basename(name))));
  }

  #read(/** @type {readonly string[]} */ names) {
    return Promise.all(
      names.map(async name => ({ uri: `file:///repository/${name}`, text: await readFile(path.join(this.#folder, name), 'utf8') })),
    );
  }
}

/** Writes the repository; gives its files. */
async function writeRepository(/** @type {string} */ folder) {
  const files = new Map([['policy.xml', '<policies>\n  <inbound>\n    <cors />\n  </inbound>\n</policies>\n']]);
  for (let api = 0; api < apis; api++) {
    const at = `apis/api-${api}`;
    const policy = writeTypical((2 + (api % 4)) * 1024);
    files.set(`${at}/apiInformation.json`, JSON.stringify({ properties: { path: `api-${api}`, subscriptionRequired: false } }));
    files.set(`${at}/policy.xml`, policy);
    for (let operation = 0; operation < operations; operation++)
      files.set(`${at}/operations/get-${operation}/policy.xml`, policy.replace('Reports.Read', `Reports.Read${operation}`));
  }
  for (const [name, text] of files) {
    await mkdir(path.join(folder, path.dirname(name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return files;
}
