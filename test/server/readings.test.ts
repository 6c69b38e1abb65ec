import { afterAll, describe, expect, it, vi } from 'vitest';
import type * as predictions from '../../src/core/gateway/predict-path.js';
import type * as reading from '../../src/core/policy/read-policies.js';
import { makeTenant } from '../harness/tenant.mjs';
import { policyUri, storyPolicy, TestClient } from './test-client.js';

/** Every reading and every prediction, whoever in the server or the core asks for it: the texts, in order. */
const counted = vi.hoisted(() => {
  // Test files share what they import: this one reads all of it anew, and so does the one after it.
  vi.resetModules();
  return { read: [] as string[], predicted: [] as string[] };
});
afterAll(() => void vi.resetModules());

vi.mock('../../src/core/policy/read-policies.js', async original => {
  const core = await original<typeof reading>();
  const readPolicies: typeof core.readPolicies = (text, ...more) => {
    counted.read.push(text);
    return core.readPolicies(text, ...more);
  };
  const readInSteps: typeof core.readInSteps = text => {
    counted.read.push(text);
    return core.readInSteps(text);
  };
  return { ...core, readPolicies, readInSteps };
});

vi.mock('../../src/core/gateway/predict-path.js', async original => {
  const core = await original<typeof predictions>();
  const predictPath: typeof core.predictPath = (path, token, facts) => {
    counted.predicted.push(path.document.text);
    return core.predictPath(path, token, facts);
  };
  return { ...core, predictPath };
});

const textDocument = { uri: policyUri };

/** Asks for everything that an editor asks for after an edit, and for what gestures of the user ask for, one after the other or at once. */
async function askForEverything(client: TestClient, text: string, atOnce: boolean): Promise<void> {
  const at = text.indexOf('<validate-azure-ad-token') + 3;
  const before = text.slice(0, at).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const send = (method: string, more: object = {}): Promise<unknown> => client.connection.sendRequest(method, { textDocument, ...more });
  const questions: (() => Promise<unknown>)[] = [
    () => client.pull(),
    () => client.ask('apimTokenDoctor/view', { uri: policyUri }),
    () => client.ask('apimTokenDoctor/metadata/needed', { uri: policyUri }),
    async () => {
      const actions = await client.actions({ start: position, end: position });
      const action = actions.find(({ data }) => data !== undefined);
      if (action === undefined) throw new Error('Nothing is offered.');
      await client.resolve(action);
    },
    () => send('textDocument/hover', { position }),
    () => send('textDocument/foldingRange'),
    () => send('textDocument/documentSymbol'),
    () => send('textDocument/definition', { position }),
    () => send('textDocument/completion', { position }),
  ];
  if (atOnce) await Promise.all(questions.map(ask => ask()));
  else for (const ask of questions) await ask();
}

describe('a text at one version with one revision of the facts', () => {
  it.each([
    ['one after the other', false],
    ['all at once', true],
  ])('is read once and predicted once, whoever asks, %s', async (_, atOnce) => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    await client.open(storyPolicy);
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId') });
    const edited = storyPolicy.replace('<base />', '<base /> ');
    await client.type(edited);
    counted.read.length = 0;
    counted.predicted.length = 0;
    await askForEverything(client, edited, atOnce);
    // A fix that is tried reads its own result, which is another text.
    expect(counted.read.filter(text => text === edited)).toHaveLength(1);
    expect(counted.predicted.filter(text => text === edited)).toHaveLength(1);
    expect(counted.read).not.toContain(storyPolicy);
  });

  it('is read once for all revisions of the facts, and predicted once for each', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    const text = storyPolicy.replace('<base />', '<base />  ');
    await client.open(text);
    counted.read.length = 0;
    counted.predicted.length = 0;
    for (const kind of ['externalId', 'workforce'] as const) {
      await client.ask('apimTokenDoctor/token/set', { id: kind, pasted: await tenant.mint(1, kind) });
      await askForEverything(client, text, false);
    }
    expect(counted.read.filter(each => each === text)).toHaveLength(1);
    expect(counted.predicted.filter(each => each === text)).toHaveLength(2);
  });
});
