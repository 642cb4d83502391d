import { notSupported } from '../../kit/service';

export const cdk = notSupported('It has ended: use Aurora PostgreSQL with audit logs.');
