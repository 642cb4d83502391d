import { defineFacts } from '../../kit/facts';

const checked = '2026-11-26';
const api = 'https://docs.aws.amazon.com/mwaa/latest/API/API_CreateEnvironment.html';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required', azCount: 2, retries: 0 },
    source: 'https://docs.aws.amazon.com/mwaa/latest/userguide/encryption-at-rest.html',
    checked,
  },
  nameMax: { value: 80, unit: 'character', source: api, checked },
  workersMax: {
    value: 25,
    unit: 'worker',
    source: 'https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-quotas.html',
    checked,
  },
  schedulers: { value: { least: 2, most: 5 }, source: api, checked },
  webservers: { value: { least: 2, most: 5 }, source: api, checked },
  /** The smallest class has one of everything. */
  onlyOne: {
    value: 'mw1.micro',
    source: 'https://docs.aws.amazon.com/mwaa/latest/userguide/environment-class.html',
    checked,
  },
  /** Longest value of a setting of Airflow. */
  settingMax: { value: 65_536, unit: 'character', source: api, checked },
  /** Subnets of an environment, each in a zone of its own. */
  subnets: { value: 2, source: 'https://docs.aws.amazon.com/mwaa/latest/userguide/networking-about.html', checked },
});
