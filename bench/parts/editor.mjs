import path from 'node:path';
import { installVsCode } from '../../scripts/install-vscode.mjs';
import { packVsix } from '../../scripts/package.mjs';
import { plantExtension } from '../../test/harness/plant-extension.mjs';
import { until } from '../../test/harness/poll.mjs';
import { startSession } from '../../test/harness/session.mjs';
import { ids, writeTypical } from '../documents.mjs';
import { summarise } from '../rounds.mjs';
import { foundTenant } from '../tokens.mjs';
import { isMarked, takeKeys, watchKeys } from '../watched-keys.mjs';

/** @typedef {{ readonly frames: readonly number[], readonly marks: readonly number[] }} Keys */
/** @typedef {Awaited<ReturnType<typeof startSession>>} Session */

const rounds = 20;
const warmUp = 3;
/** Keys of one turn, after which as many are taken away again, and the milliseconds between them: a fast typist's. */
const [keysInTurn, betweenKeys] = [5, 60];
/** Milliseconds after a turn in which what follows from it, such as lenses, comes to its end. */
const afterTurn = 300;

const documents = { 'large.xml': writeTypical(256 * 1024), 'small.xml': writeTypical(4 * 1024) };
/** A user's settings; where VS Code is shown in a browser, it saves by itself otherwise. */
const settings = { 'files.autoSave': 'off' };
const marking = path.join(import.meta.dirname, '../marking-extension');

/**
 * Keys in the real VS Code, at the end of an audience, which is wrong from the first one on: until they are painted and until that is marked. Beside
 * it a VS Code of the same kind without the extension, and there an extension that marks without a look at anything.
 */
export async function measure() {
  await installVsCode();
  await packVsix();
  const tenant = await foundTenant();
  const own = await startSession({ name: 'bench', files: documents, documents: tenant.metadata, settings });
  try {
    const install = (/** @type {{ extensions: string }} */ profile) => plantExtension(profile, marking, ['extension.mjs']);
    const bare = await startSession({ name: 'bench', files: documents, settings, install });
    try {
      await takeToken(own, await tenant.sign(0, Math.floor(Date.now() / 1000)));
      const large = await typeInTurns(own, bare, 'large.xml');
      const small = await typeInTurns(own, bare, 'small.xml');
      return {
        rows: {
          typing: { own: large.own.frame.p95, other: large.bare.frame.p95 },
          'typing-small': { own: small.own.frame.p95, other: small.bare.frame.p95 },
          squiggle: { own: large.own.mark.median, other: large.marking.mark.median },
          'squiggle-small': { own: small.own.mark.median, other: small.marking.mark.median },
        },
        notes: [...tell('256 KiB', large), ...tell('4 KiB', small)],
      };
    } finally {
      await bare.stop();
    }
  } finally {
    await own.stop();
  }
}

/** Puts a token in force, with its issuer's metadata, and closes what that opened. */
async function takeToken(/** @type {Session} */ { workbench, metadata }, /** @type {string} */ token) {
  await workbench.openFile('small.xml');
  await workbench.command('APIM Token Doctor: Why 401? Decode and Validate Token');
  await workbench.pasteMasked(token);
  await workbench.front('small.xml');
  await workbench.command('APIM Token Doctor: Show Tenant Metadata');
  await until('the metadata', () => metadata.asked.length === 2);
  await workbench.command('View: Close All Editors');
}

/** Lets all of them type in a document in turn, and gives what each took. */
async function typeInTurns(/** @type {Session} */ own, /** @type {Session} */ bare, /** @type {keyof typeof documents} */ name) {
  for (const { workbench, page } of [own, bare]) {
    await workbench.openFile(name);
    await workbench.goTo(...findAudience(documents[name]));
    await watchKeys(page);
  }
  await own.page.locator('.codelens-decoration').filter({ hasText: 'accepts' }).first().waitFor();
  const turns = {
    own: () => takeTurn(own, 'x', true),
    bare: () => takeTurn(bare, 'x', false),
    marking: () => takeTurn(bare, 'y', true),
  };
  const keys = { own: /** @type {Keys[]} */ ([]), bare: /** @type {Keys[]} */ ([]), marking: /** @type {Keys[]} */ ([]) };
  for (let round = -warmUp; round < rounds; round++)
    for (const who of /** @type {const} */ (['own', 'bare', 'marking'])) {
      const taken = await turns[who]();
      if (round >= 0) keys[who].push(taken);
    }
  return { own: summariseKeys(keys.own), bare: summariseKeys(keys.bare), marking: summariseKeys(keys.marking) };
}

/** Types, waits for the mark of the first key where there is one to come, types on, and takes all of it away again. */
async function takeTurn(/** @type {Session} */ { page }, /** @type {string} */ key, /** @type {boolean} */ marks) {
  await takeKeys(page);
  await page.keyboard.press(key);
  if (marks) await until('the mark', () => isMarked(page));
  else await rest(afterTurn);
  for (const each of [...Array(keysInTurn - 1).fill(key), ...Array(keysInTurn).fill('Backspace')]) {
    await page.keyboard.press(each);
    await rest(betweenKeys);
  }
  await until('the mark to go', async () => !(await isMarked(page)));
  await rest(afterTurn);
  return takeKeys(page);
}

const rest = (/** @type {number} */ milliseconds) => new Promise(resolve => setTimeout(resolve, milliseconds));

/** The line and column behind the audience's value, counted from 1. */
function findAudience(/** @type {string} */ text) {
  const before = text.slice(0, text.indexOf(ids.api) + ids.api.length).split('\n');
  return [before.length, (before.at(-1) ?? '').length + 1];
}

function summariseKeys(/** @type {readonly Keys[]} */ turns) {
  return { frame: summarise(turns.flatMap(({ frames }) => frames)), mark: summarise(turns.flatMap(({ marks }) => marks)) };
}

function tell(/** @type {string} */ size, /** @type {Awaited<ReturnType<typeof typeInTurns>>} */ { own, bare, marking: other }) {
  const say = (/** @type {{ median: number, p95: number }} */ { median, p95 }) =>
    `${median.toFixed(0)} ms (95th percentile ${p95.toFixed(0)})`;
  return [
    `key → painted frame in ${size}: with the extension ${say(own.frame)}, without ${say(bare.frame)}`,
    `key → squiggle in ${size}: ${say(own.mark)}; of an extension that marks at once ${say(other.mark)}`,
  ];
}
