/** "To do now": the next thing in a sentence, and the page's one deep-green button, which says what will happen. */
import type { ChosenWorkshop, NextStep } from "../../contract";
import { Unbroken } from "../kit/components";
import { sayHour } from "../kit/hours";
import { say, sayMany, usePanel } from "../kit/panel";
import { useTries } from "../kit/tries";
import { Door, type Doors } from "./door";
import { Button, type HomeAction } from "./pieces";
import { show } from "./view";

/** The pages where some next things are done; an empty name is where the room stands. */
const PAGES: Partial<Record<NextStep["code"], string>> = {
  "write-challenges": "1_challenge",
  invite: "import",
  "send-invitations": "2_stakeholders",
  remind: "2_stakeholders",
  prepare: "1_challenge",
  "bring-up-to-date": "",
  lead: "3_ideas",
  "make-synthesis": "6_synthesis",
  "follow-up": "6_synthesis",
};

type Act = "open_room" | "begin_test" | "bring_back" | "look_at_workshop";

/** What others are done with, by one press. */
const ACTS: Partial<Record<NextStep["code"], Act>> = {
  "open-room": "open_room",
  "test-phone": "begin_test",
  "test-again": "begin_test",
  "see-why": "open_room",
  "plug-in": "look_at_workshop",
  "bring-back": "bring_back",
};

export function Now({ action, doors }: { action: HomeAction; doors: Doors }) {
  const { model, words, lang } = usePanel<"home", "home">();
  const chosen = model.chosen!;
  const { number } = chosen.card.next;
  const { card, room } = chosen;
  const shown = room.networks.find((one) => one.shown)?.name ?? "";
  const tried = useTries(card.id);
  const tries = card.next.code === "see-why" ? tried.number : 0;
  const sentence = sayMany(words, lang, keyOf(chosen), number, { network: shown, volume: card.volume });
  return (
    <section class="wkh-now" aria-label={say(words, "now")}>
      <p role="status">
        <b>{say(words, "now")}</b>
        <Unbroken text={sentence} />
      </p>
      <NowButton action={action} doors={doors} tried={tried.note} />
      <p role="status" class="wkh-quiet wkh-told">
        {tries === 0 ? "" : sayMany(words, lang, "now.tried", tries, { hour: sayHour(words, tried.at) })}
      </p>
    </section>
  );
}

/** The workshop's other pages, quiet beside the one next action. */
const WAYS = { prepare: "1_challenge", import: "import", invite: "2_stakeholders", lead: "3_ideas", "follow-up": "6_synthesis" } as const;

export function Ways({ doors }: { doors: Doors }) {
  const { model, words } = usePanel<"home", "home">();
  const next = PAGES[model.chosen!.card.next.code];
  const ways = (Object.keys(WAYS) as (keyof typeof WAYS)[]).filter((way) => WAYS[way] !== next);
  return (
    <nav class="wkh-line wkh-ways" aria-label={say(words, "pages")}>
      <b aria-hidden="true">{say(words, "pages")}</b>
      {ways.map((way) => (
        <Door key={way} look="word" page={WAYS[way]} doors={doors}>
          {say(words, `pages.${way}`)}
        </Door>
      ))}
    </nav>
  );
}

/** Some sentences depend on more than the next thing itself. */
function keyOf({ card, room }: ChosenWorkshop): string {
  const { code } = card.next;
  if (code === "plug-in" && card.volume === "") return "now.plug-in.no-name";
  if (code === "open-room" && card.standing === "under-way") return "now.open-room.again";
  if (code === "see-why" && (room.state === "stopped" || room.state === "pulled-out")) return `now.see-why.${room.state}`;
  if (code === "lead" && room.entrance.kept > 0) return "now.lead.joined";
  if (code === "lead" && room.test.state !== "passed") return "now.lead.arrived";
  if (code !== "test-again") return `now.${code}`;
  const why = room.test.reasons[0] ?? "wifi";
  const named = room.networks.some((one) => one.shown && one.name !== "");
  return `now.test-again.${why === "wifi" && !named ? "network" : why}`;
}

function NowButton({ action, doors, tried }: { action: HomeAction; doors: Doors; tried: () => void }) {
  const { model, words } = usePanel<"home", "home">();
  const { card, room } = model.chosen!;
  const { code } = card.next;
  const again = code === "see-why" && (room.state === "stopped" || room.state === "pulled-out");
  const said = say(words, again ? "now.see-why.go-again" : `now.${code}.go`);
  const page = PAGES[code];
  const act = ACTS[code];
  if (page !== undefined) {
    return (
      <Door look="main" page={page} doors={doors}>
        {said}
      </Door>
    );
  }
  if (act !== undefined) {
    return (
      <Button main busy={action.busy} onClick={() => void action.act(act, { workshop: card.id }).then(tried)}>
        {said}
      </Button>
    );
  }
  if (code === "go-there" && room.facilitator !== "") {
    return (
      <a class="wkh-button wkh-main" href={room.facilitator}>
        {said}
      </a>
    );
  }
  if (code === "update-kit" || code === "restore") {
    return (
      <Button main onClick={() => show(code === "update-kit" ? "help" : "places")}>
        {said}
      </Button>
    );
  }
  return null;
}
