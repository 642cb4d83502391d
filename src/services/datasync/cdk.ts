import { type Access, defineCdk, defineSlot } from '../../kit/cdk';
import { datasync, onlyFor, servicePrincipal, statement } from '../../kit/cdk-modules';
import { alarmOn, alarmsWithout, logGroup } from '../../kit/cdk-parts';
import type { Code } from '../../kit/code';
import { cronOf } from '../../kit/schedule';
import { service } from './service';

/** One end of a task: the ARN of a location, which the edge makes. */
export interface Location {
  readonly edge: string;
  readonly arn: Code;
  readonly intervalMinutes: number | undefined;
  readonly startAt: string | undefined;
  readonly full: boolean;
}
export const fromSlot = defineSlot<Location>('from-location');
export const toSlot = defineSlot<Location>('to-location');

const hour = 60;

export const cdk = defineCdk(service, {
  assumedBy: { service: 'datasync.amazonaws.com', conditions: () => onlyFor() },
  plainTags: true,
  access: (view): Access[] => {
    if (view.offered(fromSlot).length === 0 || view.offered(toSlot).length === 0) return [];
    const arn = view.part('Task').member('attrTaskArn');
    return [{ arn, shown: `<ARN of the task of ${view.id}>`, via: 'role' }];
  },
  emit: (block) => {
    const { config } = block;
    const [from, ...otherSources] = block.offered(fromSlot);
    const [to, ...otherTargets] = block.offered(toSlot);
    if (!from || !to) return block.leaveOut('a task copies from one place to another: draw both ends');
    for (const other of [...otherSources, ...otherTargets])
      block.leaveOut(`a task has one source and one target: edge ${other.edge} needs a task of its own`);
    const group = logGroup(block, 'LogGroup');
    // DataSync writes its log as a service: the group has the policy for it.
    block.run(
      group.method(
        'addToResourcePolicy',
        statement({
          principals: [servicePrincipal('datasync.amazonaws.com', onlyFor())],
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [group.member('logGroupArn')],
        }),
      ),
    );
    const minutes = from.intervalMinutes ?? to.intervalMinutes ?? config.intervalMinutes;
    const task = block.construct('Task', datasync.member('CfnTask'), {
      name: block.id.slice(0, 256),
      sourceLocationArn: from.arn,
      destinationLocationArn: to.arn,
      cloudWatchLogGroupArn: group.member('logGroupArn'),
      schedule:
        minutes === undefined
          ? undefined
          : { scheduleExpression: cronOf(Math.max(hour, minutes), from.startAt ?? to.startAt), status: 'ENABLED' },
      options: {
        transferMode: from.full ? 'ALL' : 'CHANGED',
        verifyMode: config.verify ? 'ONLY_FILES_TRANSFERRED' : 'NONE',
        overwriteMode: 'ALWAYS',
        preserveDeletedFiles: 'PRESERVE',
        logLevel: 'TRANSFER',
        taskQueueing: 'ENABLED',
        posixPermissions: 'NONE',
        uid: 'NONE',
        gid: 'NONE',
      },
    });
    if (block.node.alarms?.includes('failure'))
      alarmOn(
        block,
        'FilesFailed',
        {
          namespace: 'AWS/DataSync',
          metricName: 'FilesVerifiedFailed',
          dimensions: { TaskId: task.member('attrTaskArn') },
          statistic: 'Sum',
          periodMinutes: 60,
        },
        { threshold: 0, above: true, description: 'Copied files differ from their source' },
      );
    alarmsWithout(block, ['failure']);
  },
});
