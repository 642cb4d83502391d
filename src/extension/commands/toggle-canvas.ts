import { type Command, canvasInFront, textInFront } from '../command';

export const command: Command = {
  id: 'dataweir.toggleCanvas',
  title: 'Toggle Canvas and Text',
  icon: 'arrow-swap',
  palette: `${canvasInFront} || ${textInFront}`,
  menus: [{ menu: 'editor/title', when: canvasInFront, group: '1_open' }],
  keys: [
    { key: 'ctrl+shift+v', mac: 'cmd+shift+v', when: canvasInFront },
    { key: 'ctrl+shift+v', mac: 'cmd+shift+v', when: textInFront },
  ],
  fromCanvas: true,
  run: () => import('../actions/toggle-canvas'),
};
