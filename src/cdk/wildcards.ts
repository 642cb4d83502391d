import { core } from '../kit/cdk-modules';
import { type Code, type Expression, expression, self, template } from '../kit/code';

/**
 * How cdk-nag writes an ARN in the id of a finding: pseudo parameters and attributes in angle brackets.
 * Undefined when the ARN has no wildcard.
 */
export function findingOf(arn: Code): Expression | undefined {
  const value = expression(arn);
  const parts =
    value.tree.type === 'template' ? value.tree.parts : value.tree.type === 'literal' ? [String(value.tree.value)] : [];
  if (!parts.some((part) => typeof part === 'string' && part.includes('*'))) return undefined;
  return template(...parts.map((part) => (typeof part === 'string' ? part : flattened(part))));
}

function flattened(value: Expression): string | Expression {
  const { tree } = value;
  if (tree.type !== 'member') return value;
  const pseudo = pseudoNames[tree.name];
  if (pseudo !== undefined && isAws(tree.of)) return `<AWS::${pseudo}>`;
  const attribute = attributes[tree.name];
  if (attribute !== undefined)
    return template('<', logicalId(tree.of, attribute.isElement === true), attribute.name, '>');
  return value;
}

const pseudoNames: Readonly<Record<string, string>> = {
  PARTITION: 'Partition',
  REGION: 'Region',
  ACCOUNT_ID: 'AccountId',
  STACK_NAME: 'StackName',
};

/** Attributes that emitters build ARNs with, and what they become in a template. */
const attributes: Readonly<Record<string, { readonly name: string; readonly isElement?: boolean }>> = {
  // Of constructs of the first layer, which are elements themselves.
  attrArn: { name: '.Arn', isElement: true },
  attrId: { name: '.Id', isElement: true },
  attrClusterResourceId: { name: '.ClusterResourceId', isElement: true },
  bucketArn: { name: '.Arn' },
  bucketName: { name: '' },
  streamArn: { name: '.Arn' },
  tableArn: { name: '.Arn' },
};

const isAws = ({ tree }: Expression): boolean => tree.type === 'member' && tree.name === 'Aws';

/** The logical id of a construct with its hash, as an expression: it is known only when the app runs. */
function logicalId(construct: Expression, isElement: boolean): Expression {
  return self.method(
    'getLogicalId',
    isElement ? construct : construct.member('node').member('defaultChild').as(core.member('CfnElement')),
  );
}
