import { canvasCommandOf } from '../command';

export const command = canvasCommandOf('toggleMinimap', { title: 'Toggle Minimap' });
