import { notSupported } from '../../kit/service';

export const cdk = notSupported('The provider is outside the design; the subscription is made once in the console.');
