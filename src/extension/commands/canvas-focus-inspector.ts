import { canvasCommandOf } from '../command';

export const command = canvasCommandOf('focusInspector', { title: 'Focus Inspector', key: 'shift+alt+i' });
