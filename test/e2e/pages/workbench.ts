import type { FrameLocator, Locator, Page } from 'playwright-core';

export type Theme = 'dark' | 'light' | 'high contrast dark' | 'high contrast light';

/** The theme's name in the settings, and the class that the workbench carries once it is applied. */
export const themes: Readonly<Record<Theme, { readonly setting: string; readonly cssClass: string }>> = {
  dark: { setting: 'Default Dark Modern', cssClass: 'vs-dark' },
  light: { setting: 'Default Light Modern', cssClass: 'vs' },
  'high contrast dark': { setting: 'Default High Contrast', cssClass: 'hc-black' },
  'high contrast light': { setting: 'Default High Contrast Light', cssClass: 'hc-light' },
};

/** VS Code around the editors: the only place that knows its selectors. */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A file or folder in the explorer. */
  explorerRow(name: string): Locator {
    return this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
  }

  tab(name: string): Locator {
    return this.page.locator('.tabs-container .tab', { hasText: name }).first();
  }

  /** Only there while the file has unsaved changes. */
  dirtyTab(name: string): Locator {
    return this.page.locator('.tabs-container .tab.dirty', { hasText: name }).first();
  }

  tabs(): Locator {
    return this.page.locator('.tabs-container .tab');
  }

  activeTab(): Locator {
    return this.page.locator('.editor-group-container.active .tabs-container .tab.active');
  }

  /** Opens a file for good, not as a preview, in the editor that VS Code chooses for it. */
  async openFile(name: string): Promise<void> {
    await this.explorerRow(name).dblclick();
    await this.tab(name).waitFor();
  }

  /** Opens a file in the editor of that label, for example `Text Editor`. */
  async openFileWith(name: string, editor: string): Promise<void> {
    await this.explorerRow(name).click({ button: 'right' });
    await this.chooseFromMenu('Open With...');
    await this.pick(editor);
  }

  /** Shows the active file in another editor, in the place of this one. */
  async reopenWith(editor: string): Promise<void> {
    await this.command('View: Reopen Editor With...');
    await this.pick(editor);
  }

  async closeEditor(): Promise<void> {
    await this.command('View: Close Editor');
  }

  /** The document inside a custom editor or webview view of an extension, by `publisher.name` in lower case. */
  webview(extension: string, nth = 0): FrameLocator {
    return this.webviewFrame(extension).nth(nth).contentFrame().locator('iframe#active-frame').contentFrame();
  }

  /** VS Code's own frame around it; counting these tells how many are open. */
  webviewFrame(extension: string): Locator {
    return this.page.locator(`iframe.webview.ready[src*="extensionId=${extension}"]`);
  }

  /** The text editor that is shown, in whichever group. */
  textEditor(): Locator {
    return this.page.locator('.editor-group-container .monaco-editor[role="code"]').first();
  }

  /** Replaces the whole text of the text editor, by keyboard, as a paste would. */
  async pasteOverText(text: string): Promise<void> {
    await this.textEditor().click();
    await this.page.keyboard.press('Control+a');
    await this.page.evaluate((content) => navigator.clipboard.writeText(content), text);
    await this.page.keyboard.press('Control+v');
  }

  quickInput(): Locator {
    return this.page.locator('.quick-input-widget');
  }

  quickInputBox(): Locator {
    return this.page.locator('.quick-input-widget .quick-input-filter input');
  }

  quickPickRow(label: string): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
  }

  /** Runs a command by its English title, category included. */
  async command(title: string): Promise<void> {
    await this.openQuickInput('F1');
    await this.quickInputBox().fill(`>${title}`);
    await this.quickPickRow(title).click();
    await this.quickPickRow(title).waitFor({ state: 'hidden' });
  }

  /** Chooses from the list that a command shows. */
  async pick(label: string): Promise<void> {
    await this.quickPickRow(label).click();
  }

  /** Answers the question of a command that wants a line of text. */
  async answer(text: string): Promise<void> {
    await this.quickInputBox().fill(text);
    await this.page.keyboard.press('Enter');
  }

  async goToSymbol(): Promise<void> {
    await this.openQuickInput('Control+Shift+o');
  }

  menuItem(label: string): Locator {
    return this.page.locator('.monaco-menu .action-item', { hasText: label }).first();
  }

  /** A menu that has just opened takes no click for a moment, lest the click that opened it chooses something. */
  async chooseFromMenu(label: string): Promise<void> {
    const item = this.menuItem(label);
    for (let attempt = 1; ; attempt++) {
      await item.click();
      try {
        await item.waitFor({ state: 'hidden', timeout: 1000 });
        return;
      } catch (error) {
        if (attempt === 5) throw error;
      }
    }
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('Control+s');
  }

  /** Waits for a change to be there, saves it, and resolves once it is in the file. */
  async saveChange(name: string): Promise<void> {
    await this.dirtyTab(name).waitFor();
    await this.save();
    await this.clean(name);
  }

  /** Resolves once the document is as it is in the file. */
  async clean(name: string): Promise<void> {
    await this.dirtyTab(name).waitFor({ state: 'detached' });
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('Control+z');
  }

  async redo(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+z');
  }

  /** Shows the Problems view. Its rows come and go by themselves; read them with `problems`. */
  async showProblems(): Promise<void> {
    await this.command('Problems: Focus on Problems View');
    await this.page.locator('.markers-panel').waitFor();
  }

  /** The rows of the Problems view: files and, below each, its findings. */
  async problems(): Promise<readonly string[]> {
    return this.page.locator('.markers-panel .monaco-list-row').allInnerTexts();
  }

  problemRow(text: string): Locator {
    return this.page.locator('.markers-panel .monaco-list-row', { hasText: text }).first();
  }

  /** Applies a quick fix by the light bulb of its row in the Problems view. */
  async fixProblem(text: string, fix: string): Promise<void> {
    const row = this.problemRow(text);
    await row.click();
    await row.locator('.markers-panel-action-quickfix').click();
    await this.chooseFromMenu(fix);
  }

  /** Types a path into the file dialog of a remote window, and takes it by its button. */
  async chooseFile(file: string, button: string): Promise<void> {
    // The list of a question before may still be closing; the dialog begins with a folder.
    await this.page.waitForFunction(
      (selector) => document.querySelector<HTMLInputElement>(selector)?.value.startsWith('/'),
      '.quick-input-widget .quick-input-filter input',
    );
    await this.quickPickRow('..').waitFor();
    await this.quickInputBox().fill(file);
    const take = this.quickInput().locator('.monaco-button', { hasText: button }).first();
    // While it still looks the path up, the dialog takes the click for a wish to wait.
    for (let attempt = 1; await this.quickInput().isVisible(); attempt++) {
      await take.click();
      try {
        await this.quickInput().waitFor({ state: 'hidden', timeout: 2000 });
      } catch (error) {
        if (attempt === 5) throw error;
      }
    }
  }

  /** The question whether to replace what the file dialog chose is asked in its own line. */
  fileDialogMessage(): Locator {
    return this.quickInput().locator('.quick-input-message');
  }

  /** A message in the corner of the window. */
  notification(text: string): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item', { hasText: text }).first();
  }

  notificationButton(text: string, label: string): Locator {
    return this.notification(text).locator('.monaco-button', { hasText: label });
  }

  dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  dialogButton(label: string): Locator {
    return this.dialog().locator('.monaco-button', { hasText: label });
  }

  statusBarItem(text: string): Locator {
    return this.page.locator('.statusbar-item', { hasText: text }).first();
  }

  /** An icon in the title of the active editor group, by its tooltip. */
  editorAction(label: string): Locator {
    return this.page
      .locator(`.editor-group-container.active .editor-actions .action-label[aria-label^="${label}"]`)
      .first();
  }

  /** Drags a border between two parts of the window: the one of that direction that is nearest to where it goes. */
  async resize(direction: 'horizontal' | 'vertical', to: { x: number; y: number }): Promise<void> {
    const across = direction === 'horizontal' ? 'y' : 'x';
    const sashes = this.page.locator(
      `.monaco-grid-view > .monaco-grid-branch-node .monaco-sash.${direction}:not(.disabled)`,
    );
    const boxes = (await Promise.all((await sashes.all()).map((sash) => sash.boundingBox()))).flatMap(
      (box) => box ?? [],
    );
    const middles = boxes.map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }));
    const [from] = middles.sort((a, b) => Math.abs(a[across] - to[across]) - Math.abs(b[across] - to[across]));
    if (!from) throw new Error(`There is no ${direction} border.`);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    const end = direction === 'horizontal' ? { x: from.x, y: to.y } : { x: to.x, y: from.y };
    await this.page.mouse.move(end.x, end.y, { steps: 8 });
    await this.page.mouse.up();
  }

  /** A row of a tree view in the side bar, by its visible text. */
  treeRow(view: string, text: string): Locator {
    return this.page.locator('.pane', { hasText: view }).locator('.monaco-list-row', { hasText: text }).first();
  }

  /** Whether VS Code has woken an extension up. */
  async isRunning(extension: string): Promise<boolean> {
    const list = await this.showRunningExtensions();
    const running = (await list.locator('.monaco-list-row', { hasText: extension }).count()) > 0;
    await this.page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    return running;
  }

  /**
   * VS Code's list of running extensions. It is read again for a while after it is drawn, and an error of VS Code's own
   * when it is closed in the middle of that.
   */
  async showRunningExtensions(): Promise<Locator> {
    await this.command('Developer: Show Running Extensions');
    const list = this.page.locator('.runtime-extensions-editor');
    await list.locator('.monaco-list-row').first().waitFor();
    for (let before: string | null = null, now = await list.textContent(); now !== before; ) {
      await this.page.waitForTimeout(1500);
      [before, now] = [now, await list.textContent()];
    }
    return list;
  }

  async themeApplied(theme: Theme): Promise<void> {
    await this.page.locator(`.monaco-workbench.${themes[theme].cssClass}`).waitFor();
  }

  /** The key is lost on a window that is still busy with the step before. */
  private async openQuickInput(key: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press(key);
      try {
        await this.quickInputBox().waitFor({ timeout: 3000 });
        return;
      } catch (error) {
        if (attempt === 3) throw error;
      }
    }
  }
}
