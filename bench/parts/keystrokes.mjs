import { writeCrowded, writeTypical } from '../documents.mjs';
import { loadCore } from '../load-core.mjs';
import { readWithFastXmlParser } from '../rivals.mjs';
import { takeTurns } from '../rounds.mjs';
import { ServedEditor, startTyping } from '../served-editor.mjs';
import { foundTenant } from '../tokens.mjs';

/** From a change to the diagnostics of the changed text, through the built server, with a token in force and its issuer's metadata at hand. */
export async function measure() {
  const { maskExpressions } = await loadCore();
  const tenant = await foundTenant();
  const editor = new ServedEditor();
  try {
    await editor.begin({ token: await tenant.sign(0, Math.floor(Date.now() / 1000)), metadata: tenant.metadata });
    const typical = writeTypical(256 * 1024);
    const crowded = writeCrowded(256 * 1024);
    const small = writeTypical(4 * 1024);
    const [maskedTypical, maskedCrowded] = [maskExpressions(typical), maskExpressions(crowded)];
    const typeIn = async (/** @type {string} */ uri, /** @type {string} */ text) => {
      await editor.open(uri, text);
      return startTyping(editor, uri, text);
    };
    const times = await takeTurns({
      one: { run: await typeIn('file:///typical.xml', typical), whole: true },
      fast: { run: () => readWithFastXmlParser(maskedTypical), whole: true },
      crowded: { run: await typeIn('file:///crowded.xml', crowded), whole: true },
      fastCrowded: { run: () => readWithFastXmlParser(maskedCrowded), whole: true },
      small: { run: await typeIn('file:///small.xml', small), whole: true },
      nothing: { run: () => editor.nothing(), whole: true },
      // Of a document that the server does not know: both messages, and no work.
      bare: { run: () => editor.type('file:///nowhere.xml', { line: 0, character: 0 }, false), whole: true },
    });
    const { one, fast, crowded: many, fastCrowded, small: few, nothing, bare } = times;
    return {
      rows: {
        keystroke: { own: one.p95, other: fast.median },
        'keystroke-crowded': { own: many.p95, other: fastCrowded.median },
        'keystroke-small': { own: few.median, other: nothing.median },
      },
      notes: [
        `keystroke in 256 KiB, median: ${(one.median / fast.median).toFixed(2)} × fast-xml-parser`,
        `keystroke in token policies only, median: ${(many.median / fastCrowded.median).toFixed(2)} × fast-xml-parser`,
        `a keystroke that the server answers without any work, median: ${(bare.median / nothing.median).toFixed(2)} × a request that does nothing`,
        `keystroke in 4 KiB, 95th percentile: ${few.p95.toFixed(2)} ms; a request that does nothing ${nothing.p95.toFixed(2)} ms`,
      ],
    };
  } finally {
    editor.end();
  }
}
