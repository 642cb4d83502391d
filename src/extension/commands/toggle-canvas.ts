import { type Command, canvasInFront, textInFront } from '../command';

export const command: Command = {
  id: 'dataweir.toggleCanvas',
  title: 'Toggle Canvas and Text',
  icon: 'arrow-swap',
  palette: `${canvasInFront} || ${textInFront}`,
  menus: [{ menu: 'editor/title', when: canvasInFront, group: '1_open' }],
  // Keys with V, C or X never leave a webview in a browser: it takes them for the clipboard's.
  keys: [
    { key: 'shift+alt+t', when: canvasInFront },
    { key: 'shift+alt+t', when: textInFront },
  ],
  fromCanvas: true,
  run: () => import('../actions/toggle-canvas'),
};
