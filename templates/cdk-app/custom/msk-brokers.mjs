// Gives the addresses of a cluster's brokers to the template: CloudFormation knows them, and does not give them out.
import { GetBootstrapBrokersCommand, KafkaClient } from '@aws-sdk/client-kafka';

const kafka = new KafkaClient({});

export async function handler(event) {
  const clusterArn = event.ResourceProperties.ClusterArn;
  try {
    const { $metadata, ...brokers } = event.RequestType === 'Delete' ? {} : await kafka.send(new GetBootstrapBrokersCommand({ ClusterArn: clusterArn }));
    await answer(event, { Status: 'SUCCESS', Data: brokers });
  } catch (error) {
    console.error(error);
    // What was never made can always be deleted.
    await answer(event, event.RequestType === 'Delete' ? { Status: 'SUCCESS' } : { Status: 'FAILED', Reason: String(error) });
  }
}

async function answer(event, result) {
  const body = JSON.stringify({
    PhysicalResourceId: event.ResourceProperties.ClusterArn,
    StackId: event.StackId,
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
    ...result,
  });
  await fetch(event.ResponseURL, { method: 'PUT', body, headers: { 'content-type': '' } });
}
