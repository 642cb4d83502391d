import type { Command } from '../command';

export const command: Command = {
  id: 'dataweir.restartServer',
  title: 'Restart Language Server',
  run: () => import('../actions/restart-server'),
};
