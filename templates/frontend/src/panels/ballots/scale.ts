/** The words of majority judgment: a grade has the same number on every scale, from 0, the lowest, to 6. */
import { say, type Words } from "../kit/panel";

export const sayGrade = (words: Words, grade: number): string => say(words, String(grade));
