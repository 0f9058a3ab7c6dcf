/** What somebody answers on each challenge: a no is stored at once, a yes waits on the device for the way to reach them. */
import { useState } from "preact/hooks";
import type { OfferModel, OfferedChallenge } from "../../contract";
import { forget, recall, remember } from "../kit/device";
import type { Acknowledgement } from "../kit/outbox";
import { say, usePanel, type Words } from "../kit/panel";
import { useOverlay } from "./overlay";

export type Willing = "yes" | "no";

export interface Answers {
  of(challenge: OfferedChallenge): Willing | null;
  /** Where that answer is kept; null while it is on its way. */
  keptOn(challenge: OfferedChallenge): "store" | "device" | null;
  /** The challenges without an answer. */
  left: OfferedChallenge[];
  /** Whether they would help with something. */
  willing: boolean;
  /** What an offer names: the challenges that were read with a yes, and none that is opened later. */
  chosen: string[];
  say(challenges: OfferedChallenge[], answer: Willing): Promise<Acknowledgement>;
  /** Forget what waits on the device: it was stored. */
  clear(): void;
}

/** To which challenges somebody said yes. */
interface Yes {
  any: boolean;
  named: string[];
}

const KEPT = "offer:answers";

export function useAnswers(model: OfferModel): Answers {
  const { send } = usePanel<"participant">();
  const [waiting, wait] = useState(() => recall<Yes>(KEPT));
  const shown = useOverlay<Willing | null>();
  const yes = yesOf(model, waiting);
  const held = (one: OfferedChallenge): Willing | null => {
    if (one.declined) return "no";
    return yes.any || yes.named.includes(one.id) ? "yes" : null;
  };
  const says = (one: OfferedChallenge): Willing | null => shown.get(one.id, held(one));
  const keep = (next: Yes) => {
    remember(KEPT, next);
    wait(next);
  };
  /** Keep a yes on the device until it can be sent with the way to reach them. */
  const note = (ids: string[], answer: Willing) => {
    const others = yes.named.filter((one) => !ids.includes(one));
    keep({ any: yes.any, named: answer === "yes" ? [...others, ...ids] : others });
  };
  return {
    of: says,
    keptOn: (one) => {
      const said = held(one);
      if (said === null || said !== says(one)) return null;
      return said === "no" || model.offer !== null ? "store" : "device";
    },
    left: model.challenges.filter((one) => says(one) === null),
    willing: model.challenges.some((one) => says(one) === "yes"),
    chosen: model.challenges.filter((one) => says(one) === "yes").map((one) => one.id),
    say: (challenges, answer) => {
      const ids = challenges.map((one) => one.id);
      if (model.offer === null) note(ids, answer);
      // without an offer the store knows each no alone
      const told = challenges.filter((one) => model.offer !== null || answer === "no" || says(one) === "no").map((one) => one.id);
      if (told.length === 0) return Promise.resolve({ ok: true });
      const sent = send("answer_offer", { challenges: told, willing: answer === "yes" });
      for (const one of told) void shown.put(one, answer, sent);
      return sent;
    },
    clear: () => {
      forget(KEPT);
      wait(null);
    },
  };
}

/** What was said yes to: as it stands in the offer, else as it waits on the device; a yes for today is one to any. */
function yesOf({ offer, may_ask }: OfferModel, waiting: Yes | null): Yes {
  if (offer !== null) return { any: offer.challenges.length === 0, named: offer.challenges };
  return waiting ?? { any: may_ask, named: [] };
}

/** An offer for any challenge, without those that were declined. */
export function sayAny(words: Words, challenges: Pick<OfferedChallenge, "stake" | "declined">[]): string {
  const declined = challenges.filter((one) => one.declined).map((one) => one.stake);
  return declined.length > 0 ? say(words, "any-but", { stakes: declined.join(", ") }) : say(words, "any");
}
