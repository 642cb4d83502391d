import type { Command } from '../command';

export const command: Command = {
  id: 'dataweir.showRule',
  title: 'Show Rule…',
  fromCanvas: true,
  run: () => import('../actions/show-rule'),
};
