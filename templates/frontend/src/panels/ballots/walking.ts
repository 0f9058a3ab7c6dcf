/** Going through the ideas of a ballot one at a time, in this person's order, over the pages in which they come. */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { BallotChallenge, VoteOption } from "../../contract";
import { usePanel } from "../kit/panel";

export interface Walk {
  /** The idea that is read; undefined where there is none. */
  here: VoteOption | undefined;
  /** The numbers of the one before and of the one after, 0: there is none. */
  before: number;
  after: number;
  /** Where it stands: what is read next comes into sight there. */
  place: RefObject<HTMLDivElement | null>;
  /** Go to the idea of a number, on whichever page it comes. */
  goTo(number: number): void;
}

/** Begins at the first idea that `isOpen`, the first of all where none is. */
export function useWalk(challenge: BallotChallenge, isOpen: (option: VoteOption) => boolean): Walk {
  const { send } = usePanel<"participant">();
  const { options, page, pages, total } = challenge;
  const [wanted, want] = useState(() => (options.find(isOpen) ?? options[0])?.number ?? 1);
  const here = options.find((option) => option.number === wanted) ?? nearest(options, wanted);
  const place = useRef<HTMLDivElement | null>(null);
  const turning = useRef(0);
  const going = useRef(false);
  useLayoutEffect(() => {
    // with the idea that was gone to, not before it: the browser would make up for its height, and move what is read away
    if (going.current) place.current?.scrollIntoView?.({ block: "start" });
    if (here?.number === wanted) going.current = false;
  }, [here?.id, wanted]);
  useEffect(() => {
    const [first] = options;
    const last = options[options.length - 1];
    if (first === undefined || last === undefined) return;
    const to = wanted > last.number ? page + 1 : wanted < first.number ? page - 1 : page;
    if (to === page || to < 1 || to > pages || turning.current === to) return;
    turning.current = to;
    void send("turn_ideas", { challenge: challenge.id, page: to }).then(() => {
      turning.current = 0;
    });
  }, [wanted, page]);
  const number = here?.number ?? 0;
  return {
    here,
    place,
    before: number > 1 ? number - 1 : 0,
    after: number > 0 && number < total ? number + 1 : 0,
    goTo: (next) => {
      going.current = true;
      want(next);
    },
  };
}

/** Where an idea went, as into a group, the one that stands nearest to its place. */
function nearest(options: VoteOption[], wanted: number): VoteOption | undefined {
  return [...options].sort((one, other) => Math.abs(one.number - wanted) - Math.abs(other.number - wanted))[0];
}
