import { canvasCommandOf } from '../command';

export const command = canvasCommandOf('zoomIn', { title: 'Zoom In', icon: 'zoom-in', key: 'shift+alt+=' });
