import { writeCrowded, writeTypical } from '../documents.mjs';
import { loadCore } from '../load-core.mjs';
import { readWithFastXmlParser, readWithXmlTools } from '../rivals.mjs';
import { takeTurns } from '../rounds.mjs';

const kibibyte = 1024;

/** Reading a document of 256 KiB; of smaller ones and of token policies only in the notes. */
export async function measure() {
  const core = await loadCore();
  const notes = [];
  for (const [name, write] of [
    ['one token policy among others', writeTypical],
    ['token policies only', writeCrowded],
  ])
    for (const size of [4, 64, 256]) {
      const text = write(size * kibibyte);
      const masked = core.maskExpressions(text);
      const { own, fast } = await takeTurns({
        own: { run: () => core.readPolicies(text) },
        fast: { run: () => readWithFastXmlParser(masked) },
      });
      notes.push(`reading ${size} KiB, ${name}: ${(own.median / fast.median).toFixed(2)} × fast-xml-parser (${own.median.toFixed(2)} ms)`);
    }
  const text = writeTypical(256 * kibibyte);
  const masked = core.maskExpressions(text);
  const { own, fast, tools } = await takeTurns({
    own: { run: () => core.readPolicies(text) },
    fast: { run: () => readWithFastXmlParser(masked) },
    tools: { run: () => readWithXmlTools(masked) },
  });
  return {
    rows: { read: { own: own.median, other: fast.median }, 'read-xml-tools': { own: own.median, other: tools.median } },
    notes,
  };
}
