/**
 * Called by SQL with a batch of rows, each a list of arguments: gives one result a row, in their order. Yours to change.
 * `success: false` with an `error_msg` fails the statement.
 */
export async function handler(event) {
  const results = event.arguments.map(([value]) => value);
  return JSON.stringify({ success: true, num_records: results.length, results });
}
