import { expect } from 'vitest';
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
