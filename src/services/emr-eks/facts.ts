import { defineFacts } from '../../kit/facts';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'none', tls: 'required', retries: 0 },
    source: 'https://docs.aws.amazon.com/emr/latest/EMR-on-EKS-DevelopmentGuide/security.html',
    checked: '2026-11-20',
  },
});
