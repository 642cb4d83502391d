import { notSupported } from '../../kit/service';

export const cdk = notSupported('The endpoint is somebody else’s; what sends to it gets its address as a parameter.');
