import { pillars } from '../kit/rule';

/** The settings people can change, as the manifest declares them. */
export interface Setting {
  readonly key: `dataweir.${string}`;
  readonly schema: Readonly<Record<string, unknown>>;
}

const severity = { type: 'string', enum: ['error', 'warning', 'info', 'hint', 'off'] };

export const settings: readonly Setting[] = [
  {
    key: 'dataweir.rules',
    schema: {
      type: 'object',
      default: {},
      scope: 'resource',
      markdownDescription:
        'Severity of rules, by rule id such as `cost/s3-lifecycle-missing` or for a whole pillar such as `cost`. A rule’s own entry wins. To accept a finding on one element, suppress it in the design with a reason instead.',
      // Pillars are completed; rules are too many, and one of a newer version is no error.
      properties: Object.fromEntries(pillars.map((pillar) => [pillar, severity])),
      additionalProperties: severity,
    },
  },
  {
    key: 'dataweir.canvas.neutralIcons',
    schema: {
      type: 'boolean',
      default: false,
      scope: 'resource',
      markdownDescription: 'Show neutral glyphs on the canvas instead of the AWS architecture icons.',
    },
  },
  {
    key: 'dataweir.trace.server',
    schema: {
      type: 'string',
      enum: ['off', 'messages', 'verbose'],
      default: 'off',
      scope: 'window',
      markdownDescription: 'Write the messages between the editor and the language server to the log of Dataweir.',
    },
  },
];
