import { writeCrowded, writeTypical } from '../documents.mjs';
import { loadCore } from '../load-core.mjs';
import { readWithFastXmlParser, readWithXmlTools } from '../rivals.mjs';
import { takeTurns } from '../rounds.mjs';

const kibibyte = 1024;

const kinds = /** @type {const} */ ([
  ['one token policy among others', writeTypical],
  ['token policies only', writeCrowded],
]);

/** Reading a document of 256 KiB; of smaller ones, of token policies only, and again after an edit in the notes. */
export async function measure() {
  const core = await loadCore();
  const notes = [];
  for (const [name, write] of kinds)
    for (const size of [4, 64, 256]) {
      const text = write(size * kibibyte);
      const masked = core.maskExpressions(text);
      const { own, fast } = await takeTurns({
        own: { run: () => core.readPolicies(text) },
        fast: { run: () => readWithFastXmlParser(masked) },
      });
      notes.push(`reading ${size} KiB, ${name}: ${(own.median / fast.median).toFixed(2)} × fast-xml-parser (${own.median.toFixed(2)} ms)`);
    }
  for (const [name, write] of kinds)
    for (const size of [4, 256]) notes.push(await compareWithNothing(core, name, write(size * kibibyte), size));
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

/**
 * How long reading takes after a key in the middle of a text, with what was read before at hand, beside reading all of it.
 *
 * @param {Awaited<ReturnType<typeof loadCore>>} core
 */
async function compareWithNothing(core, /** @type {string} */ name, /** @type {string} */ text, /** @type {number} */ size) {
  const middle = text.indexOf('"', text.length >> 1);
  // In one piece, as a text is that came over a wire.
  const versions = [text, [text.slice(0, middle), 'x', text.slice(middle)].join('')];
  const kept = new core.KeptMarks();
  let [again, nothing] = [0, 0];
  const { own, whole } = await takeTurns({
    own: { run: () => [...core.readInSteps(versions[again++ % 2], core.noLiterals, kept)] },
    whole: { run: () => [...core.readInSteps(versions[nothing++ % 2])] },
  });
  const share = Math.round((100 * own.median) / whole.median);
  return `a key in the middle of ${size} KiB, ${name}: ${share} % of reading from nothing (${own.median.toFixed(2)} ms)`;
}
