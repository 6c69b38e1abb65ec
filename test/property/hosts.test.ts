// A policy that stands inside another file is read as if it stood alone, and its places are those of the host.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PolicyText } from '../../src/core/hosts/policy-text.js';
import { readHost } from '../../src/core/hosts/read-host.js';
import { isPolicyText, isWhole } from '../../src/core/hosts/recognise-text.js';
import { embeddings, type Embedding } from '../harness/embeddings.js';
import { listCases } from '../harness/fixture-runner.js';

/** The policies of the fixtures; some of them are none, or large, or broken where their root should end. */
const policies = [...new Set(listCases().map(({ folder }) => readFileSync(path.join(folder, 'policy.xml'), 'utf8')))].filter(
  text => isPolicyText(text) && isWhole(text),
);

/** The only policy text of a file. */
function takeOut(host: string, { file }: Pick<Embedding, 'file'>): PolicyText {
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
  const embedded = policies.flatMap(written => {
    const forms = [written, withEnd(written), onOneLine(written)].map(text => ({ text, host: embedding.embed(text) }));
    return forms.find((each): each is { text: string; host: string } => each.host !== null) ?? [];
  });

  test('holds most policies', () => {
    expect(embedded.length).toBeGreaterThan(policies.length * 0.8);
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
});
