/** The first page: who, how to be reached, and one tick for each purpose, none of them ticked beforehand. */
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Purpose } from "../../contract";
import * as LIMITS from "../../limits";
import { Go } from "../kit/components";
import { forget, recall, remember, useDraft } from "../kit/device";
import { say, sayMany, type Words } from "../kit/panel";
import { CodeDoor } from "../participant/helper";
import { Standing, answerOf, type Answer } from "../participant/page";
import { FormPage, GIVEN, WHO, useForm, type Place, type Shown } from "./pages";

const TICKS = "form:ticks";

export function Who({ next, goTo }: { next: Place; goTo: (place: Place) => void }) {
  const { model, words, lang, send } = useForm();
  const details = useDetails(model);
  const [answer, tell] = useState<Answer | null>(null);
  const latest = useRef(details.text);
  latest.current = details.text;
  const [noted, note] = useState(false); // what stands here was kept, and changed since by nothing
  const [warned, warn] = useState(false); // of a name that nothing is ticked for: said once where one presses
  const [back, comeBack] = useState(false); // by one's code: nothing else is asked for meanwhile
  const found = useRef(model.found);
  useEffect(() => {
    if (model.found > found.current) goTo(GIVEN); // the code was right: what was given is what one came back for
  }, [model.found]);
  const given = model.purposes.filter((one) => one.on !== "").map((one) => one.purpose);
  const keep = async (ticks: readonly Purpose[]): Promise<boolean> => {
    tell(null);
    const reach = model.concealed && details.reach.trim() === "" ? null : details.reach;
    const sent = details.text;
    const reply = await send("say_who", { name: details.name, reach, purposes: [...ticks] });
    if (!reply.ok) {
      tell(answerOf(reply));
      return false;
    }
    if (ticks.length > 0 && latest.current === sent) details.letGo(); // unless somebody typed on meanwhile
    note(true);
    return true;
  };
  const tick = (purpose: Purpose, on: boolean) => {
    const ticks = on ? [...details.ticks, purpose] : details.ticks.filter((one) => one !== purpose);
    details.setTicks(ticks);
    note(false);
    warn(false);
    tell(null);
    if (ticks.length === 0) details.holdOn(); // what is kept no more stands in the fields still
    // who takes a yes back is heard at once; a first one waits for the name it is given with
    if (details.name.trim() !== "" || model.concealed || ticks.length === 0) void keep(ticks);
  };
  const goOn = async () => {
    if (!warned && isLost(details)) {
      warn(true);
      tell({ good: false, text: say(words, "unticked-stop") });
      return;
    }
    const changed = details.touched || given.length !== details.ticks.length;
    if (changed && (details.ticks.length > 0 || given.length > 0) && !(await keep(details.ticks))) return;
    goTo(next);
  };
  const kept = noted && details.ticks.length > 0 ? sayMany(words, lang, "agreed", details.ticks.length) : "";
  const foot = (
    <>
      <Standing still answer={answer ?? (kept === "" ? null : { good: true, text: kept })} />
      <Go onClick={() => void goOn()}>
        {model.challenges.length > 0 ? sayMany(words, lang, "go-stakes", model.challenges.length) : say(words, "go-days")}
      </Go>
      {model.begun ? (
        <Go second onClick={() => goTo(GIVEN)}>
          {say(words, "go-summary")}
        </Go>
      ) : (
        <p class="wk-quiet wk-small">{say(words, "paper")}</p>
      )}
    </>
  );
  return (
    <FormPage at={WHO} heading={say(words, "title")} foot={back ? null : foot}>
      <p class="wk-quiet">{say(words, "lead")}</p>
      {!model.begun && <CodeDoor ask="return_to_seat" said="again-" onOpen={comeBack} />}
      {!back && (
        <form
          class="wk-stack-wide"
          onSubmit={(event) => {
            event.preventDefault();
            void goOn();
          }}
        >
          <Field
            name="name"
            label={say(words, "name")}
            autocomplete="name"
            longest={LIMITS.form_name.longest}
            value={details.name}
            onInput={details.setName}
          />
          <Field
            name="reach"
            label={say(words, "reach")}
            hint={say(words, model.concealed ? "reach-concealed" : "reach-hint")}
            longest={LIMITS.reach.longest}
            value={details.reach}
            onInput={details.setReach}
          />
          <fieldset class="wkm-purposes">
            <legend>{say(words, "purposes")}</legend>
            <p class="wk-quiet">{say(words, "purposes-lead")}</p>
            {model.purposes.map(({ purpose }) => (
              <label key={purpose} class="wkm-tick">
                <input
                  type="checkbox"
                  name={purpose}
                  checked={details.ticks.includes(purpose)}
                  onChange={(event) => tick(purpose, event.currentTarget.checked)}
                />
                <span>{sayPurpose(words, model, purpose)}</span>
              </label>
            ))}
          </fieldset>
          <Hint details={details} concealed={model.concealed} />
          <p class="wk-quiet wk-small">{say(words, "keeper", { organiser: model.organiser, date: model.retention })}</p>
          <button type="submit" class="wk-visually-hidden" tabIndex={-1} aria-hidden="true" />
        </form>
      )}
    </FormPage>
  );
}

