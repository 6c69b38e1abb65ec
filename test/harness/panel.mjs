// What a test reads off the token panel's page.
import { until } from './poll.mjs';

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

  /** Waits for the outcome of a check, such as `Passes`, by its label, such as `Issuer`. */
  async check(label, outcome) {
    const row = this.page.locator('table.checks tr').filter({ has: this.page.getByRole('rowheader', { name: label, exact: true }) });
    await row.filter({ hasText: outcome }).first().waitFor();
  }
}
