// A policy that stands inside another file is read as if it stood alone, and its places are those of the host.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EmbeddedPolicy } from '../../src/core/hosts/host-file.js';
import { applyEdits, type Fix } from '../../src/core/index.js';
import { writeBack } from '../../src/core/hosts/write-back.js';
import { readHost } from '../../src/core/hosts/read-host.js';
import { isPolicyText, isWhole } from '../../src/core/hosts/recognise-text.js';
import { embeddings, type Embedding } from '../harness/embeddings.js';
import { fixWith, listCases } from '../harness/fixture-runner.js';
import { Mint } from '../harness/mint.js';

/** The policies of the fixtures; some of them are none, or large, or broken where their root should end. */
const cases = listCases()
  .map(({ rule, name, folder }) => ({ name: `${rule}/${name}`, text: readFileSync(path.join(folder, 'policy.xml'), 'utf8') }))
  .filter(({ text }) => isPolicyText(text) && isWhole(text))
  // Some as an editor of Windows writes them.
  .flatMap((each, index) =>
    index % 12 === 0 && !each.text.includes('\r') ? [each, { ...each, text: each.text.replace(/\n/g, '\r\n') }] : [each],
  );

const mint = new Mint();
/** By case and text: what is offered there. Fixes are worked out once, for whatever hosts hold the text. */
const offered = new Map<string, Promise<readonly Fix[]>>();

function fixesOf(text: string, name: string): Promise<readonly Fix[]> {
  const key = `${name}\n${text}`;
  const known = offered.get(key) ?? fixWith(text, name, mint);
  offered.set(key, known);
  return known;
}

/** The only policy text of a file. */
function takeOut(host: string, { file }: Pick<Embedding, 'file'>): EmbeddedPolicy {
  const found = readHost(host, file, { all: true });
  const policy = found?.policies[0];
  if (policy === undefined || found?.policies.length !== 1)
    throw new Error(`${String(found?.policies.length)} policies, not read: ${JSON.stringify(found?.notRead)}`);
  return policy;
}

/** Where a line break ends the text that is written on lines of its own, the policy has one. */
const withEnd = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);

/** What some forms hold: no line breaks; comments of C# do not end where their line does. */
const onOneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ').trim();

describe.each(embeddings.map(embedding => [embedding.form, embedding] as const))('%s', (form, embedding) => {
  const embedded = cases.flatMap(({ name, text: written }) => {
    const forms = [written, withEnd(written), onOneLine(written)].map(text => ({ name, text, host: embedding.embed(text) }));
    return forms.find((each): each is { name: string; text: string; host: string } => each.host !== null) ?? [];
  });

  test('holds most policies', () => {
    expect(embedded.length).toBeGreaterThan(cases.length * 0.75);
  });

  test('what is taken out is what was put in', () => {
    for (const { text, host } of embedded) {
      const policy = takeOut(host, embedding);
      expect(policy.form).toBe(form);
      expect(policy.text).toBe(text);
    }
  });

  test('each character stands where the map says', () => {
    for (const { text, host } of embedded.filter((_, index) => index % 5 === 0)) {
      const { map, content } = takeOut(host, embedding);
      let last = content.start;
      for (let i = 0; i < text.length; i++) {
        const { start, end } = map.spanInHost({ start: i, end: i + 1 });
        if (!map.isBetween(i)) continue;
        if (start < last || end > content.end) throw new Error(`out of order at ${String(i)}`);
        if (end - start === 1 && host[start] !== text[i]) throw new Error(`another character at ${String(i)}`);
        if (map.offsetInPolicy(start) !== i) throw new Error(`no way back at ${String(i)}`);
        last = end;
      }
    }
  });

  test('every fix is what it is alone, and nothing else of the host changes', async () => {
    let written = 0;
    const refused: string[] = [];
    for (const { name, text, host } of embedded) {
      const policy = takeOut(host, embedding);
      for (const fix of await fixesOf(text, name)) {
        const result = writeBack({ text: host, name: embedding.file, all: true }, policy, fix.edits);
        if ('refusal' in result) {
          refused.push(`${name}: ${fix.code}`);
          continue;
        }
        written++;
        const after = applyEdits(host, result.edits);
        expect(takeOut(after, embedding).text).toBe(fix.text);
        expect(after.startsWith(host.slice(0, policy.content.start))).toBe(true);
        expect(after.endsWith(host.slice(policy.content.end))).toBe(true);
      }
    }
    expect(refused).toEqual([]);
    expect(written).toBeGreaterThan(250);
  });
});
