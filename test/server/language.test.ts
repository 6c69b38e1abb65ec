import { describe, expect, it } from 'vitest';
import { englishServer } from '../../src/server/sentences/english/index.js';
import { Language } from '../../src/server/sentences/language.js';
import { markedLanguage, outsideMarks, translate } from '../harness/marked-language.js';
import { policyUri, storyPolicy, TestClient, textOf } from './test-client.js';
import { englishCatalogue } from '../../src/core/index.js';

/** A language that says of every failed request only that it failed. */
const other = { ...englishServer, cannotAnswer: () => 'Ne respondeblas.', requestFailed: () => 'Fiaskis.', failure: () => 'Eraro.' };
const withOther = (): Language =>
  new Language(
    new Map([
      ['en', { server: englishServer, core: englishCatalogue }],
      ['eo', { server: other, core: englishCatalogue }],
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

  it('is that of findings, fixes, hovers, proposals, the token and the panel, too', async () => {
    const language = new Language(new Map([['eo', { server: translate(englishServer), core: markedLanguage }]]));
    const client = await TestClient.start({ language, locale: 'eo' });
    const { kindLabel } = await client.ask('apimTokenDoctor/sample/mint', { id: 'a', token: 'external-id-v1' });
    expect(outsideMarks(kindLabel)).toBe('');
    await client.open(storyPolicy);
    const found = await client.diagnostics();
    expect(found).not.toEqual([]);
    const [first = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } }] = found;
    const actions = await client.actions(first.range, found);
    expect(actions.length).toBeGreaterThan(2);
    const view = await client.ask('apimTokenDoctor/view', { uri: policyUri });
    const [card] = view.policies;
    const cure = view.document?.prediction?.cure;
    const said = [
      ...found.flatMap(diagnostic => textOf(diagnostic).split('\n').slice(1)),
      ...found.flatMap(({ relatedInformation = [] }) => relatedInformation.map(({ message }) => message)),
      ...actions.map(({ title }) => title),
      ...(await client.ask('apimTokenDoctor/explain', { pasted: 'IDX10205', uri: policyUri })).map(({ explanation }) => explanation),
      ...view.sources.flatMap(({ purpose, moment, summary }) => [purpose, moment, summary]),
      ...(card?.prediction?.checks ?? []).flatMap(({ label, sentence }) => [label, sentence]),
      card?.prediction?.answer,
      view.document?.prediction?.headline,
      ...(cure?.kind === 'fixes' ? cure.fixes.flatMap(({ label, title, after }) => [label, title, after]) : []),
      view.token?.kindReason,
      ...(view.token?.summary ?? []).map(({ label }) => label),
      ...(view.token?.claims ?? []).map(({ meaning }) => meaning),
    ].filter(text => typeof text === 'string');
    expect(said.length).toBeGreaterThan(50);
    expect(said.filter(text => outsideMarks(text) !== '')).toEqual([]);
  });

  it('is German for a German client', async () => {
    const client = await TestClient.start({ locale: 'de-AT' });
    const { kindLabel } = await client.ask('apimTokenDoctor/sample/mint', { id: 'a', token: 'external-id-v1' });
    expect(kindLabel).toBe('Access Token von External ID, Form der Version 1.0');
    await client.open(storyPolicy);
    const [first] = await client.diagnostics();
    expect(first === undefined ? '' : textOf(first).split('\n')[0]).toBe(
      'validate-azure-ad-token lehnt Tokens von External ID ab. validate-jwt verwenden.',
    );
    const actions = first === undefined ? [] : await client.actions(first.range, [first]);
    expect(actions.map(({ title }) => title)).toContain('external-id-unsupported hier stumm schalten');
    const [best] = actions;
    expect(best?.title).toMatch(
      /^Als validate-jwt für External ID schreiben, beide Formen → 200, soweit gelesen: Tokens von .+ werden nicht mehr akzeptiert/,
    );
    const [explained] = await client.ask('apimTokenDoctor/explain', { pasted: 'IDX10223: Lifetime validation failed.', uri: null });
    expect(explained).toMatchObject({ explanation: 'Das Token ist abgelaufen.' });
  });

  it('writes German into no policy', async () => {
    const [english, german] = await Promise.all(
      ['en', 'de'].map(async locale => {
        const client = await TestClient.start({ locale });
        await client.ask('apimTokenDoctor/sample/mint', { id: 'a', token: 'external-id-v1' });
        await client.open(storyPolicy);
        const [first] = await client.diagnostics();
        const [action] = first === undefined ? [] : await client.actions(first.range, [first]);
        const { edit } = action === undefined ? { edit: undefined } : await client.resolve(action);
        return edit?.documentChanges?.map(change =>
          'edits' in change ? change.edits.map(each => ('newText' in each ? each.newText : '')) : [],
        );
      }),
    );
    expect(german?.flat().join('')).toContain('<validate-jwt');
    expect(german).toEqual(english);
  });
});
