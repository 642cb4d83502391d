import { defineFacts } from '../../kit/facts';

const checked = '2026-11-20';

/** What moves data unchanged between stores of one sort, without code. */
export const copies = defineFacts({
  /** Databases that DMS reads and writes as tables, and between whose engines types and code have to be converted. */
  relational: {
    value: ['source.database', 'aurora', 'rds'],
    source: 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Introduction.Sources.html',
    checked,
  },
  /** Engines whose tables and code are one another's: the family of each. */
  families: {
    value: { mariadb: 'mysql' },
    source: 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.MySQL.html',
    checked,
  },
  /** Engines that keep documents: DMS makes tables of them, or documents of tables, by itself. */
  documents: {
    value: ['mongodb'],
    source: 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.MongoDB.html',
    checked,
  },
  /** Places of files between which DataSync copies. */
  files: {
    value: ['source.files', 's3', 'efs', 'fsx'],
    source: 'https://docs.aws.amazon.com/datasync/latest/userguide/working-with-locations.html',
    checked,
  },
});
