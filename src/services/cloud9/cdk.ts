import { notSupported } from '../../kit/service';

export const cdk = notSupported('It is closed to new accounts: use the AWS Toolkit in the editor, or CloudShell.');
