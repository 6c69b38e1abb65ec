import { describe, expect, it } from 'vitest';
import type { Memento } from 'vscode';
import type { ServerLink } from '../../../src/extension/client/server-link.js';
import { SuppliedValues } from '../../../src/extension/supplied-values.js';

describe('SuppliedValues', () => {
  it('remembers what the server takes, and nothing else, until it is forgotten', async () => {
    const state = new Map<string, unknown>();
    const told: unknown[] = [];
    const server = {
      ask: (_: string, { values }: { values: Record<string, string> }) => {
        told.push(values);
        return Promise.resolve('key' in values ? [{ name: 'key', reason: 'secret-name' }] : []);
      },
    } as unknown as ServerLink;
    const memento = {
      get: (name: string) => state.get(name),
      update: (name: string, value: unknown) => Promise.resolve(void state.set(name, value)),
    };
    const values = new SuppliedValues(server, memento as unknown as Memento);
    expect(await values.supply('tenant', 'contoso.com')).toBeNull();
    expect(await values.supply('key', 'x')).toBe('secret-name');
    expect([values.count, told.at(-1)]).toEqual([1, { tenant: 'contoso.com' }]);
    await values.forget();
    expect([values.count, told.at(-1)]).toEqual([0, {}]);
  });
});
