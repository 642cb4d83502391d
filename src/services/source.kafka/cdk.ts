import { notSupported } from '../../kit/service';

export const cdk = notSupported(
  'The cluster runs outside the design; what reads it gets its brokers and its secret as parameters.',
);
