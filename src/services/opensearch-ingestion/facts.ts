import { defineFacts } from '../../kit/facts';

const checked = '2026-11-26';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required' },
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/osis-features-overview.html',
    checked,
  },
  unitsMax: {
    value: 96,
    unit: 'OCU',
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/limits.html',
    checked,
  },
  nameMaxLength: {
    value: 28,
    unit: 'character',
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_osis_CreatePipeline.html',
    checked,
  },
});
