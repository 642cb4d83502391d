import { canvasCommandOf } from '../command';

export const command = canvasCommandOf('focusPalette', { title: 'Focus Palette', key: 'shift+alt+p' });
