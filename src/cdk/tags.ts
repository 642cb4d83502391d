import type { NodeView } from '../kit/cdk';
import { core } from '../kit/cdk-modules';
import { run, type Statement } from '../kit/code';

/** What AWS accepts in tags; other characters become spaces, and letters that only the newest tables of Unicode have. */
const notInTags = /[^\p{L}\p{N}_.:/=+\-@ ]|[\u{10000}-\u{10ffff}]/gu;
const tagText = (text: string, most: number): string => text.replace(notInTags, ' ').trim().slice(0, most).trim();

/** Characters that stricter services refuse as well. */
const notPlain = /[^\x20-\x7e]/g;

/** Tags of a node, and its owner as one. `plain` where the service takes letters of ASCII only. */
export function tagsOf(view: NodeView, plain = false): Statement[] {
  const asTaken = (text: string): string => (plain ? text.normalize('NFKD').replace(notPlain, ' ') : text);
  const { tags, owner } = view.node;
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries({ ...(owner !== undefined && { owner }), ...tags })) {
    const tag = tagText(asTaken(key), 128);
    const text = tagText(asTaken(value), 256);
    if (tag !== '' && text !== '' && !/^aws:/i.test(tag)) all.set(tag, text);
  }
  return [...all]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => run(core.member('Tags').method('of', view.scope).method('add', key, value)));
}
