import { Matrix } from '../kit/connection';
import { connections } from './_generated/connection';
import { aliases } from './aliases';

/** The compatibility matrix: who may feed whom, how, and with which permissions. */
export const matrix = new Matrix(connections, aliases);
