/** The words of majority judgment: a grade is 0..6, the lowest 0, and means the same on a scale of five, which has fewer of them. */
import { say, type Words } from "../kit/panel";

export const sayGrade = (words: Words, grade: number): string => say(words, String(grade));
