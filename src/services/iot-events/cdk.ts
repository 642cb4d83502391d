import { notSupported } from '../../kit/service';

export const cdk = notSupported('It has ended: use Lambda, Managed Service for Apache Flink or Step Functions.');
