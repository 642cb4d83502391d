import { deliver } from './deliver.mjs';

/** Called for each new object of a bucket, through EventBridge: passes its lines on. Yours to change. */
export async function handler(event) {
  const { S3Client, GetObjectCommand } = await import('@aws-sdk/client-s3');
  const { bucket, object } = event.detail;
  const { Body } = await new S3Client({}).send(new GetObjectCommand({ Bucket: bucket.name, Key: object.key }));
  const lines = (await Body.transformToString()).split('\n').filter((line) => line.trim() !== '');
  await deliver(lines);
  return { delivered: lines.length };
}
