import { notSupported } from '../../kit/service';

export const cdk = notSupported('The camera is outside the design; the export prints the statements its role needs.');
