import { describe, expect, it } from 'vitest';
import { policyUri, storyPolicy, TestClient } from './test-client.js';

const requests = [
  'textDocument/diagnostic',
  'textDocument/codeAction',
  'codeAction/resolve',
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/definition',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'workspace/executeCommand',
  'apimTokenDoctor/explain',
  'apimTokenDoctor/facts/change',
  'apimTokenDoctor/facts/set',
  'apimTokenDoctor/fixAll/apply',
  'apimTokenDoctor/fixAll/list',
  'apimTokenDoctor/fixAll/prepare',
  'apimTokenDoctor/metadata/needed',
  'apimTokenDoctor/metadata/text',
  'apimTokenDoctor/token/clear',
  'apimTokenDoctor/token/set',
  'apimTokenDoctor/view',
  'apimTokenDoctor/nothing',
];
const notifications = [
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWatchedFiles',
  '$/cancelRequest',
];
const secret = 'what the user pasted';
const malformed: readonly unknown[] = [
  undefined,
  null,
  7,
  secret,
  [],
  [secret],
  {},
  { textDocument: null },
  { textDocument: { uri: 5 }, secret },
  { textDocument: { uri: policyUri }, position: null, range: secret, context: null },
  { textDocument: { uri: policyUri }, position: { line: 'x', character: {} }, contentChanges: secret },
  { token: { secret }, facts: secret, documents: 5, changes: secret },
];

/** What a thrown error says by itself, and what it was given. */
const caughtText = /Cannot read|\(reading|undefined|is not (?:a|iterable|defined)|what the user pasted/;
/** An answer says nothing of the program. Its log may say where it stopped. */
const internals = new RegExp(`${caughtText.source}|Error\\b|\\bat .+:\\d+:\\d+`);

describe('malformed messages', () => {
  it.each(requests)('get an answer without internals: %s', async method => {
    const client = await TestClient.start();
    await client.open(storyPolicy);
    for (const params of malformed) {
      // `undefined` as parameters: none at all.
      const answer = params === undefined ? client.connection.sendRequest(method) : client.connection.sendRequest(method, params);
      const words = await answer.then(
        () => '',
        (error: unknown) => String(error instanceof Error ? error.message : error),
      );
      expect(words).not.toMatch(internals);
    }
    for (const line of client.logged) expect(line).not.toMatch(caughtText);
    // It lives, and answers as before.
    expect(await client.diagnostics()).toBeInstanceOf(Array);
  });

  it('are logged without internals where nobody waits for an answer', async () => {
    const client = await TestClient.start();
    await client.open(storyPolicy);
    for (const method of notifications)
      for (const params of malformed)
        await (params === undefined ? client.connection.sendNotification(method) : client.connection.sendNotification(method, params));
    expect(await client.diagnostics('file:///repo/other.xml')).toEqual([]);
    // Whoever goes through all open documents finds none that is not one.
    for (const textDocument of [7, { uri: 5, text: secret }, { uri: policyUri }])
      await client.connection.sendNotification('textDocument/didOpen', { textDocument });
    await client.open(storyPolicy);
    const facts = { metadata: {}, namedValues: {}, sources: {} };
    expect(await client.connection.sendRequest('apimTokenDoctor/facts/set', facts)).toBeNull();
    expect(client.logged).toContain('Notification handler failed.');
    for (const line of client.logged) expect(line).not.toMatch(caughtText);
  });
});
