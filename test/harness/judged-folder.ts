import { decodeToken, englishCatalogue, judgePaths, readScopes, wordPath, type Facts, type JudgedPath } from '../../src/core/index.js';
import { Mint } from './mint.js';
import { readFolder } from './read-folder.js';

const mint = new Mint();
const now = 1_798_000_000;

/** A token of the one issuer of the recorded folders, right but for what is given, with the issuer's documents. */
export async function factsFor(claims: Readonly<Record<string, unknown>>): Promise<Facts> {
  const key = { ...(await mint.publish('RS256', 'throwaway')), kid: 'one', use: 'sig', alg: 'RS256' };
  const payload = { iss: 'https://idp.example/', iat: now - 60, nbf: now - 60, exp: now + 3600, ...claims };
  const token = decodeToken(await mint.mint({ header: { alg: 'RS256', typ: 'JWT', kid: 'one' }, payload }));
  const metadata = {
    'https://idp.example/.well-known/openid-configuration': { issuer: 'https://idp.example/', jwks_uri: 'https://idp.example/keys' },
    'https://idp.example/keys': { keys: [key] },
  };
  return { now, metadata, token };
}

/** A path as one line of a table: what it is, how it is reached, what is answered, and where that is decided. */
export function writePath({ target, verdict }: JudgedPath): string {
  const { workspace, api, operation, product, reachedBy } = target;
  const words = verdict === null ? null : wordPath(verdict, file => file, englishCatalogue);
  const name = [workspace, api, operation ?? '*', product ?? '-'].filter(part => part !== null).join(' ');
  return `${name} [${reachedBy.join(' ')}]: ${[words?.headline, words?.decidedBy].filter(part => part !== null).join(', ')}`;
}

/** The lines of all paths of a folder, with a token of these claims. */
export async function writeTable(folder: string, claims: Readonly<Record<string, unknown>>): Promise<string[]> {
  const { paths } = await judgePaths(readScopes(readFolder(folder)), { facts: await factsFor(claims) });
  return paths.map(writePath);
}
