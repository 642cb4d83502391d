import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'kinesis-video-streams',
  label: 'Amazon Kinesis Video Streams',
  summary: 'Video of cameras and devices, kept and played back by time.',
  stage: 'ingestion',
  role: 'ingest',
  searchWords: ['video', 'camera', 'kvs', 'hls', 'webrtc', 'media'],
  cloudFormationTypes: ['AWS::KinesisVideo::Stream'],
  icon: { aws: 'architecture-service/AmazonKinesisVideoStreams' },
  documentation: 'https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/what-is-kinesis-video.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
