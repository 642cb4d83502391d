import { canvasCommandOf } from '../command';

export const command = canvasCommandOf('cut', { title: 'Cut Selection' });
