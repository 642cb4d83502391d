import { type Command, canvasInFront } from '../command';

export const command: Command = {
  id: 'dataweir.openTextBeside',
  title: 'Open Text Beside',
  icon: 'open-preview',
  enablement: canvasInFront,
  menus: [{ menu: 'editor/title', when: canvasInFront, group: 'navigation@1' }],
  keys: [{ key: 'ctrl+k v', mac: 'cmd+k v', when: canvasInFront }],
  fromCanvas: true,
  run: () => import('../actions/open-text-beside'),
};
