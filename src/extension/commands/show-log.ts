import type { Command } from '../command';

export const command: Command = {
  id: 'dataweir.showLog',
  title: 'Show Log',
  run: () => import('../actions/show-log'),
};
