// The real process and a real https server on this machine: what stands between them (certificates, redirects, bounds) is nobody's stand-in.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCertificates } from '../../harness/certificates.mjs';
import { startMetadataServer, type MetadataServer } from '../../harness/metadata-server.mjs';
import { buildCommandLine, waitFor, type CommandLine, type Ended } from './real-process.js';

let commandLine: CommandLine;
let server: MetadataServer;
let bundle: string;
let origin: string;
const documents: Record<string, unknown> = {};

beforeAll(async () => {
  commandLine = await buildCommandLine();
  const certificates = await makeCertificates(commandLine.folder, ['localhost']);
  ({ bundle } = certificates);
  server = await startMetadataServer(certificates, documents);
  origin = `https://localhost:${server.port}`;
  documents[`${origin}/configuration`] = { issuer: 'x', jwks_uri: `${origin}/keys` };
  documents[`${origin}/keys`] = { keys: [] };
  documents[`${origin}/large`] = Buffer.alloc(2 * 1024 * 1024, ' ');
  writeFileSync(
    path.join(commandLine.folder, 'policy.xml'),
    `<policies><inbound><validate-jwt header-name="Authorization"><openid-config url="${origin}/configuration" /></validate-jwt></inbound></policies>`,
  );
});

afterAll(() => {
  server.stop();
  rmSync(commandLine.folder, { recursive: true, force: true });
});

function run(args: readonly string[], authorities: string): Promise<Ended> {
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: authorities };
  return waitFor(spawn(process.execPath, [commandLine.cli, ...args], { cwd: commandLine.folder, env }), '');
}

describe('metadata over https', () => {
  it('asks a host only where it is allowed, and writes the file once', async () => {
    const args = ['metadata', '--policy', 'policy.xml', '--out', 'metadata.json'];
    const refused = await run(args, bundle);
    expect([refused.code, server.asked]).toEqual([1, []]);
    expect(refused.error).toContain(`Add --allow-host localhost:${server.port} if you trust it (careful: this is your own computer).`);
    const before = readdirSync(commandLine.folder).sort();
    const fetched = await run([...args, '--allow-host', `localhost:${server.port}`], bundle);
    expect(fetched).toMatchObject({ code: 0, error: '' });
    expect(server.asked).toEqual([`${origin}/configuration`, `${origin}/keys`]);
    expect(readdirSync(commandLine.folder).sort()).toEqual([...before, 'metadata.json'].sort());
    const file = path.join(commandLine.folder, 'metadata.json');
    const written = readFileSync(file, 'utf8');
    expect(Object.keys(JSON.parse(written) as object)).toEqual(server.asked);
    expect((await run([...args, '--allow-host', `localhost:${server.port}`], bundle)).code).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe(written);
  });

  it('says why nothing came: an unknown authority, an error, too long an answer', async () => {
    expect((await run(['metadata', `${origin}/keys`], '')).error).toMatch(/could not be reached \([A-Z_]+\)/);
    expect((await run(['metadata', `${origin}/none`], bundle)).error).toContain('The server answered 404.');
    expect((await run(['metadata', `${origin}/large`], bundle)).error).toContain('The answer is larger than 1024 KiB');
  });
});
