import type { Architecture } from '../model/vocabulary';
import { batchEngines } from './tables/batch-engines';

const skills: ReadonlySet<string> = new Set(batchEngines.skills.value);

/** Whether the team declares a skill that EMR expects; undefined when it declares nothing. */
export const isSkilled = ({ teamSkills }: Architecture): boolean | undefined =>
  teamSkills?.some((skill) => skills.has(skill));
