import { describe, expect, it } from 'vitest';
import type { LogOutputChannel } from 'vscode';
import { RedactedChannel } from '../../../src/extension/client/redacted-channel.js';
import { makeTenant } from '../../harness/tenant.mjs';

describe('RedactedChannel', () => {
  it('writes no token and no text of an error, whichever way a line comes in', async () => {
    const lines: unknown[] = [];
    const write = (...parts: unknown[]): void => void lines.push(...parts);
    const names = ['trace', 'debug', 'info', 'warn', 'error', 'append', 'appendLine', 'replace'] as const;
    const channel = new RedactedChannel(Object.fromEntries(names.map(name => [name, write])) as unknown as LogOutputChannel);
    const token = await (await makeTenant()).mint(1, 'externalId');
    for (const name of names) channel[name](`before ${token} after`);
    channel.error(new Error(`Unexpected token in ${token}`), { token }, 'last');
    const written = lines.join('\n');
    for (const piece of token.split('.')) expect(written).not.toContain(piece);
    expect(written).not.toContain('Unexpected');
    expect(lines).toHaveLength(names.length + 1);
    expect(written).toContain('before');
    expect(written).toContain('last');
  });

  it('writes one line for each record, and what nobody sees as what it is', () => {
    const lines: unknown[] = [];
    const write = (...parts: unknown[]): void => void lines.push(...parts);
    const names = ['trace', 'debug', 'info', 'warn', 'error', 'appendLine'] as const;
    const more = ['append', 'replace'] as const;
    const channel = new RedactedChannel(Object.fromEntries([...names, ...more].map(name => [name, write])) as unknown as LogOutputChannel);
    for (const name of [...names, ...more]) channel[name]('a\r\n2026-01-01 [error] forged\u2028\u202eb\u200b\x1b[31m');
    const seen = '2026-01-01 [error] forged\\u2028\\u202eb\\u200b\\u001b[31m';
    expect(lines).toEqual([...names.map(() => `a\\u000d\\u000a${seen}`), ...more.map(() => `a\r\n${seen}`)]);
  });
});
