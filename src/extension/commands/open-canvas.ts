import { type Command, pipelineFile, textInFront } from '../command';

export const command: Command = {
  id: 'dataweir.openCanvas',
  title: 'Open Canvas',
  icon: 'type-hierarchy',
  palette: textInFront,
  menus: [
    { menu: 'editor/title', when: textInFront, group: 'navigation@1' },
    { menu: 'explorer/context', when: pipelineFile, group: 'navigation@31' },
  ],
  run: () => import('../actions/open-canvas'),
};
