/** The words of majority judgment: a page knows a grade by its place on the vote's scale, from 0, the lowest. */
import { say, type Words } from "../kit/panel";

/** The words of all seven, the lowest first, as the catalogs have them. */
const SEVEN = ["0", "1", "2", "3", "4", "5", "6"];
/** A scale of five has the same words, without "Passable" and "Excellent". */
const FIVE = ["0", "1", "3", "4", "5"];

export const listGrades = (grades: number): number[] => Array.from({ length: grades }, (_, at) => grades - 1 - at);

export const sayGrade = (words: Words, grades: number, grade: number): string => say(words, (grades === 5 ? FIVE : SEVEN)[grade] ?? "");
