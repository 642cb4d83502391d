import { notSupported } from '../../kit/service';

export const cdk = notSupported('The device is outside the design; the export prints the policy it needs.');
