/** Why a rule and its peer in cdk-nag do not speak of the same designs: `<rule> <cdk-nag rule>`. */
export const differences: Readonly<Record<string, string>> = {
  'graph/missing-dead-letter SQS3':
    'cdk-nag looks at queues only, and at each of them, also at one whose caller names where failures go; Dataweir follows every asynchronous hop: object events, topics, rules, pipes.',
  'operations/emr-logs-lost EMR2':
    'The export gives every cluster a place for its logs: the finding stands in the design, and the template is better than it.',
  'operations/warehouse-audit-off RS5': 'cdk-nag knows clusters only; Dataweir looks at serverless workgroups too.',
  'operations/warehouse-audit-off RS11': 'cdk-nag knows clusters only; Dataweir looks at serverless workgroups too.',
  'operations/workflow-logging-off SF1':
    'cdk-nag wants every event of every run logged; Dataweir is content with errors.',
  'iam/admin-statement IAM5':
    'Dataweir reads roles that nothing uses yet; the export makes a role once something works under it. cdk-nag also fires on wildcards within a service, which are other rules here (`iam/service-wildcard`, `iam/resource-wildcard`), and on a denial of everything, which takes rights away.',
  'iam/broad-managed-policy IAM4':
    'cdk-nag asks that no managed policy of AWS is used; Dataweir names those that are broad, also on roles that nothing uses yet.',
  'iam/pass-role-broad IAM5':
    'Only an action that passes roles is looked at here. The designs show roles that nothing uses yet, so the export makes none of them.',
  'iam/resource-wildcard IAM5':
    'cdk-nag counts every `*`, also for actions that AWS defines without resources; Dataweir knows from the IAM action data which actions take none.',
  'iam/service-wildcard IAM5': 'A role that nothing uses yet is judged in the design, and is not in the template.',
  'lifecycle/cloud9 C91':
    'cdk-nag wants such an environment reached without SSH; Dataweir says that the service takes no new accounts, and exports none.',
  'lifecycle/unsupported-version L1':
    'cdk-nag wants the newest runtime; Dataweir fires when AWS no longer supports the one that is written.',
  'operations/bucket-access-log-off S1':
    'Data events of the audit trail record the same requests, so Dataweir is content with them; and the bucket that keeps the trail would log itself.',
  'operations/service-logs-off MSK6': 'The rule looks at several services; its examples show an API, and no cluster.',
  'operations/service-logs-off OS9':
    'The rule looks at several services; its examples show an API, and no search domain.',
  'operations/service-logs-off APIG6':
    'cdk-nag asks for execution logs of every method as well; Dataweir asks for the access log, which tells who called.',
  'reliability/backup-too-short RDS13':
    'cdk-nag fires on no backup at all; Dataweir on fewer days than the data ask for.',
  'reliability/backup-too-short RS10':
    'cdk-nag fires on no snapshot at all; Dataweir on fewer days than the data ask for.',
  'reliability/database-single-az N1':
    'cdk-nag is content with a subnet group, which the export always makes; Dataweir counts the zones that instances stand in.',
  'reliability/database-single-az AEC4': 'The second example shows a database of another engine only.',
  'reliability/deletion-protection-off RDS10':
    'Dataweir asks for it in production, and where the data cannot be made again.',
  'reliability/dynamodb-no-pitr DDB3':
    'Dataweir asks for it where the data cannot be made again, or where an export needs it.',
  'reliability/flink-no-checkpoints KDA3':
    'The examples show an application alone, which the export leaves out until something flows into it.',
  'reliability/opensearch-no-dedicated-masters OS4': 'Dataweir asks for them in production only.',
  'reliability/opensearch-no-standby OS7':
    'cdk-nag wants two zones everywhere; Dataweir wants the full standby where data is highly critical, in production.',
  'security/api-no-authorization APIG4':
    'cdk-nag judges every method; Dataweir is quiet about an API that passes nothing on.',
  'security/database-unencrypted DOC1':
    'One of the two examples shows DocumentDB, where both speak; the other shows other engines.',
  'security/database-unencrypted N4':
    'One of the two examples shows Neptune, where both speak; the other shows other engines.',
  'security/emr-no-security-config EMR4':
    'cdk-nag looks for the setting at a level where CloudFormation has none, and fires on a configuration that encrypts as well.',
  'security/emr-no-security-config EMR5':
    'cdk-nag looks for the setting at a level where CloudFormation has none, and fires on a configuration that encrypts as well.',
  'security/firehose-unencrypted KDF1':
    'A delivery stream that reads a data stream keeps no records: AWS takes no encryption setting for it.',
  'security/glue-no-security-config GL3':
    'cdk-nag asks for encrypted bookmarks, which jobs have; the examples show crawlers.',
  'security/inline-credential DOC3':
    'The text of a password in the design is never exported: the export makes a secret, and cdk-nag finds nothing.',
  'security/key-rotation-off KMS5': 'Dataweir is quiet about a key that protects nothing yet.',
  'security/notebook-direct-internet SM1':
    'cdk-nag asks whether a notebook is in a VPC, as every exported one is; Dataweir whether it goes to the internet past it. Its other peer, SM3, agrees.',
  'security/opensearch-no-fine-grained-access OS5':
    'cdk-nag fires on an access policy that names anybody, which the export never writes; Dataweir asks for fine-grained access where people with different rights read.',
  'security/opensearch-public OS1':
    'The export places every domain in a VPC: the finding stands in the design, and the template is better than it.',
  'security/redshift-open-ingress EC23':
    'cdk-nag fires on 0.0.0.0/0 and ::/0; Dataweir on any range wider than a VPC can be, and on the design where the export does not open it.',
  'security/redshift-public RS8':
    'The export makes a public endpoint only in a subnet that is drawn public: the finding stands in the design, and the template is better than it.',
  'security/redshift-public-subnet RS2':
    'cdk-nag asks whether the cluster is in a VPC at all; Dataweir in which subnet of it.',
  'security/redshift-tls-optional RS1': 'cdk-nag knows clusters only; Dataweir looks at serverless workgroups too.',
  'security/s3-public-access S2':
    'cdk-nag fires on any of the four settings; Dataweir accepts a website bucket that only browsers load, and says so.',
  'security/s3-tls-only S10':
    'cdk-nag reads the one statement that CDK writes; Dataweir also accepts a denial written by hand.',
  'security/secret-not-rotated SMG4':
    'cdk-nag wants a rotation schedule in the template; Dataweir accepts a period that is declared and short enough.',
};

