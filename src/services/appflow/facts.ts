import { defineFacts } from '../../kit/facts';

const quotas = 'https://docs.aws.amazon.com/appflow/latest/userguide/service-quotas.html';
const checked = '2026-11-26';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-managed', tls: 'required' },
    source: 'https://docs.aws.amazon.com/appflow/latest/userguide/data-protection.html',
    checked: '2026-11-20',
  },
  intervalMinMinutes: { value: 1, unit: 'min', source: quotas, checked },
  /** Products by the name people write, with the connector that reads them and the property that names the object. */
  connectors: {
    value: {
      amplitude: { type: 'Amplitude', property: 'amplitude' },
      datadog: { type: 'Datadog', property: 'datadog' },
      dynatrace: { type: 'Dynatrace', property: 'dynatrace' },
      googleanalytics: { type: 'Googleanalytics', property: 'googleAnalytics' },
      infornexus: { type: 'Infornexus', property: 'inforNexus' },
      marketo: { type: 'Marketo', property: 'marketo' },
      salesforce: { type: 'Salesforce', property: 'salesforce' },
      servicenow: { type: 'Servicenow', property: 'serviceNow' },
      singular: { type: 'Singular', property: 'singular' },
      slack: { type: 'Slack', property: 'slack' },
      trendmicro: { type: 'Trendmicro', property: 'trendmicro' },
      veeva: { type: 'Veeva', property: 'veeva' },
      zendesk: { type: 'Zendesk', property: 'zendesk' },
    },
    source: 'https://docs.aws.amazon.com/appflow/1.0/APIReference/API_SourceConnectorProperties.html',
    checked,
  },
});
