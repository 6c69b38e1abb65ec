import { describe, expect, it } from 'vitest';
import { englishServer } from '../../src/server/sentences/english/index.js';
import { Language } from '../../src/server/sentences/language.js';
import { policyUri, storyPolicy, TestClient } from './test-client.js';

/** A language that says of every failed request only that it failed. */
const other = { ...englishServer, cannotAnswer: () => 'Ne respondeblas.', requestFailed: () => 'Fiaskis.', failure: () => 'Eraro.' };
const withOther = (): Language =>
  new Language(
    new Map([
      ['en', englishServer],
      ['eo', other],
    ]),
  );
const judging = { judge: () => Promise.reject(new Error('stopped')) };

describe('the language of the server', () => {
  it.each(['eo', 'EO-x', 'eo_XX'])('is the one that the client names at its start: %s', async locale => {
    const client = await TestClient.start({ language: withOther(), locale, judging });
    await client.open(storyPolicy);
    await expect(client.ask('apimTokenDoctor/view', { uri: policyUri })).rejects.toThrow('Ne respondeblas.');
    expect(client.logged).toContain('Eraro.');
  });

  it.each(['en-GB', 'fi', ''])('is English where nobody has written that one: "%s"', async locale => {
    const client = await TestClient.start({ language: withOther(), locale, judging });
    await client.open(storyPolicy);
    await expect(client.ask('apimTokenDoctor/view', { uri: policyUri })).rejects.toThrow(englishServer.cannotAnswer());
    expect(client.logged.join('\n')).toContain('Please report this line: Error at ');
    expect(client.logged.join('\n')).not.toContain('stopped');
  });
});
