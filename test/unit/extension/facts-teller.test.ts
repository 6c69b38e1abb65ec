import { describe, expect, it } from 'vitest';
import { FactsTeller } from '../../../src/extension/metadata/facts-teller.js';
import type { ClientFacts } from '../../../src/facts-protocol.js';
import type { TestClient } from '../../server/test-client.js';

/** A server that notes what it is told, and fails the next `failing` times. */
interface FakeServer {
  readonly ask: TestClient['ask'];
  readonly told: string[];
  failing: number;
}

function makeServer(): FakeServer {
  const server: FakeServer = {
    told: [],
    failing: 0,
    ask: ((method, params) => {
      server.told.push(`${method.replace('apimTokenDoctor/facts/', '')} ${JSON.stringify(params)}`);
      server.failing -= 1;
      return server.failing >= 0 ? Promise.reject(new Error('no')) : Promise.resolve(null);
    }) as TestClient['ask'],
  };
  return server;
}

const facts = (metadata: Record<string, unknown>): ClientFacts => ({ metadata, namedValues: { a: 'x' }, sources: {} });

describe('FactsTeller', () => {
  it('tells what is new, what is gone, and not what is the same', async () => {
    const server = makeServer();
    const teller = new FactsTeller(server, () => undefined);
    const [one, two, three] = [{ issuer: '1' }, { issuer: '2' }, { issuer: '3' }];
    const first = facts({ one, two });
    await teller.tell(first);
    await teller.tell({ ...first, metadata: { one, three } });
    expect(JSON.parse(server.told[1]?.replace('change ', '') ?? '')).toEqual({
      metadata: { three },
      removed: ['two'],
      sources: {},
      identityHosts: [],
    });
  });

  it('tells everything where a change was not taken, and the next time where that failed, too', async () => {
    const server = makeServer();
    const failed: unknown[] = [];
    const teller = new FactsTeller(server, error => failed.push(error));
    await teller.tell(facts({}));
    server.failing = 1;
    await teller.tell(facts({ a: 1 }));
    server.failing = 2;
    await teller.tell(facts({ a: 1, b: 2 }));
    expect(failed).toHaveLength(1);
    await teller.tell(facts({ a: 1, b: 2 }));
    expect(server.told.map(line => line.split(' ')[0])).toEqual(['set', 'change', 'set', 'change', 'set', 'set']);
  });

  it('tells one after the other, the newest last', async () => {
    const server = makeServer();
    const teller = new FactsTeller(server, () => undefined);
    await Promise.all([teller.tell(facts({ a: 1 })), teller.tell(facts({ a: 2 })), teller.tell(facts({ a: 2 }))]);
    expect(server.told.map(line => /"metadata":\{[^}]*\}/.exec(line)?.[0])).toEqual([
      '"metadata":{"a":1}',
      '"metadata":{"a":2}',
      '"metadata":{}',
    ]);
  });
});
