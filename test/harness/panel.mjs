// What a test reads off the token panel's page.
import { again, until } from './poll.mjs';

/** The token panel of a workbench. */
export class Panel {
  constructor(workbench) {
    this.page = workbench.webview();
  }

  /** All that it shows, as one line of text. */
  async text() {
    return (await this.page.locator('body').innerText()).replace(/\s+/g, ' ');
  }

  /** Waits until it shows all of these: a text, a pattern, or what a function says of the text (its name says what is missing). */
  async shows(...wanted) {
    const state = { text: '' };
    const isShown = part =>
      part instanceof RegExp ? part.test(state.text) : typeof part === 'function' ? part(state.text) : state.text.includes(part);
    const complete = async () => {
      state.text = await this.text().catch(() => '');
      return wanted.every(isShown);
    };
    await until('the panel', complete).catch(() => {
      const missing = wanted.filter(part => !isShown(part)).map(part => (typeof part === 'function' ? part.name : part));
      throw new Error(`The panel does not show ${missing.join(', ')}. It shows: ${state.text}`);
    });
  }

  /** Shows one of the tabs below the answer, by its label, and waits until it shows all of these. */
  async tells(label, ...wanted) {
    await again(async timeout => {
      // Without the pointer: the focus stays where it is, so that the next file opens beside the panel and not over it.
      await this.page.getByRole('tab', { name: label }).evaluate(tab => tab.click(), undefined, { timeout });
      await this.page.getByRole('tab', { name: label, selected: true }).waitFor({ timeout });
    });
    await this.shows(...wanted);
  }

  /** The chip of a check, by its label, such as `Issuer`; with an outcome, such as `Passes`, only while that is so. */
  chip(label, outcome = '') {
    return this.page.locator('.chip').filter({ hasText: new RegExp(`^${label} ${outcome}`) });
  }

  /** Waits for the outcome of a check, such as `Passes`, by its label, such as `Issuer`. */
  async check(label, outcome) {
    await this.chip(label, outcome instanceof RegExp ? outcome.source : outcome)
      .first()
      .waitFor();
  }

  /** Opens a check by its label, if it is not open, and waits until all of these are shown. */
  async opens(label, ...wanted) {
    const chip = this.chip(label);
    await again(async timeout => {
      if ((await chip.getAttribute('aria-expanded', { timeout })) !== 'true')
        await chip.evaluate(button => button.click(), undefined, { timeout });
      await this.page.locator('.chip[aria-expanded="true"]').filter({ hasText: label }).waitFor({ timeout });
    });
    await this.shows(...wanted);
  }
}
