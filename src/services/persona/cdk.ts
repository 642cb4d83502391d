import { notSupported } from '../../kit/service';

export const cdk = notSupported('A person is not deployed; the export prints the statements a reader needs.');
