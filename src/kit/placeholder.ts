/** Stands where only people can fill in: an owner, a tag. Easy to see and to search for. */
export const placeholder = 'TO BE NAMED';
