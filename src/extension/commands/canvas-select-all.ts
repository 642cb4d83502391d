import { canvasCommandOf } from '../command';

export const command = canvasCommandOf('selectAll', { title: 'Select All' });
