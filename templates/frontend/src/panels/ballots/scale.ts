/** The words of majority judgment: a grade is 0..6, the lowest 0, and means the same on a scale of five, which has fewer of them. */
import { say, type Words } from "../kit/panel";

const GRADES = ["0", "1", "2", "3", "4", "5", "6"];

export const sayGrade = (words: Words, grade: number): string => say(words, GRADES[grade] ?? "");