/** What cdk-nag says of these designs, and no rule of Dataweir names as its peer. */
export const onlyTheirs: Readonly<Record<string, string>> = {
  AEC3: 'Encryption of a cache: `security/edge-plaintext` and `security/store-without-cmk` judge it by the data.',
  AEC6: 'Asks for the Redis AUTH token: with IAM users there is none.',
  APIG3: 'Asks for a web application firewall: none is in the catalogue of services.',
  CFR1: 'Asks for geographic restrictions of a website: a choice of its owner, not of a data architecture.',
  CFR2: 'Asks for a web application firewall: none is in the catalogue of services.',
  CFR3: 'Access log of a website: the bucket behind it is judged, `operations/bucket-access-log-off`.',
  CFR4: 'Asks for a viewer certificate with TLS 1.2: needs a domain name, which only its owner has.',
  COG4: 'Asks for a Cognito user pool: any authorizer satisfies `security/api-no-authorization`.',
  DOC2: 'Asks for another port than the default: hides nothing from who scans.',
  DOC5: 'Audit log of DocumentDB: `operations/service-logs-off` asks for the logs that a kind should keep.',
  EMR6: 'Asks for an SSH key pair or Kerberos: sessions through Systems Manager need neither.',
  KDS3: 'Asks for the key of AWS on data streams: `security/store-without-cmk` asks for a key of yours where the data is sensitive.',
  OS3: 'Asks for an allow-list of addresses on a domain in a VPC: security groups are that list.',
  RDS11: 'Asks for another port than the default: hides nothing from who scans.',
  RS4: 'Asks for another port than the default: hides nothing from who scans.',
  SF2: 'X-Ray tracing of a state machine: adds cost to every run and finds nothing that its log does not.',
  SM2: 'Key of yours on a notebook volume: `security/store-without-cmk` asks for one where the data is sensitive.',
};
