import { writeTypical } from '../documents.mjs';
import { loadCore } from '../load-core.mjs';
import { takeTurns } from '../rounds.mjs';
import { ServedEditor, startTyping } from '../served-editor.mjs';
import { foundTenant } from '../tokens.mjs';

/** How time grows from 64 KiB to 4 MiB: a size that nobody has, where what is not linear shows. */
export async function measure() {
  const core = await loadCore();
  const tenant = await foundTenant();
  const editor = new ServedEditor();
  try {
    await editor.begin({ token: await tenant.sign(0, Math.floor(Date.now() / 1000)), metadata: tenant.metadata });
    const [small, large] = [writeTypical(64 * 1024), writeTypical(4 * 1024 * 1024)];
    await editor.open('file:///small.xml', small);
    await editor.open('file:///large.xml', large);
    const times = await takeTurns(
      {
        readSmall: { run: () => core.readPolicies(small) },
        readLarge: { run: () => core.readPolicies(large), whole: true },
        typeSmall: { run: startTyping(editor, 'file:///small.xml', small), whole: true },
        typeLarge: { run: startTyping(editor, 'file:///large.xml', large), whole: true },
      },
      { rounds: 9, warmUp: 3 },
    );
    const share = ({ median }, { length }) => median / length;
    return {
      rows: {
        'growth-read': { own: share(times.readLarge, large), other: share(times.readSmall, small) },
        'growth-keystroke': { own: share(times.typeLarge, large), other: share(times.typeSmall, small) },
      },
      notes: [
        `4 MiB: read in ${times.readLarge.median.toFixed(0)} ms, keystroke → diagnostics in ${times.typeLarge.median.toFixed(0)} ms (9 rounds)`,
      ],
    };
  } finally {
    editor.end();
  }
}
