// What a test does with VS Code's workbench in a browser page.
import { again, until } from './poll.mjs';

/** The page object. Its locators are VS Code's own class names and the product's own texts. */
export class Workbench {
  constructor(page) {
    this.page = page;
    page.setDefaultTimeout(120_000); // only ends a hang
  }

  /** Opens a folder that has at least one file; done when the Explorer shows it. */
  async open(address) {
    await this.page.goto(address);
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /** Opens a file from the Explorer. */
  async openFile(name) {
    await again(async timeout => {
      await this.page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: name }).dblclick({ timeout });
      await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor({ timeout });
    });
    // On a cold start the tab is there long before the text is, and a command sees no editor yet.
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Runs a command through the command palette. */
  async command(title) {
    const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
    for (let turn = 1; ; turn++) {
      // The palette does not show what is contributed after it was opened, so open it again if need be: ever later, for a busy machine.
      const timeout = turn * 3_000;
      try {
        await this.page.keyboard.press('F1');
        await this.page.locator('.quick-input-widget input[aria-controls]').fill(`>${title}`, { timeout });
        await row.waitFor({ timeout });
        return await row.click();
      } catch (error) {
        if (turn === 10) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Runs a command that shows a list, and types what narrows it, until it has a row with the text `row`. Gives the row. */
  async ask(title, typed, row) {
    return again(async timeout => {
      await this.command(title);
      try {
        // Until the command's own input box is there, this is the palette's: what is typed there is lost.
        await this.page.locator('.quick-input-widget input[aria-controls]').fill(typed, { timeout });
        await this.choice(row).waitFor({ timeout });
        return this.choice(row);
      } catch (error) {
        await this.page.keyboard.press('Escape');
        throw error;
      }
    });
  }

  /** Puts text on the clipboard, as copying it elsewhere does. */
  copy(text) {
    return this.page.evaluate(copied => navigator.clipboard.writeText(copied), text);
  }

  /** The input box of a command; masked like a password. */
  get maskedInput() {
    return this.page.locator('.quick-input-widget input[type="password"]');
  }

  /** Pastes the clipboard into the masked input box and accepts it. */
  async pasteMasked(text) {
    await this.paste(this.maskedInput, text);
    await this.page.keyboard.press('Enter');
    await this.maskedInput.waitFor({ state: 'hidden' });
  }

  /** Pastes a text into an input box, in the place of what stands there. */
  async paste(input, text) {
    await this.copy(text);
    await input.waitFor();
    await again(async timeout => {
      await input.focus({ timeout });
      await this.page.keyboard.press('Control+a');
      await this.page.keyboard.press('Control+v');
      await until('the pasted text', async () => (await input.inputValue({ timeout })).length > 0, timeout);
    });
  }

  /** A row of the list that a command shows. */
  choice(text) {
    return this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first();
  }

  /** Chooses a row of the list that is open, again until the list is gone. */
  async pick(text) {
    const row = this.choice(text);
    await row.waitFor();
    await again(async timeout => {
      if (await row.isVisible()) await row.click({ timeout });
      await row.waitFor({ state: 'hidden', timeout });
    });
  }

  /** The wavy lines: error, warning, info or hint. */
  squiggle(severity) {
    return this.page.locator(`.monaco-editor .squiggly-${severity}`);
  }

  /** A row of the Problems view. */
  problem(text) {
    return this.page.locator('.markers-panel .monaco-list-row').filter({ hasText: text });
  }

  /** The texts of all rows of the Problems view. */
  async problems() {
    return (await this.page.locator('.markers-panel .monaco-list-row').allInnerTexts()).map(text => text.replace(/\s+/g, ' '));
  }

  /** A row of the menu of code actions. */
  action(title) {
    return this.page.locator('.action-widget .monaco-list-row').filter({ hasText: title });
  }

  notification(text) {
    return this.page.locator('.notification-toast, .notifications-center .notification-list-item').filter({ hasText: text });
  }

  /** A button of the modal dialog that asks `question`. */
  async answer(question, button) {
    const dialog = this.page.locator('.monaco-dialog-box').filter({ hasText: question });
    await dialog.waitFor();
    await again(async timeout => {
      if (await dialog.isVisible()) await dialog.getByRole('button', { name: button, exact: true }).click({ timeout });
      await dialog.waitFor({ state: 'hidden', timeout });
    });
  }

  statusItem(text) {
    return this.page.locator('.statusbar-item').filter({ hasText: text });
  }

  line(text) {
    return this.page.locator('.monaco-editor .view-line').filter({ hasText: text }).first();
  }

  /** The tab of an editor. */
  tab(name) {
    return this.page.locator('.tab').filter({ hasText: name });
  }

  /** Brings an editor to the front by its tab. */
  async front(name) {
    await again(async timeout => {
      await this.tab(name).click({ timeout });
      await this.page.locator('.tab.active').filter({ hasText: name }).waitFor({ timeout });
    });
  }

  /** Puts the cursor at a line and column, both counted from 1, of the editor that was used last. */
  async goTo(line, column) {
    // Its one row says where Enter leads; before that Enter leads nowhere.
    await this.ask('Go to Line/Column...', `:${line}:${column}`, new RegExp(`\\b${line}\\b.*\\b${column}\\b`));
    await this.page.keyboard.press('Enter');
    // What is typed before the editor has the focus again is lost.
    await this.page.locator('.quick-input-widget input[aria-controls]').waitFor({ state: 'hidden' });
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  /** Opens the menu of code actions at the cursor, again until it shows `title`: actions come a moment after the diagnostics. */
  async openActions(title) {
    for (let turn = 1; ; turn++) {
      await this.page.keyboard.press('Control+.');
      try {
        return await this.action(title)
          .first()
          .waitFor({ timeout: turn * 2_000 });
      } catch (error) {
        if (turn === 10) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Chooses a code action from the open menu. Until the mouse moves, an invisible shield may cover the list. */
  async choose(title) {
    const row = this.action(title).first();
    await row.waitFor();
    await again(async timeout => {
      if (await row.isVisible()) await row.click({ force: true, timeout });
      await row.waitFor({ state: 'hidden', timeout });
    });
  }

  /** The document of a webview, which VS Code puts two frames deep. */
  webview() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }
}
