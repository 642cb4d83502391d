import { notSupported } from '../../kit/service';

export const cdk = notSupported('The share is outside AWS; the task that reads it gets its address as a parameter.');
