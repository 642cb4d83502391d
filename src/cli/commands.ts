import { type Command, defineCommand } from './command';

const format = {
  type: 'choice',
  values: ['text', 'json'],
  default: 'text',
  help: 'for people, or for programs',
} as const;

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  defineCommand({
    name: ['new'],
    summary: 'start a design from a template',
    words: ['<template>', '<file>'],
    options: {},
    notes: ['An existing file is not overwritten.'],
    load: async () => (await import('./commands/new')).runNew,
  }),
  defineCommand({
    name: ['templates'],
    summary: 'list the templates',
    words: [],
    options: { format },
    load: async () => (await import('./commands/templates')).runTemplates,
  }),
  defineCommand({
    name: ['lint'],
    summary: 'check designs',
    words: ['<files…>'],
    options: {
      format: {
        type: 'choice',
        values: ['text', 'json', 'sarif', 'markdown'],
        default: 'text',
        help: 'for people, for programs, for code scanning, or for a pull request',
      },
      fix: { type: 'boolean', help: 'apply the quick fixes, then report what remains' },
      'fail-on': {
        type: 'choice',
        values: ['error', 'warning', 'info', 'hint', 'never'],
        default: 'error',
        help: 'exit with 1 from this severity on',
      },
      'no-suppressions': { type: 'boolean', help: 'report suppressed findings like all others' },
      baseline: {
        type: 'string',
        value: '<file>',
        help: 'accept the findings that this file lists; written with those of today when there is none',
      },
      'update-baseline': { type: 'boolean', help: 'write the baseline anew' },
      stats: { type: 'boolean', help: 'say how long each rule took' },
    },
    notes: [
      'A file may be a glob (quote it, or let the shell expand it), or a folder: then every *.pipeline.json in it.',
      'Problems in a file, such as a duplicate id, count as errors.',
      'Severities of a team stand in .dataweirrc.json, in the folder of the designs or above: { "rules": { "cost": "info" } }.',
    ],
    load: async () => (await import('./lint/command')).runLint,
  }),
  defineCommand({
    name: ['report'],
    summary: 'write the Well-Architected review of a design',
    words: ['<file>'],
    options: {
      out: { type: 'string', value: '<file>', help: 'an .html or .md file; without it Markdown is printed' },
    },
    notes: ['The HTML file needs nothing else: mail it, print it, keep it beside the design.'],
    load: async () => (await import('./commands/report')).runReport,
  }),
  defineCommand({
    name: ['rules'],
    summary: 'list the rules, or show the page of one',
    words: ['[id]'],
    options: { format },
    load: async () => (await import('./commands/rules')).runRules,
  }),
  defineCommand({
    name: ['services'],
    summary: 'list the services a design can be made of',
    words: [],
    options: { format },
    load: async () => (await import('./commands/services')).runServices,
  }),
  defineCommand({
    name: ['format'],
    summary: 'print designs in the one canonical form, into their files',
    words: ['<files…>'],
    options: { check: { type: 'boolean', help: 'write nothing; exit with 1 when a file would change' } },
    notes: ['Order and layout change; values and comments do not.'],
    load: async () => (await import('./commands/format')).runFormat,
  }),
  defineCommand({
    name: ['export', 'cdk'],
    summary: 'write a CDK app in TypeScript',
    words: ['<file>'],
    options: {
      out: { type: 'string', value: '<dir>', required: true, help: 'folder of the app; required' },
      'allow-errors': { type: 'boolean', help: 'export a design with error findings as well' },
    },
    notes: [
      'What you changed in an exported app stays: the new version of an edited file is written beside it as .new.',
    ],
    load: async () => (await import('./export/cdk')).runExportCdk,
  }),
  defineCommand({
    name: ['export', 'cloudformation'],
    summary: 'write the CloudFormation template',
    words: ['<file>'],
    options: {
      out: { type: 'string', value: '<file>', help: 'file of the template; printed without it' },
      cdk: { type: 'string', value: '<dir>', help: 'folder whose node_modules has the CDK; fetched once without it' },
      'allow-errors': { type: 'boolean', help: 'export a design with error findings as well' },
    },
    notes: [
      'The AWS CDK makes it. It need not be installed: the first time npm fetches the library into the cache of the user, or into DATAWEIR_CACHE.',
    ],
    load: async () => (await import('./export/cloudformation')).runExportCloudFormation,
  }),
  defineCommand({
    name: ['lsp'],
    summary: 'run the language server',
    words: [],
    options: { stdio: { type: 'boolean', help: 'speak on standard input and output; required' } },
    load: async () => (await import('./commands/lsp')).runLsp,
  }),
];
