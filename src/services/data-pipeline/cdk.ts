import { notSupported } from '../../kit/service';

export const cdk = notSupported('It is closed to new accounts: use AWS Glue, Step Functions or MWAA.');
