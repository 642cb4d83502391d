import { notSupported } from '../../kit/service';

export const cdk = notSupported('Nobody knows what it is: build it in lib/pipeline-stack.ts.');
