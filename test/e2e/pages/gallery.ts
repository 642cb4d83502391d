import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The templates to start from: the only place that knows the selectors of that page. */
export class GalleryPage {
  constructor(
    readonly page: Page,
    readonly root: FrameLocator,
  ) {}

  /** Resolves once it can be searched. */
  async ready(): Promise<void> {
    await this.count().filter({ hasText: /\d/ }).waitFor();
  }

  search(): Locator {
    return this.root.locator('#search');
  }

  card(id: string): Locator {
    return this.root.locator(`[data-template=${JSON.stringify(id)}]`);
  }

  /** The cards that the search leaves. */
  shownCards(): Locator {
    return this.root.locator('[data-template]:visible');
  }

  count(): Locator {
    return this.root.locator('#count');
  }

  focusedTemplate(): Promise<string | null> {
    return this.root.locator('body').evaluate(() => document.activeElement?.getAttribute('data-template') ?? null);
  }

  /** Icons of a card's picture that are there to be seen. */
  async loadedIcons(id: string): Promise<number> {
    const addresses = await this.card(id)
      .locator('image')
      .evaluateAll((images) => images.map((image) => image.getAttribute('href') ?? ''));
    const loaded = await this.root.locator('body').evaluate(
      (_, all) =>
        Promise.all(
          all.map(async (address) => {
            const image = new Image();
            image.src = address;
            return image.decode().then(
              () => image.naturalWidth > 0,
              () => false,
            );
          }),
        ),
      addresses,
    );
    return loaded.filter(Boolean).length;
  }
}
