import { canvasCommandOf } from '../command';

export const command = canvasCommandOf('copy', { title: 'Copy Selection' });
