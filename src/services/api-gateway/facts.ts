import { defineFacts } from '../../kit/facts';

export const facts = defineFacts({
  nodeDefaults: {
    value: { tls: 'required', azCount: 3 },
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/data-protection.html',
    checked: '2026-11-20',
  },
  payloadMaxMB: {
    value: 10,
    unit: 'MB',
    source:
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html',
    checked: '2026-11-20',
  },
  timeoutSeconds: {
    value: 29,
    unit: 's',
    source:
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html',
    checked: '2026-11-20',
  },
  logKinds: {
    value: ['access'],
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
    checked: '2026-11-20',
  },
});
