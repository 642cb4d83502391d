import { canvasCommandOf } from '../command';

export const command = canvasCommandOf('tidy', { title: 'Tidy Layout', icon: 'layout', key: 'shift+alt+f' });
