import { Matrix } from '../kit/connection';
import { connections } from './_generated/connection';

/** The compatibility matrix: who may feed whom, how, and with which permissions. */
export const matrix = new Matrix(connections);
