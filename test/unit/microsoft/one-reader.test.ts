import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** The folders that may name a host: the data, the one reader and writer of it, and sentences for people. */
const allowed = ['knowledge', 'microsoft', 'messages'];
const core = path.join(import.meta.dirname, '../../../src/core');

const hosts = /ciamlogin|b2clogin|login\.?\\?\.microsoftonline|sts\\?\.windows|HostSuffix\b|\bloginHosts\b|\bissuerHostsV1\b/;

/** The code of a file without its comments. */
function readCode(file: string): string {
  return readFileSync(path.join(core, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
}

describe('the hosts of the identity platform', () => {
  const files = readdirSync(core, { recursive: true, encoding: 'utf8' }).map(file => file.replaceAll('\\', '/'));
  const others = files.filter(file => file.endsWith('.ts') && !allowed.includes(file.split('/')[0] ?? ''));

  it('are compared in one place: everybody else asks readAddress', () => {
    expect(others.length).toBeGreaterThan(200);
    expect(others.filter(file => hosts.test(readCode(file)))).toEqual([]);
  });
});
