import { notSupported } from '../../kit/service';

export const cdk = notSupported('The page runs outside AWS; the bucket that serves it is a node of its own.');
