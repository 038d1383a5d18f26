const LETTERS = 6

/** Words are known by how they begin: « rembourser » and « remboursée » are one. */
export const beginningOf = (word: string): string => word.slice(0, LETTERS)
