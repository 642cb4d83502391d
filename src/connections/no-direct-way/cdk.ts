import { notSupported } from '../../kit/service';

export const cdk = notSupported('These pairs cannot be joined; the way round is drawn with other nodes.');
