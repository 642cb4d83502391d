import { canvasCommandOf } from '../command';

export const command = canvasCommandOf('duplicate', { title: 'Duplicate Selection' });
