import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'source.video',
  label: 'Camera',
  summary: 'A camera that streams video.',
  stage: 'source',
  role: 'source',
  searchWords: ['camera', 'video', 'cctv', 'webrtc', 'image'],
  cloudFormationTypes: [],
  icon: { aws: 'resource/AWSIoTThingCamera' },
  config,
});
