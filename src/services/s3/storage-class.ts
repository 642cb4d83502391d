import type { StorageClass } from './config';
import { facts } from './facts';

/**
 * Class for data that is read less than once a month, from the access table of the S3 facts.
 * @param readsPerMonth reads of one object in a month.
 * @param retrievalSeconds longest wait that is acceptable for an old object.
 * @param keptDays age at which objects expire; undefined when they never do.
 * @returns undefined when STANDARD is right, or when objects go before the class's minimum is over.
 */
export function colderClass(
  readsPerMonth: number,
  retrievalSeconds: number,
  keptDays: number | undefined,
): StorageClass | undefined {
  return facts.colderClasses.value.find(
    ({ storageClass, readsBelow, waitSeconds }) =>
      readsPerMonth < readsBelow &&
      retrievalSeconds >= waitSeconds &&
      (keptDays === undefined || keptDays >= facts.minimumDays.value[storageClass]),
  )?.storageClass;
}
