import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'elasticache',
  label: 'Amazon ElastiCache',
  summary: 'Values in memory, read in less than a millisecond; gone when they need not last.',
  stage: 'storage',
  role: 'store',
  searchWords: ['cache', 'redis', 'valkey', 'in memory', 'session store', 'leaderboard', 'key value'],
  cloudFormationTypes: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::ServerlessCache'],
  icon: { aws: 'architecture-service/AmazonElastiCache' },
  documentation: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/WhatIs.html',
  network: 'required',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
