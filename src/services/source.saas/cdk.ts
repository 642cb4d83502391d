import { notSupported } from '../../kit/service';

export const cdk = notSupported(
  'The application is somebody else’s; the flow that reads it names a connection that you make once in the console.',
);
