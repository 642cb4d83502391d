import { canvasCommandOf } from '../command';

export const command = canvasCommandOf('zoomOut', { title: 'Zoom Out', icon: 'zoom-out', key: 'shift+alt+-' });
