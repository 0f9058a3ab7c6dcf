/** What somebody answers on each challenge, a yes or a no: each is stored at once, and shown as said until it is. */
import type { OfferModel, OfferedChallenge } from "../../contract";
import type { Acknowledgement } from "../kit/outbox";
import { say, usePanel, type Words } from "../kit/panel";
import { useOverlay } from "./overlay";

export type Willing = "yes" | "no";

export interface Answers {
  of(challenge: OfferedChallenge): Willing | null;
  /** Whether that answer is in the store, and no longer on its way. */
  isKept(challenge: OfferedChallenge): boolean;
  /** The challenges without an answer. */
  left: OfferedChallenge[];
  /** Whether they would help with something. */
  willing: boolean;
  /** What an offer names: the challenges that were read with a yes, and none that is opened later. */
  chosen: string[];
  say(challenges: OfferedChallenge[], answer: Willing): Promise<Acknowledgement>;
}

export function useAnswers(model: OfferModel): Answers {
  const { send } = usePanel<"participant">();
  const shown = useOverlay<Willing | null>();
  const says = (one: OfferedChallenge): Willing | null => shown.get(one.id, held(one));
  return {
    of: says,
    isKept: (one) => held(one) !== null && held(one) === says(one),
    left: model.challenges.filter((one) => says(one) === null),
    willing: model.challenges.some((one) => says(one) === "yes"),
    chosen: model.challenges.filter((one) => says(one) === "yes").map((one) => one.id),
    say: (challenges, answer) => {
      const ids = challenges.map((one) => one.id);
      const sent = send("answer_offer", { challenges: ids, willing: answer === "yes" });
      for (const id of ids) void shown.put(id, answer, sent);
      return sent;
    },
  };
}

/** The answer as the store has it. */
const held = ({ declined, offered }: OfferedChallenge): Willing | null => (declined ? "no" : offered ? "yes" : null);

/** An offer for any challenge, without those that were declined. */
export function sayAny(words: Words, challenges: Pick<OfferedChallenge, "stake" | "declined">[]): string {
  const declined = challenges.filter((one) => one.declined).map((one) => one.stake);
  return declined.length > 0 ? say(words, "any-but", { stakes: declined.join(", ") }) : say(words, "any");
}
