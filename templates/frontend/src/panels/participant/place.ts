/**
 * Which challenge this person looks at: the room's, unless they went to another one. All panels of the phone share it:
 * the header is told the course, and a challenge's ideas and its vote stand in two panels.
 */
import { useEffect, useState } from "preact/hooks";
import type { SeatChallenge, SeatModel, Stage } from "../../contract";
import { forget, recall, remember } from "../kit/device";

export type Course = Pick<SeatModel, "challenges" | "current" | "phase">;

export interface Place {
  /** Whether the room is at its challenges. */
  working: boolean;
  challenges: SeatChallenge[];
  /** The challenge looked at; undefined when the workshop has none yet. */
  challenge: SeatChallenge | undefined;
  /** Where the room is, when that is elsewhere. */
  room: SeatChallenge | undefined;
  /** What else is worked on now. */
  others: SeatChallenge[];
  /** What is open to several tables at once, when tables are named; each of them finds its own here. */
  together: SeatChallenge[];
  /** What was opened to this person before and after the challenge looked at. */
  before: SeatChallenge | undefined;
  after: SeatChallenge | undefined;
  goTo(challenge: string): void;
}

const OPEN: readonly Stage[] = ["writing", "reveal", "vote", "results"];
const KEPT = "place";
export const draftName = (challenge: string): string => `draft:idea:${challenge}`;

const isOpen = (challenge: SeatChallenge | undefined): boolean => challenge !== undefined && OPEN.includes(challenge.stage);
export const readBegun = (challenge: string): string => recall<string>(draftName(challenge)) ?? "";
/** Whether an idea can be sent: written alone, or what was begun then added once all are read. */
export const takesIdeas = ({ stage }: SeatChallenge): boolean => stage === "writing" || stage === "reveal";
const isWritten = (challenge: SeatChallenge | undefined): boolean =>
  challenge !== undefined && takesIdeas(challenge) && readBegun(challenge.id) !== "";

/** The state behind `usePlace`: one in each page. */
export class Following {
  private course: Course = { challenges: [], current: null, phase: "welcome" };
  private followed: string | null = null;
  private chosen: string | null = null;
  private begun = false;
  private readonly listeners = new Set<() => void>();

  /** Take note of the course. The room's move takes this person along, unless they write, or tables share the work. */
  tell(course: Course): void {
    this.course = course;
    const find = (id: string | null) => course.challenges.find((one) => one.id === id);
    if (!this.begun) {
      this.begun = true;
      const kept = find(recall<string>(KEPT));
      this.chosen = isOpen(kept) ? (kept?.id ?? null) : null;
    } else if (course.current !== this.followed) {
      const here = find(this.chosen ?? this.followed);
      const together = course.challenges.filter(isOpen).some((one) => one.tables !== "");
      this.chosen = isWritten(here) || (isOpen(here) && together) ? (here?.id ?? null) : null;
    }
    if (find(this.chosen) === undefined) this.chosen = null;
    this.followed = course.current;
    // A reload comes back to where this person is now, whoever brought them here.
    if (this.chosen === null) forget(KEPT);
    else remember(KEPT, this.chosen);
    for (const listener of this.listeners) listener();
  }

  goTo(challenge: string): void {
    this.chosen = challenge;
    remember(KEPT, challenge);
    for (const listener of this.listeners) listener();
  }

  get place(): Place {
    const { challenges, current } = this.course;
    const wanted = this.chosen ?? current;
    const challenge = challenges.find((one) => one.id === wanted) ?? challenges[0];
    const room = challenges.find((one) => one.id === current);
    const reached = challenges.filter((one) => one.stage !== "unopened" || one.id === challenge?.id);
    const open = challenges.filter(isOpen);
    const together = open.length > 1 && open.some((one) => one.tables !== "") ? open : [];
    const at = challenge === undefined ? -1 : reached.indexOf(challenge);
    return {
      working: this.course.phase === "work",
      challenges,
      challenge,
      room: room === challenge ? undefined : room,
      others: together.length > 0 ? [] : open.filter((one) => one !== challenge && one !== room),
      together,
      before: at > 0 ? reached[at - 1] : undefined,
      after: reached[at + 1],
      goTo: (id) => this.goTo(id),
    };
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** This page's: in JupyterLab each panel brings a module of its own, and they still follow together. */
const page = globalThis as { workshopKitFollowing?: Following };
page.workshopKitFollowing ??= new Following();
export const following: Following = page.workshopKitFollowing;

/** Where this person is among the challenges; drawn again when the room or they move. */
export function usePlace(): Place {
  const [, draw] = useState(0);
  useEffect(() => following.listen(() => draw((count) => count + 1)), []);
  return following.place;
}
