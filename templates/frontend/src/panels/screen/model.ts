/** What the screen's kernel sends: what the present phase makes public, and nothing else. */
import type { Counts } from "../kit/matrix";

export interface ScreenModel {
  phase: string;
  title: string;
  territory: string;
  people: number;
  timer: string | null;
  of: number;
  challenges: { number: number; stake: string; statement: string }[];
  join?: string;
  qr?: string[];
  finished?: number;
  cards?: { title: string; texts: string[]; stake: string }[];
  voted?: number;
  ranks?: { rank: number; title: string; ideas: number; dots: number; supporters: number; stake: string }[];
  matrices?: Counts[];
  offers?: number;
  missions?: Mission[];
  ideas?: number;
  taken?: number;
}

export interface Mission {
  stake: string;
  title: string;
  places: number;
  filled: number;
  sector: string;
  names: string[];
  unnamed: number;
}
