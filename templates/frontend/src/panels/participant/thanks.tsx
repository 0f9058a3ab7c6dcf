/** Thanks, everything one gave, and the way to carry it away or take it back. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Given as GivenModel, OwnMission, Purpose, SeatForm } from "../../contract";
import { Go } from "../kit/components";
import { forget, forgetEverything, recall, remember } from "../kit/device";
import { say, sayMany, usePanel, useWords, type Words } from "../kit/panel";
import { AfterYes, CalledOff, InShort, WhomToCall, type Afterwards } from "./after";
import { Begun } from "./begun";
import { Given, writeGiven } from "./given";
import { JoinForm } from "./join";
import { openOffer } from "./late";
import { Heading, Page, Told, Waiting, answerOf, type Answer } from "./page";
import { Answering, OneMission, ToldAnswer, useAnswering } from "./proposal";
import { WithdrawOffer } from "./withdraw";

export function Thanks() {
  const { model, words, lang, send } = usePanel<"participant", "thanks">();
  if (!model.visible) return null;
  const { given } = model;
  if (model.thanking) {
    return (
      <Page foot={given && <Download given={given} />}>
        <Heading>{say(words, "title", { pseudonym: given?.pseudonym ?? "" })}</Heading>
        <p class="wk-lead">{leadOf(given, words, lang).join(" ")}</p>
        {given && <Next followUp={model.follow_up} given={given} />}
        {given?.offered === "unanswered" && <StillOffer />}
        <h2>{say(words, "given")}</h2>
        {given && <AllGiven given={given} />}
        {given && <TakeBack given={given} />}
      </Page>
    );
  }
  const toggle = (opened: boolean) => {
    if (opened !== model.opened) void send("look_at_what_i_gave", { opened });
  };
  return (
    <details class="wk-more wk-given-door" onToggle={(event) => toggle(event.currentTarget.open)}>
      <summary>{say(words, "given")}</summary>
      {given === null ? (
        <p class="wk-quiet">{say(words, "loading")}</p>
      ) : (
        <div class="wk-stack">
          <AllGiven given={given} />
          <Download given={given} />
          <TakeBack given={given} />
        </div>
      )}
    </details>
  );
}

/** What one gave, what one did not send, and the way to correct who one is. */
function AllGiven({ given }: { given: GivenModel }) {
  return (
    <>
      <Begun />
      <Given given={given} />
      <CorrectSeat form={given.form} />
    </>
  );
}

/** The sentences that hold for this person: the report has the ideas that are not held back, and their name if they agreed. */
function leadOf(given: GivenModel | null, words: Words, lang: string): string[] {
  if (given === null) return [say(words, "lead")];
  const ideas = given.challenges.flatMap((challenge) => challenge.ideas);
  const accepted = given.missions.some((mission) => mission.status === "accepted");
  return [
    say(words, "lead"),
    ...sayPrinted(ideas.length, ideas.filter((idea) => !idea.held).length, words, lang),
    ...(given.named ? [say(words, "lead-named")] : []),
    ...(given.offer !== null && !accepted ? [say(words, "lead-offered")] : []),
  ];
}

function sayPrinted(wrote: number, printed: number, words: Words, lang: string): string[] {
  if (wrote === 0) return [];
  if (printed === wrote) return [sayMany(words, lang, "lead-ideas", wrote)];
  return [printed === 0 ? sayMany(words, lang, "lead-held", wrote) : sayMany(words, lang, "lead-some", printed, { wrote })];
}

/** What happens next, when, and whom to call; where nobody said it yet, who may be asked. */
function Next({ followUp, given }: { followUp: string; given: GivenModel }) {
  const { words } = useWords();
  const asking = useRef(new Set<string>()); // a mission answered here stays here, with what is said of the answer
  for (const { id, status } of given.missions) if (status === "proposed" || status === "later") asking.current.add(id);
  const asked = given.missions.filter((mission) => asking.current.has(mission.id));
  const accepted = given.missions.filter((mission) => mission.status === "accepted" && !asked.includes(mission));
  const untold = followUp === "" && given.contact === "" && accepted.length + asked.length === 0;
  return (
    <section class="wk-stack-tight" aria-labelledby="wk-next">
      <h2 id="wk-next">{say(words, "next")}</h2>
      {untold && <p>{say(words, "no-next", { organiser: given.organiser })}</p>}
      {followUp !== "" && <p class="wk-text">{followUp}</p>}
      {asked.map((mission) => (
        <OneMission key={mission.id} mission={mission} afterwards={given} />
      ))}
      {accepted.map((mission) => (
        <Accepted key={mission.id} mission={mission} afterwards={given} />
      ))}
      <CalledOff titles={given.called_off} />
      <WhomToCall contact={given.contact} />
    </section>
  );
}

/** What one said yes to, in short; the answers come back where one changes one's mind. */
function Accepted({ mission, afterwards }: { mission: OwnMission; afterwards: Afterwards }) {
  const { words } = useWords();
  const answering = useAnswering(mission);
  return (
    <div class="wk-card wk-stack-tight">
      <h3>{mission.title}</h3>
      <InShort mission={mission} />
      <ToldAnswer answering={answering} />
      {answering.asks ? (
        <Answering answering={answering} />
      ) : (
        <>
          <AfterYes mission={mission} afterwards={afterwards} />
          <p>
            <button type="button" class="wk-quiet-action" onClick={() => answering.change(true)}>
              {say(words, "change")}
            </button>
          </p>
        </>
      )}
    </div>
  );
}

