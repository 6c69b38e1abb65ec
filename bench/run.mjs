// `npm run bench`: how long the core takes, beside others that do a part of the same work, on this machine, now. See README.md.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { SignJWT, createLocalJWKSet, decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { address, ids, writeClaims, writeCrowded, writeTypical } from './documents.mjs';
import { measure } from './measure.mjs';

const root = path.join(import.meta.dirname, '..');
const now = 1798000000;
const sizes = [4, 64, 256];

const core = await loadCore();
const { publicKey, privateKey } = await generateKeyPair('RS256');
const keySet = { keys: [{ ...(await exportJWK(publicKey)), kid: 'key-1', use: 'sig', alg: 'RS256' }] };
const keys = createLocalJWKSet(keySet);
const keysAddress = `https://login.microsoftonline.com/${ids.tenant}/discovery/v2.0/keys`;
const metadata = {
  [address]: { issuer: `https://login.microsoftonline.com/${ids.tenant}/v2.0`, jwks_uri: keysAddress },
  [keysAddress]: keySet,
};

await compareReading();
await compareDecoding();
await comparePredicting();
await compareDiagnosing();

/** The core as it stands in src, with the masking that the comparison needs. */
async function loadCore() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'apim-token-doctor-bench-'));
  const outfile = path.join(folder, 'core.cjs');
  try {
    await build({
      stdin: {
        contents: "export * from './src/core/index.js'; export { maskExpressions } from './src/core/expression/mask-expressions.js';",
        resolveDir: root,
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      // As the command line is: packages that ask for others at run time do so as CommonJS.
      format: 'cjs',
      alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
      target: 'node20',
      outfile,
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compareReading() {
  const parser = new XMLParser({
    ignoreAttributes: false,
    preserveOrder: true,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
  });
  for (const [name, write] of [
    ['one token policy among others', writeTypical],
    ['token policies only', writeCrowded],
  ]) {
    title(`Reading a document: ${name}`);
    for (const size of sizes) {
      const text = write(size * 1024);
      const masked = core.maskExpressions(text);
      await report(`${size} KiB`, [
        { name: 'readPolicies', run: () => core.readPolicies(text) },
        // It cannot read the text itself: what its rival has masked is given to it.
        { name: 'XMLValidator + XMLParser', run: () => [XMLValidator.validate(masked), parser.parse(masked)] },
        { name: 'a look at each character', run: () => walk(text) },
      ]);
    }
  }
}

function walk(text) {
  let brackets = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 60) brackets++;
  return brackets;
}

async function compareDecoding() {
  title('Decoding a token');
  for (const groups of [0, 100, 3000]) {
    const token = await sign(groups);
    await report(`${Math.round(token.length / 1024)} KiB`, [
      { name: 'decodeToken', run: () => core.decodeToken(token) },
      { name: 'jose: decodeJwt + decodeProtectedHeader', run: () => [decodeJwt(token), decodeProtectedHeader(token)] },
    ]);
  }
}

async function comparePredicting() {
  title('Judging a token, its signature too');
  const [policy] = core.readPolicies(writeTypical(4 * 1024)).tokenPolicies;
  for (const groups of [0, 100]) {
    const compact = await sign(groups);
    const token = core.decodeToken(compact);
    const options = {
      issuer: `https://login.microsoftonline.com/${ids.tenant}/v2.0`,
      audience: ids.api,
      currentDate: new Date(now * 1000),
    };
    await report(`${Math.round(compact.length / 1024)} KiB`, [
      { name: 'predict', run: () => core.predict(policy, token, { now, metadata }) },
      { name: 'jose: jwtVerify', run: () => jwtVerify(compact, keys, options) },
    ]);
  }
}

async function compareDiagnosing() {
  const token = core.decodeToken(await sign(0));
  for (const [name, write] of [
    ['one token policy among others', writeTypical],
    ['token policies only', writeCrowded],
  ]) {
    title(`Diagnosing a document: ${name}`);
    for (const size of sizes) {
      const text = write(size * 1024);
      await report(`${size} KiB`, [
        { name: 'diagnose without a token', run: () => core.diagnose(text, { now, metadata: {} }) },
        { name: 'diagnose with a token', run: () => core.diagnose(text, { now, metadata, token }) },
        { name: 'readPolicies', run: () => core.readPolicies(text) },
      ]);
    }
  }
}

async function sign(groups) {
  return new SignJWT(writeClaims(now, groups)).setProtectedHeader({ alg: 'RS256', kid: 'key-1', typ: 'JWT' }).sign(privateKey);
}

function title(text) {
  console.log(`\n${text}`);
}

/** One line for each rival: its median, and the first one's time as a multiple of it. */
async function report(label, rivals) {
  const medians = await measure(rivals);
  const [own = 0] = medians;
  for (const [index, { name }] of rivals.entries()) {
    const median = medians[index] ?? 0;
    const ratio = index === 0 ? '' : `the first takes ${(own / median).toFixed(2)} times as long`;
    console.log(
      `  ${(index === 0 ? label : '').padEnd(8)} ${name.padEnd(40)} ${(median / 1000).toFixed(3).padStart(9)} ms  ${ratio}`.trimEnd(),
    );
  }
}
