import { placeholder } from '../../../kit/placeholder';
import { isResource } from '../../../kit/resources';
import { defineDesignRule, labelOf } from '../../../kit/rule';
import { listed } from '../../../kit/words';

export const rule = defineDesignRule({
  id: 'cost/cost-tags-missing',
  severity: 'info',
  since: '0.1.0',
  summary: 'Put the agreed cost tags on every resource.',
  why: 'What carries no tag lands in the part of the bill that nobody owns.',
  source: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/cost-alloc-tags.html',
  fix: 'quickfix',
  references: { lens: ['12.1'] },
  check({ architecture, graph, need, know, each, report, set }) {
    const keys = need(architecture, ['costTags']);
    if (keys.length === 0) return;
    const resources = graph.pipeline.nodes.filter((node) => isResource(graph, node));
    const lacking = resources.filter(({ tags = {} }) => keys.some((key) => !hasTag(tags, key)));
    each(lacking, (node) => {
      const tags = know(node, ['tags']) ?? {};
      const missing = keys.filter((key) => !hasTag(tags, key));
      report({
        on: node,
        at: ['tags'],
        message: `${labelOf(node)} has no ${listed(
          missing.map((key) => `"${key}"`),
          'or',
        )} tag; ${lacking.length} of ${resources.length} resources cannot be charged to anyone. Tag them.`,
        values: { missing },
        fix: {
          title: `Add ${listed(missing.map((key) => `"${key}"`))}`,
          edits: missing.map((key) => set(node, ['tags', key], placeholder)),
        },
      });
    });
  },
});

const hasTag = (tags: object, key: string): boolean =>
  Object.hasOwn(tags, key) && Boolean((tags as Readonly<Record<string, string>>)[key]);
