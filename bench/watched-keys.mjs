// How soon a page of VS Code's shows what a key does, measured inside the page.

/**
 * Begins to watch. For each key: the milliseconds until the frame with what it changed is painted, which is when the frame after it begins.
 * For the first key while nothing is marked as an error: those until something is.
 */
export function watchKeys(/** @type {import('playwright-core').Page} */ page) {
  return page.evaluate(() => {
    const editor = document.querySelector('.editor-instance .monaco-editor');
    const isMarked = () => editor.querySelector('.squiggly-error') !== null;
    const watched = { frames: [], marks: [], begun: null, isMarked };
    window.watchedKeys = watched;
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        window.requestAnimationFrame(() => window.requestAnimationFrame(() => watched.frames.push(performance.now() - timeStamp)));
        if (!isMarked()) watched.begun ??= timeStamp;
      },
      { capture: true },
    );
    new window.MutationObserver(() => {
      if (watched.begun === null || !isMarked()) return;
      watched.marks.push(performance.now() - watched.begun);
      watched.begun = null;
    }).observe(editor, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
  });
}

/** Whether something is marked as an error in the editor. */
export function isMarked(/** @type {import('playwright-core').Page} */ page) {
  return page.evaluate(() => window.watchedKeys.isMarked());
}

/** What was measured since it was asked for last, in milliseconds: of each key its frame, of each mark how long it took. */
export function takeKeys(/** @type {import('playwright-core').Page} */ page) {
  return page.evaluate(() => {
    const watched = window.watchedKeys;
    watched.begun = null;
    return { frames: watched.frames.splice(0), marks: watched.marks.splice(0) };
  });
}