/** A way to offer help for who answered nothing when the room was asked. */
function StillOffer() {
  const { words } = useWords();
  return (
    <section class="wk-stack-tight">
      <p>{say(words, "late-lead")}</p>
      <Go second onClick={openOffer}>
        {say(words, "late")}
      </Go>
    </section>
  );
}

/** The copy is made in the page: nothing is asked of the server, and it works on plain http. */
function Download({ given }: { given: GivenModel }) {
  const { words, lang } = useWords();
  const download = () => {
    const address = URL.createObjectURL(new Blob(["\ufeff", writeGiven(given, words, lang)], { type: "text/plain;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = say(words, "file");
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  };
  return (
    <Go second onClick={download}>
      {say(words, "download")}
    </Go>
  );
}

/** Who one is may be corrected all along, by a quiet link: a slip at the door must not last until the end. */
function CorrectSeat({ form }: { form: SeatForm }) {
  const { words } = useWords();
  const [open, setOpen] = useState(false);
  const [answer, tell] = useState<Answer | null>(null);
  const link = useRef<HTMLButtonElement>(null);
  if (open && form.me !== null) {
    const done = (saved: boolean) => {
      setOpen(false);
      tell(saved ? { good: true, text: say(words, "corrected") } : null);
      setTimeout(() => link.current?.focus()); // once the link is back
    };
    return <JoinForm inside form={form} me={form.me} onDone={done} />;
  }
  return (
    <div>
      <button ref={link} type="button" class="wk-quiet-action" onClick={() => setOpen(true)}>
        {say(words, "correct")}
      </button>
      <Told answer={answer} />
    </div>
  );
}

function TakeBack({ given }: { given: GivenModel }) {
  const { words } = useWords();
  const [answer, tell] = useState<Answer | null>(null);
  const [asking, ask] = useState(false);
  return (
    <div class="wk-stack-tight">
      {given.agreed.map((purpose) => (
        <TakeConsentBack key={purpose} purpose={purpose} tell={tell} />
      ))}
      {given.offer !== null && <WithdrawOffer tell={tell} />}
      {given.offer === null && given.may_ask && <WithdrawYes tell={tell} />}
      <Told answer={answer} />
      <Waiting />
      {asking ? (
        <Erase joined={given.joined} tell={tell} onClose={() => ask(false)} />
      ) : (
        <p>
          <button type="button" class="wk-quiet-action wk-danger" onClick={() => ask(true)}>
            {say(words, "erase")}
          </button>
        </p>
      )}
    </div>
  );
}

/** One consent besides that to a mission, taken back by itself; its day stands with one's consents. */
function TakeConsentBack({ purpose, tell }: { purpose: Purpose; tell: (answer: Answer | null) => void }) {
  const { words, send } = usePanel<"participant">();
  const takeBack = async () => {
    tell(null);
    tell(answerOf(await send("take_consent_back", { purpose }), say(words, "consent-taken-back")));
  };
  return (
    <p>
      <button type="button" class="wk-quiet-action" onClick={() => void takeBack()}>
        {say(words, "take-consent-back", { purpose: say(words, `purpose-${purpose}`) })}
      </button>
    </p>
  );
}

function WithdrawYes({ tell }: { tell: (answer: Answer | null) => void }) {
  const { words, send } = usePanel<"participant">();
  const withdraw = async () => {
    tell(null);
    const reply = await send("withdraw_offer");
    tell(answerOf(reply, say(words, "ask-withdrawn")));
  };
  return (
    <p>
      <button type="button" class="wk-quiet-action" onClick={() => void withdraw()}>
        {say(words, "ask-no")}
      </button>
    </p>
  );
}

function Erase({ joined, tell, onClose }: { joined: boolean; tell: (answer: Answer) => void; onClose: () => void }) {
  const { words, send } = usePanel<"participant">();
  const [withIdeas, setWithIdeas] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  const erase = async () => {
    const language = recall<string>("language");
    remember("erased", true); // the page that welcomes newcomers says it
    const reply = await send("erase", { with_ideas: withIdeas });
    if (!reply.ok) {
      forget("erased");
      tell(answerOf(reply));
      return onClose();
    }
    forgetEverything();
    remember("erased", true);
    if (joined) remember("erased-waits", true);
    if (language !== null) remember("language", language);
    onClose();
  };
  return (
    <section class="wk-card wk-stack">
      <h2 ref={title} tabIndex={-1}>
        {say(words, "erase-title")}
      </h2>
      <p>{say(words, "erase-sure")}</p>
      {joined ? <p>{say(words, "erase-joined")}</p> : null}
      <label class="wk-check">
        <input type="checkbox" checked={withIdeas} onChange={(event) => setWithIdeas(event.currentTarget.checked)} />
        <span>{say(words, "erase-ideas")}</span>
      </label>
      <button type="button" class="wk-go wk-danger" onClick={() => void erase()}>
        {say(words, "erase-yes")}
      </button>
      <Go second onClick={onClose}>
        {say(words, "erase-no")}
      </Go>
    </section>
  );
}
