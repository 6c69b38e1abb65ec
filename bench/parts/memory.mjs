import { writeTypical } from '../documents.mjs';
import { ServedEditor, startTyping } from '../served-editor.mjs';
import { foundTenant } from '../tokens.mjs';

const documents = 100;
const size = 256 * 1024;
/** How many are open at once where the cost of one is measured. */
const open = 10;

/** The server's heap, collected before each look at it. */
export async function measure() {
  const tenant = await foundTenant();
  const editor = new ServedEditor({ memory: true });
  try {
    await editor.begin({ token: await tenant.sign(0, Math.floor(Date.now() / 1000)), metadata: tenant.metadata });
    const text = writeTypical(size);
    const visit = async (/** @type {string} */ uri) => {
      await editor.open(uri, text);
      const type = startTyping(editor, uri, text);
      await type();
      await type();
    };
    // What the engine keeps of code that ran for the first time is no document's.
    for (let count = 0; count < 5; count++) {
      await visit(`file:///warm-${count}.xml`);
      await editor.close(`file:///warm-${count}.xml`);
    }
    const before = await editor.memory();
    for (let count = 0; count < documents; count++) {
      await visit(`file:///closed-${count}.xml`);
      await editor.close(`file:///closed-${count}.xml`);
    }
    const after = await editor.memory();
    for (let count = 0; count < open; count++) await visit(`file:///open-${count}.xml`);
    const full = await editor.memory();
    return {
      rows: { 'memory-closed': { own: after, other: before }, 'memory-open': { own: (full - after) / open, other: text.length } },
      notes: [
        `heap before ${(before / 2 ** 20).toFixed(1)} MiB, after ${documents} documents ${(after / 2 ** 20).toFixed(1)} MiB, with ${open} open ${(full / 2 ** 20).toFixed(1)} MiB`,
      ],
    };
  } finally {
    editor.end();
  }
}
