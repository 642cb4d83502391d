import { expect } from 'vitest';
import { DesignFile } from './harness/design-file';
import { openCanvas } from './harness/open-canvas';
import { scenario } from './harness/scenario';

const design = `{
  "version": 1,
  "name": "bank",
  "nodes": [
    { "id": "ledger", "kind": "qldb", "position": { "x": 0, "y": 0 } },
    { "id": "accounts", "kind": "aurora", "position": { "x": 256, "y": 0 } },
    { "id": "payments", "kind": "aurora", "position": { "x": 512, "y": 0 } }
  ],
  "groups": [
    { "id": "stores", "kind": "vpc", "label": "Stores", "nodes": ["accounts"] }
  ]
}
`;

scenario(
  'the inspector says what became of a retired service, and in which network a store runs',
  { files: { 'bank.pipeline.json': design }, size: { width: 1440, height: 900 } },
  async ({ workbench }) => {
    const canvas = await openCanvas(workbench, 'bank.pipeline.json');
    await canvas.node('ledger').getByText('QLDB, retired').waitFor();
    await canvas.select('ledger');
    await expect
      .poll(() => canvas.remark('retired').textContent())
      .toContain('Ended on 31 July 2025. Use Aurora PostgreSQL');
    await canvas.select('accounts');
    await expect.poll(() => canvas.remark('network').textContent()).toBe('Runs in the VPC "Stores".');
    expect(await canvas.remark('retired').count()).toBe(0);
    await canvas.select('payments');
    await expect.poll(() => canvas.remark('network').textContent()).toContain('default one of isolated subnets');
  },
);

const sparse = `{
  "version": 1,
  "name": "menu",
  "data": [
    { "id": "clicks", "name": "Clicks", "format": "avro" }
  ],
  "nodes": [
    { "id": "lake", "kind": "s3", "label": "Lake", "position": { "x": 0, "y": 0 }, "data": ["clicks"] }
  ]
}
`;

scenario(
  'the inspector asks for what lets most rules decide, and fills it from a profile',
  { files: { 'menu.pipeline.json': sparse }, size: { width: 1440, height: 900 } },
  async ({ workbench, workspace }) => {
    const file = new DesignFile(workbench, workspace, 'menu.pipeline.json');
    const canvas = await openCanvas(workbench, file.name);
    await canvas.waiting('data/clicks/retentionDays').click();
    await expect.poll(() => canvas.focusedField()).toBe('retentionDays');
    await canvas.waiting('hotDays').or(canvas.waiting('accessPattern')).first().waitFor();
    await canvas.input('fill-from-profile').selectOption('clickstream');
    await workbench.dirtyTab(file.name).waitFor();
    const filled = JSON.parse(await file.saved()) as { data: Record<string, unknown>[] };
    expect(filled.data).toEqual([
      expect.objectContaining({ id: 'clicks', format: 'avro', arrival: 'stream', accessPattern: 'decaying' }),
    ]);
    expect(filled.data[0]).not.toHaveProperty('retentionDays');
    await canvas.waiting('accessPattern').waitFor({ state: 'detached' });
    await canvas.tool('undo').click();
    expect(await file.saved()).toBe(sparse);
  },
);
