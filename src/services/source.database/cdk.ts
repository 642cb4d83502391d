import { notSupported } from '../../kit/service';

export const cdk = notSupported(
  'The database runs outside the design; what reads it gets its address and its secret as parameters.',
);
