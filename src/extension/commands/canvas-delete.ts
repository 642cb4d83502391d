import { canvasCommandOf } from '../command';

export const command = canvasCommandOf('delete', { title: 'Delete Selection' });
