import * as z from 'zod';
import { pipelineJsonSchema } from '../../src/kit/json-schema';
import { pillars } from '../../src/kit/rule';
import { rules } from '../../src/lint/rules';
import { settingsFile } from '../../src/lint/settings-file';
import { kinds } from '../../src/services/catalog';
import type { Outputs } from './outputs';

export function jsonSchema(): Outputs {
  return new Map([
    ['schemas/pipeline.schema.json', print(pipelineJsonSchema([...kinds.values()]))],
    ['schemas/settings.schema.json', print(settingsSchema())],
  ]);
}

/** Of `.dataweirrc.json`, with every rule to choose from. */
function settingsSchema(): object {
  const named = {
    ...Object.fromEntries(pillars.map((pillar) => [pillar, `Every rule of the pillar "${pillar}".`])),
    ...Object.fromEntries(rules.map(({ id, summary }) => [id, summary])),
  };
  const schema = z.toJSONSchema(settingsFile, { target: 'draft-7', io: 'input' });
  const choices = schema.properties?.rules;
  if (typeof choices !== 'object') throw new Error('The settings file has no rules.');
  const { propertyNames: _, additionalProperties: severity, ...about } = choices;
  const chosen = {
    ...about,
    properties: Object.fromEntries(
      Object.entries(named).map(([id, description]) => [id, { description, $ref: '#/definitions/severity' }]),
    ),
    additionalProperties: false,
  };
  const text = JSON.stringify({ title: 'Severities of Dataweir rules', ...schema, definitions: {} });
  const parsed = JSON.parse(text) as {
    properties: { rules: object; overrides: { items: { properties: { rules: object } } } };
    definitions: object;
  };
  parsed.properties.rules = { $ref: '#/definitions/rules' };
  parsed.properties.overrides.items.properties.rules = { $ref: '#/definitions/rules' };
  parsed.definitions = { severity, rules: chosen };
  return parsed;
}

const print = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;
