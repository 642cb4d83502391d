import * as z from 'zod';
import { headSchema, type ListName, listNames, listSchemas } from '../model/vocabulary';
import type { Service } from './service';

type JsonSchema = Record<string, unknown>;

/** The JSON Schema of `*.pipeline.json`, made from the same zod schemas that check it. */
export function pipelineJsonSchema(services: readonly Service[]): JsonSchema {
  const head = toSchema(headSchema);
  const properties: JsonSchema = { ...(head.properties as JsonSchema) };
  const definitions: JsonSchema = {};
  for (const list of listNames) {
    definitions[list] = list === 'nodes' ? nodeSchemaOf(services) : toSchema(listSchemas[list]);
    properties[list] = { type: 'array', title: listTitles[list], items: { $ref: `#/definitions/${list}` } };
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Dataweir pipeline',
    description: 'A design of an AWS data architecture.',
    type: 'object',
    required: ['version', 'name'],
    properties,
    definitions,
    allowComments: true,
    allowTrailingCommas: true,
  };
}

const listTitles: Readonly<Record<ListName, string>> = {
  data: 'Data sets',
  nodes: 'Nodes',
  edges: 'Edges',
  groups: 'Groups',
  personas: 'Personas',
  grants: 'Grants',
  roles: 'Roles',
  queries: 'Queries',
  notes: 'Notes',
  views: 'Views',
  suppressions: 'Suppressions',
};

function nodeSchemaOf(services: readonly Service[]): JsonSchema {
  const node = toSchema(listSchemas.nodes);
  const properties = node.properties as JsonSchema;
  properties.kind = {
    ...(properties.kind as JsonSchema),
    enum: services.map(({ kind }) => kind),
    enumDescriptions: services.map(({ label, summary }) => `${label}: ${summary}`),
  };
  node.allOf = services.map(({ kind, config }) => ({
    if: { properties: { kind: { const: kind } }, required: ['kind'] },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: { properties: { config: toSchema(config) } },
  }));
  return node;
}

/** Draft 7, with the inspector's words: `title`, `unit`, `group`, `references`. Unknown fields are allowed: they are kept and hinted at. */
export function toSchema(schema: z.ZodType): JsonSchema {
  const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', unrepresentable: 'any' }) as JsonSchema;
  delete json.$schema;
  return json;
}