/** Whether somebody typed who they are and ticked nothing it may be used for: none of it is kept. */
const isLost = ({ ticks, name, reach }: Details) => ticks.length === 0 && (name.trim() !== "" || reach.trim() !== "");

/** What follows from what stands in the fields: without a tick nothing is kept, without a number nobody calls. */
function Hint({ details, concealed }: { details: Details; concealed: boolean }) {
  const { words } = useForm();
  const unticked = isLost(details);
  const alone = details.ticks.length > 0 && details.reach.trim() === "" && !concealed;
  return (
    <p role="status" class="wkm-hint">
      {unticked ? say(words, "unticked") : alone ? say(words, "no-reach") : ""}
    </p>
  );
}

export function sayPurpose(words: Words, model: Pick<Shown, "day" | "retention" | "seated">, purpose: Purpose): string {
  if (purpose === "invite" && model.seated) return say(words, "purpose.invite-seated"); // the room asks it of other meetings
  if (purpose === "invite" && model.day === "") return say(words, "purpose.invite-undated");
  return say(words, `purpose.${purpose}`, { day: model.day, date: model.retention });
}

interface Details {
  name: string;
  reach: string;
  ticks: readonly Purpose[];
  touched: boolean;
  /** Both fields in one, to be compared with what was sent. */
  text: string;
  setName: (text: string) => void;
  setReach: (text: string) => void;
  setTicks: (ticks: readonly Purpose[]) => void;
  letGo: () => void;
  holdOn: () => void;
}

/** What is being typed and ticked, kept on the device until the store has it; before that, what the store has. */
function useDetails(model: Shown): Details {
  const [name, setName] = useDraft("form:name");
  const [reach, setReach] = useDraft("form:reach");
  const [typed, type] = useState({ name: name !== "", reach: reach !== "" });
  const [ticked, setTicked] = useState<readonly Purpose[] | null>(() => recall<Purpose[]>(TICKS));
  const given = model.purposes.filter((one) => one.on !== "").map((one) => one.purpose);
  const shown = { name: typed.name ? name : model.name, reach: typed.reach ? reach : model.reach };
  return {
    ...shown,
    text: `${shown.name}\n${shown.reach}`,
    ticks: ticked ?? given,
    touched: typed.name || typed.reach,
    setName: (text) => {
      type({ ...typed, name: true });
      setName(text);
    },
    setReach: (text) => {
      type({ ...typed, reach: true });
      setReach(text);
    },
    setTicks: (ticks) => {
      setTicked(ticks);
      remember(TICKS, ticks);
    },
    letGo: () => {
      type({ name: false, reach: false });
      for (const change of [setName, setReach]) change("");
      setTicked(null);
      forget(TICKS);
    },
    holdOn: () => {
      if (model.concealed) return;
      type({ name: true, reach: true });
      setName(shown.name);
      setReach(shown.reach);
    },
  };
}

function Field(props: {
  name: string;
  label: string;
  hint?: string;
  autocomplete?: "name";
  longest: number;
  value: string;
  onInput: (text: string) => void;
}) {
  const hint = useId();
  return (
    <label class="wk-field">
      <b>{props.label}</b>
      <input
        type="text"
        name={props.name}
        autocomplete={props.autocomplete}
        autocapitalize={props.autocomplete === "name" ? "words" : "none"}
        maxLength={props.longest}
        aria-describedby={props.hint === undefined ? undefined : hint}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      {props.hint !== undefined && (
        <span id={hint} class="wk-hint">
          {props.hint}
        </span>
      )}
    </label>
  );
}
