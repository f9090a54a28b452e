/** What one can react with; others may use more. */
export const REACTIONS: readonly string[] = ['👍', '❤️', '😂'];
