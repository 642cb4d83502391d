import { notSupported } from '../../kit/service';

export const cdk = notSupported('It has ended: use Managed Service for Apache Flink.');
