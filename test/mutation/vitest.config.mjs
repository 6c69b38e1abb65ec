import { defineConfig } from 'vitest/config';
import { shards } from './shards.mjs';

const [folder = ''] = (process.env.MUTATED ?? '').split('/');

/** The tests of one shard. */
export default defineConfig({ test: { include: [...(shards[folder] ?? [])], testTimeout: 600_000, hookTimeout: 600_000 } });
