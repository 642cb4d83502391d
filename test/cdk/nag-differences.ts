/** Why a rule and its peer in cdk-nag do not speak of the same designs: `<rule> <cdk-nag rule>`. */
export const differences: Readonly<Record<string, string>> = {
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
  'operations/service-logs-off MSK6':
    'cdk-nag reads the cluster class of its own generation only; the export writes another that takes more settings, and the finding is in the design.',
  'operations/service-logs-off OS9':
    'cdk-nag finds the log publishing options set: the export writes them, switched off.',
  'operations/service-logs-off APIG6':
    'cdk-nag asks for execution logs of every method as well; Dataweir asks for the access log, which tells who called.',
  'reliability/backup-too-short RDS13':
    'cdk-nag is content with any number of days above zero; Dataweir compares the days with what the criticality of the data asks for.',
  'reliability/backup-too-short RS10':
    'cdk-nag is content with any number of days above zero; Dataweir compares the days with what the criticality of the data asks for.',
  'reliability/database-single-az N1':
    'cdk-nag looks for a setting of Neptune that does not exist on its instances any more; Dataweir counts the zones that the instances stand in.',
  'reliability/database-single-az AEC4': 'cdk-nag looks at Redis replication groups only; Dataweir at every engine.',
  'reliability/deletion-protection-off RDS10':
    'Dataweir asks for it in production, and where the data cannot be made again.',
  'reliability/dynamodb-no-pitr DDB3':
    'Dataweir asks for it where the data cannot be made again, or where an export needs it.',
  'reliability/flink-no-checkpoints KDA3':
    'cdk-nag reads a property path of the first version of the service; the export writes that of the second.',
  'reliability/opensearch-no-dedicated-masters OS4': 'Dataweir asks for them in production only.',
  'reliability/opensearch-no-standby OS7':
    'cdk-nag wants two zones everywhere; Dataweir wants the full standby where data is highly critical, in production.',
  'security/api-no-authorization APIG4':
    'cdk-nag judges every method; Dataweir is quiet about an API that passes nothing on.',
  'security/database-unencrypted DOC1':
    'The other engine of the design is the subject; both speak where the engine is DocumentDB.',
  'security/database-unencrypted N4':
    'The other engine of the design is the subject; both speak where the engine is Neptune.',
  'security/emr-no-security-config EMR4':
    'cdk-nag looks for the setting at a level where CloudFormation has none, and fires on a configuration that encrypts as well.',
  'security/emr-no-security-config EMR5':
    'cdk-nag looks for the setting at a level where CloudFormation has none, and fires on a configuration that encrypts as well.',
  'security/firehose-unencrypted KDF1':
    'A delivery stream that reads a data stream keeps no records: AWS takes no encryption setting for it.',
  'security/glue-no-security-config GL3':
    'The export switches bookmarks off where no job needs them; cdk-nag asks only where they are on.',
  'security/inline-credential DOC3':
    'The text of a password in the design is never exported: the export makes a secret, and cdk-nag finds nothing.',
  'security/key-rotation-off KMS5': 'Dataweir is quiet about a key that protects nothing yet.',
  'security/notebook-direct-internet SM1':
    'The export places every notebook in a VPC, which is all that cdk-nag asks; Dataweir asks whether it goes to the internet past it.',
  'security/opensearch-no-fine-grained-access OS5':
    'cdk-nag looks for anonymous principals in the access policy; the export never writes one. Dataweir asks for fine-grained access where people with different rights read.',
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
  RS11: 'Asks for a user activity log by a parameter group: `operations/warehouse-audit-off` asks for the audit log.',
  RS4: 'Asks for another port than the default: hides nothing from who scans.',
  RS5: 'Audit log of a cluster: `operations/warehouse-audit-off` asks for it by the data.',
  SF1: 'Log level ALL of a state machine: `operations/workflow-logging-off` is content with errors.',
  SF2: 'X-Ray tracing of a state machine: adds cost to every run and finds nothing that its log does not.',
  SM2: 'Key of yours on a notebook volume: `security/store-without-cmk` asks for one where the data is sensitive.',
};
