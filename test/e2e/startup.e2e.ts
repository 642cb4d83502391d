import { expect } from 'vitest';
import { cafe, cafeOnDesk } from './harness/design-file';
import { activationMs } from './harness/measure';
import { openCanvas } from './harness/open-canvas';
import { scenario } from './harness/scenario';

scenario('nothing opens and nothing wakes up before a design is opened', cafeOnDesk(), async ({ workbench }) => {
  expect(await workbench.tabs().count()).toBe(0);
  expect(await workbench.isRunning('Dataweir')).toBe(false);
  await openCanvas(workbench, cafe);
  const activation = await activationMs(workbench, 'Dataweir');
  expect(activation.onStartup).toBe(false);
  expect(activation.ms).toBeLessThan(500);
});
