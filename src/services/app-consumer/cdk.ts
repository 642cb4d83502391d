import { notSupported } from '../../kit/service';

export const cdk = notSupported(
  'The application runs outside the design; the export prints the statements its role needs.',
);
