import path from 'node:path';
import { expect } from 'vitest';
import { testResults } from '../../scripts/paths';
import { cafe, cafeOnDesk, DesignFile, replaced } from './harness/design-file';
import { openCanvas } from './harness/open-canvas';
import { scenario } from './harness/scenario';

const rule = 'security/s3-tls-only';
const fault = 'still answers plain HTTP';
const fix = 'Deny requests without TLS';
/** The lake answers requests without TLS. */
const faulty = (text: string): string => {
  const at = text.indexOf('"id": "lake"');
  return text.slice(0, at) + text.slice(at).replace('"tlsOnly": true', '"tlsOnly": false');
};

scenario(
  'a finding is on its node, in the inspector and among the problems, and goes everywhere when it is mended',
  cafeOnDesk(faulty),
  async ({ workbench, workspace }) => {
    const file = new DesignFile(workbench, workspace);
    const text = await file.text();
    const canvas = await openCanvas(workbench, cafe);
    await workbench.showProblems();
    await workbench.problemRow(fault).waitFor();
    await canvas.badge('lake', 'warning').waitFor();
    await canvas.select('lake');
    await canvas.finding(rule).waitFor();
    expect(await canvas.finding(rule).getAttribute('data-severity')).toBe('warning');

    await canvas.fix(fix).click();
    await canvas.finding(rule).waitFor({ state: 'detached' });
    await canvas.badge('lake', 'warning').waitFor({ state: 'detached' });
    await workbench.problemRow(fault).waitFor({ state: 'detached' });
    expect(await file.saved()).toBe(text.replace('"tlsOnly": false', '"tlsOnly": true'));

    await canvas.tool('undo').click();
    await canvas.finding(rule).waitFor();
    await workbench.problemRow(fault).waitFor();
    expect(await file.saved()).toBe(text);
  },
);

scenario(
  'a finding is mended, or accepted with a reason, from the Problems view',
  cafeOnDesk(faulty),
  async ({ workbench, workspace }) => {
    const file = new DesignFile(workbench, workspace);
    const text = await file.text();
    const canvas = await openCanvas(workbench, cafe);
    await workbench.showProblems();
    await workbench.fixProblem(fault, fix);
    await workbench.problemRow(fault).waitFor({ state: 'detached' });
    expect(await file.saved()).toBe(text.replace('"tlsOnly": false', '"tlsOnly": true'));
    await canvas.tool('undo').click();
    expect(await file.saved()).toBe(text);

    await workbench.problemRow(fault).waitFor();
    await workbench.fixProblem(fault, `Suppress ${rule}`);
    // The text opens beside, with the cursor where the reason goes.
    await expect.poll(() => workbench.textEditor().textContent()).toContain('suppressions');
    await workbench.page.keyboard.type('a public site');
    await workbench.problemRow(fault).waitFor({ state: 'detached' });
    const accepted = JSON.parse(await file.saved()) as { suppressions: unknown };
    expect(accepted.suppressions).toEqual([{ rule, on: 'lake', reason: expect.stringContaining('a public site') }]);
  },
);

scenario(
  'all safe fixes are one command and one step of undo',
  cafeOnDesk(faulty),
  async ({ workbench, workspace }) => {
    const file = new DesignFile(workbench, workspace);
    const text = await file.text();
    const canvas = await openCanvas(workbench, cafe);
    await canvas.badge('lake', 'warning').waitFor();
    await workbench.command('Dataweir: Fix All Findings That Have a Safe Fix');
    expect(await file.saved()).toContain('"logs"');
    await canvas.badge('lake').waitFor({ state: 'detached' });
    await canvas.badge('site-bucket').waitFor({ state: 'detached' });
    await canvas.pane().click({ position: { x: 20, y: 20 } });
    await workbench.undo();
    expect(await file.saved()).toBe(text);
  },
);

scenario(
  'a rule is explained where it fires, and can be switched off',
  cafeOnDesk(faulty),
  async ({ workbench, workspace, window }) => {
    const canvas = await openCanvas(workbench, cafe);
    await canvas.badge('lake', 'warning').waitFor();
    await canvas.select('lake');
    await canvas.finding(rule).locator('button', { hasText: rule }).click();
    await workbench.tab(`Preview s3-tls-only.md`).waitFor();
    const preview = workbench.webview('vscode.markdown-language-features');
    await expect.poll(() => preview.locator('body').textContent()).toContain('TLS');

    await workbench.tab(cafe).click();
    await workspace.setSetting('dataweir.rules', { [rule]: 'off' });
    await canvas.badge('lake', 'warning').waitFor({ state: 'detached' });
    await workspace.setSetting('dataweir.rules', { security: 'error' });
    await canvas.badge('lake', 'error').waitFor();
    expect(window.foreignRequests).toEqual([]);
  },
);

scenario(
  'an edge that cannot be is marked, and says why in the inspector',
  cafeOnDesk((text) =>
    replaced(
      text,
      '"edges": [',
      '"edges": [\n    { "id": "odd", "from": "dashboard", "to": "lake", "data": "clicks" },',
    ),
  ),
  async ({ workbench }) => {
    const canvas = await openCanvas(workbench, cafe);
    await canvas.edgeBadge('odd').waitFor();
    await canvas.select('dashboard');
    await canvas.inspector().locator('[data-edge="odd"]').click();
    await expect.poll(() => canvas.inspector().textContent()).toContain('Not possible');
    await canvas.finding('graph/incompatible-connection').waitFor();
  },
);

const replay = `{
  "version": 1,
  "name": "menu",
  "data": [
    { "id": "clicks", "name": "Clicks", "replayHours": 72 }
  ],
  "nodes": [
    { "id": "shop", "kind": "source.app", "position": { "x": 0, "y": 0 } },
    { "id": "delivery", "kind": "firehose", "label": "Delivery", "position": { "x": 256, "y": 0 } },
    { "id": "lake", "kind": "s3", "position": { "x": 512, "y": 0 } }
  ],
  "edges": [
    { "id": "put", "from": "shop", "to": "delivery", "data": "clicks" },
    { "id": "land", "from": "delivery", "to": "lake", "data": "clicks" }
  ]
}
`;

scenario(
  'a refactoring is shown before it is made, and is one step of undo',
  { files: { 'menu.pipeline.json': replay }, size: { width: 1440, height: 900 } },
  async ({ workbench, workspace, window }) => {
    const file = new DesignFile(workbench, workspace, 'menu.pipeline.json');
    const canvas = await openCanvas(workbench, file.name);
    await canvas.select('delivery');
    await canvas.fix('Put a data stream that keeps 72 h in front').click();
    const preview = canvas.fixPreview();
    await preview.locator('[data-mark="added"][data-element="nodes/delivery-stream"]').waitFor();
    await preview.locator('[data-mark="changed"][data-element="edges/put"]').waitFor();
    expect(
      await preview.locator('img').evaluate(async (image: HTMLImageElement) => {
        await image.decode();
        return image.naturalWidth;
      }),
    ).toBeGreaterThan(400);
    await window.page.screenshot({ path: path.join(testResults, 'fix-preview.png') });
    await window.page.keyboard.press('Delete');
    await window.page.keyboard.press('Escape');
    await preview.waitFor({ state: 'detached' });
    expect(await workbench.dirtyTab(file.name).count()).toBe(0);

    await canvas.fix('Put a data stream that keeps 72 h in front').click();
    await preview.locator('[data-apply]').click();
    await canvas.node('delivery-stream').waitFor();
    expect(await file.saved()).toContain('"retentionHours": 72');
    await canvas.tool('undo').click();
    expect(await file.saved()).toBe(replay);
  },
);
