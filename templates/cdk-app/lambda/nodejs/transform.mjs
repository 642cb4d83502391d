/**
 * Called by a delivery stream with a batch of records: gives each one back as it came. Yours to change.
 * `result` is "Ok" with new data, "Dropped", or "ProcessingFailed": then the record goes to the error prefix.
 */
export async function handler(event) {
  return { records: event.records.map(({ recordId, data }) => ({ recordId, result: 'Ok', data })) };
}
