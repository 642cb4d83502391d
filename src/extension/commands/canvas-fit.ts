import { canvasCommandOf } from '../command';

export const command = canvasCommandOf('fit', { title: 'Fit Design in View', icon: 'screen-full', key: 'shift+alt+0' });
