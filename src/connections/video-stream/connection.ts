import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'video-stream',
  summary: 'Cameras and devices send video; consumers take frames or images from it.',
  pairs: [
    {
      from: 'source.iot-device',
      to: 'kinesis-video-streams',
      way: 'native',
      pattern: 'producer SDK or WebRTC, IoT credential provider',
      permissions: [
        {
          role: 'device role',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['kinesisvideo:PutMedia', 'kinesisvideo:GetDataEndpoint', 'kinesisvideo:DescribeStream'],
        },
      ],
    },
    {
      from: 'source.video',
      to: 'kinesis-video-streams',
      way: 'native',
      pattern: 'producer SDK',
      permissions: [
        {
          role: 'producer',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['kinesisvideo:PutMedia', 'kinesisvideo:GetDataEndpoint', 'kinesisvideo:DescribeStream'],
        },
      ],
    },
    {
      from: 'kinesis-video-streams',
      to: 'sagemaker',
      way: 'code',
      pattern: 'consumer application extracts frames',
      permissions: [
        {
          role: 'consumer',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: ['kinesisvideo:GetDataEndpoint', 'kinesisvideo:GetMedia'],
        },
        { role: 'consumer', holder: 'outside', on: 'to', grant: 'role', actions: ['sagemaker:InvokeEndpoint'] },
      ],
    },
    {
      from: 'kinesis-video-streams',
      to: 's3',
      way: 'native',
      pattern: 'image extraction to S3',
      permissions: [{ role: 'stream role', holder: 'from', on: 'to', grant: 'role', actions: ['s3:PutObject'] }],
    },
    {
      from: 'kinesis-video-streams',
      to: 'app-consumer',
      way: 'code',
      pattern: 'parser library, HLS playback',
      permissions: [
        {
          role: 'consumer',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: ['kinesisvideo:GetDataEndpoint', 'kinesisvideo:GetMedia', 'kinesisvideo:GetHLSStreamingSessionURL'],
        },
      ],
    },
  ],
});
