import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { testResults } from '../../scripts/paths';
import { cafe, cafeOnDesk } from './harness/design-file';
import { openCanvas } from './harness/open-canvas';
import { scenario } from './harness/scenario';
import { type Theme, themes } from './pages/workbench';

scenario('the canvas has the colours of every theme', cafeOnDesk(), async ({ workbench, workspace, window }) => {
  const pictures = path.join(testResults, 'appearance');
  await mkdir(pictures, { recursive: true });
  const canvas = await openCanvas(workbench, cafe);
  await canvas.badge('lake').waitFor();
  await canvas.select('lake');
  const seen = new Map<Theme, string>();
  for (const theme of Object.keys(themes) as Theme[]) {
    await workspace.setTheme(theme);
    await workbench.themeApplied(theme);
    await expect.poll(() => canvas.theme()).toBe(theme);
    const { editor, stage, text, card } = await canvas.colours('lake');
    expect(stage, theme).toBe(editor);
    expect(contrast(text, card), `${theme}: text of a node on its card`).toBeGreaterThan(
      theme.startsWith('high') ? 7 : 4.5,
    );
    seen.set(theme, stage);
    await window.page.screenshot({ path: path.join(pictures, `${theme.replaceAll(' ', '-')}.png`) });
  }
  expect(new Set(seen.values()).size).toBe(3 + Number(seen.get('light') !== seen.get('high contrast light')));
});

scenario('icons can be neutral', cafeOnDesk(), async ({ workbench, workspace }) => {
  const canvas = await openCanvas(workbench, cafe);
  const icon = canvas.node('lake').locator('img');
  await icon.waitFor();
  expect(await icon.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
  await workspace.setSetting('dataweir.canvas.neutralIcons', true);
  await icon.waitFor({ state: 'detached' });
});

scenario(
  'the toolbar, the minimap and the panels are where a person leaves them',
  cafeOnDesk(),
  async ({ workbench }) => {
    const canvas = await openCanvas(workbench, cafe);
    await canvas.tool('palette').click();
    await canvas.paletteItem('s3').waitFor({ state: 'detached' });
    await canvas.tool('minimap').click();
    await canvas.minimap().waitFor();
    await canvas.select('lake');
    await workbench.command('Dataweir: Open Text Beside');
    await workbench.textEditor().waitFor();
    await workbench.command('View: Close Editor');
    await canvas.minimap().waitFor();
    await canvas.tool('fit').click();
    await canvas.settled();
    expect(await canvas.paletteItem('s3').count()).toBe(0);
    expect(await canvas.selectedIds()).toEqual(['lake']);
  },
);

/** As WCAG has it, of two colours as the browser prints them. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((first, second) => first - second);
  return (light + 0.05) / (dark + 0.05);
}
