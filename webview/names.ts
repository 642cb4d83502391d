/** "Amazon Data Firehose" is a good name for a service and a long one for a box. */
export function shortLabel(label: string): string {
  return label.replace(/^(Amazon|AWS) /, '');
}
