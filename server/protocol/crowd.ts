// In a room of more people than this nobody is told how far the others have read.
export const CROWD = 50
