import { canvasCommandOf } from '../command';

export const command = canvasCommandOf('paste', { title: 'Paste' });
