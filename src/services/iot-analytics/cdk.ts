import { notSupported } from '../../kit/service';

export const cdk = notSupported('It has ended: use IoT Core with Firehose or Kinesis, S3 and Athena.');
