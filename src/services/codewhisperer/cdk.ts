import { notSupported } from '../../kit/service';

export const cdk = notSupported('It has another name now: use Kiro; its first heir, Amazon Q Developer, ends as well.');
