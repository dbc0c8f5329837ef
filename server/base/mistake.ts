// A mistake of the operator's, told in words and without a stack: it is not a bug.
export class Mistake extends Error {}
