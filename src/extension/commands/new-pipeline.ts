import type { Command } from '../command';

export const command: Command = {
  id: 'dataweir.newPipeline',
  title: 'New Pipeline from Template…',
  icon: 'new-file',
  menus: [{ menu: 'file/newFile', when: 'true', group: 'file' }],
  run: () => import('../actions/new-pipeline'),
};
