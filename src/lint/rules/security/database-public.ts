import { defineRule, labelOf } from '../../../kit/rule';
import { storedVolume } from '../../../kit/volume';
import { bracketed } from '../../../kit/words';
import { service as dms } from '../../../services/dms/service';
import { service as timestreamInfluxdb } from '../../../services/timestream-influxdb/service';
import { databases } from '../../service-families';

export const rule = defineRule([...databases, timestreamInfluxdb, dms], {
  id: 'security/database-public',
  severity: 'error',
  since: '0.1.0',
  summary: 'Give databases, and what copies them, no public address.',
  why: 'Databases on the internet are scanned all day; what stands before the data is a password and the next flaw of the engine.',
  source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
  fix: 'quickfix',
  references: { lens: ['5.1'], hub: ['RDS.2', 'DMS.1'], checkov: ['CKV_AWS_17', 'CKV_AWS_89', 'CKV_AWS_102'] },
  check({ node, graph, need, mention, report, set }) {
    if (!need(node, ['public'])) return;
    const volume = graph.isStore(node) ? storedVolume({ mention }, graph.dataOf(node)) : '';
    report({
      at: ['public'],
      message: `${labelOf(node)}${bracketed(volume)} has a public address; anybody may try its passwords and its flaws. Reach it through its VPC only.`,
      fix: { title: 'Take the public address away', edits: [set(node, ['public'], false)] },
    });
  },
});
