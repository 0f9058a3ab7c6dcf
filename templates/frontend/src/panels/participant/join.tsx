/** Taking a seat, then the calm wait until the workshop starts. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { JoinForm as JoinFormModel, Me, SeatForm } from "../../contract";
import * as LIMITS from "../../limits";
import { Chips, Go } from "../kit/components";
import { forget, recall, useDraft } from "../kit/device";
import { LEFT_ALONE } from "../kit/fields";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { keepNumbers } from "./after";
import { CodeDoor } from "./helper";
import { Heading, Page, Told, Waiting, answerOf, type Answer } from "./page";

export function Join() {
  const { model, words } = usePanel<"participant", "join">();
  const [correcting, correct] = useState(false);
  const [answer, tell] = useState<Answer | null>(null);
  useSlip(model.visible && model.me === null, tell);
  if (!model.visible) return null;
  if (model.me === null)
    return <JoinForm key="join" form={model} present={model.present} kept={model} over={model.over} arrived={answer} />;
  if (correcting) {
    const done = (saved: boolean) => {
      correct(false);
      tell(saved ? { good: true, text: say(words, "corrected") } : null);
    };
    return <JoinForm key="correct" form={model} me={model.me} onDone={done} />;
  }
  return <Wait me={model.me} present={model.present} answer={answer} onCorrect={() => correct(true)} />;
}

/** Open the paper slip whose code was scanned: it stands behind the address, where no server reads it. */
function useSlip(newcomer: boolean, tell: (answer: Answer) => void) {
  const { send } = usePanel<"participant", "join">();
  useEffect(() => {
    const code = /^#slip=([0-9A-Za-z-]{1,20})$/.exec(location.hash)?.[1];
    if (code === undefined || !newcomer) return;
    void send("return_to_seat", { code }).then((reply) => (reply.ok ? undefined : tell(answerOf(reply))));
  }, []);
}

function Wait({ me, present, answer, onCorrect }: { me: Me; present: number; answer: Answer | null; onCorrect: () => void }) {
  const { words, lang } = useWords();
  return (
    <Page
      foot={
        <Go second onClick={onCorrect}>
          {say(words, "correct")}
        </Go>
      }
    >
      <Heading>{say(words, "in", { pseudonym: me.pseudonym })}</Heading>
      <p class="wk-lead">{say(words, "soon")}</p>
      <p class="wk-here">{sayMany(words, lang, "here", present)}</p>
      <Told answer={answer} />
      <Waiting />
    </Page>
  );
}

/** The form at the door; with `me` it corrects a seat, and `inside` another part of the page it is a card of its own. */
export function JoinForm(props: {
  form: SeatForm;
  present?: number;
  kept?: Kept;
  /** Whether the workshop is over. */
  over?: boolean;
  me?: Me;
  inside?: boolean;
  /** Why the slip that was scanned was not opened. */
  arrived?: Answer | null;
  onDone?: (saved: boolean) => void;
}) {
  const { form, me, onDone, present = 0, over = false } = props;
  const { words, lang, send } = usePanel<"participant">();
  const correcting = me !== undefined;
  const drafts = correcting ? "correct" : "join";
  const [pseudonym, setPseudonym] = useDraft(`${drafts}:pseudonym`);
  const [category, setCategory] = useDraft(`${drafts}:category`);
  const [sector, setSector] = useDraft(`${drafts}:sector`);
  const [touched, touch] = useState(!correcting || pseudonym !== "");
  const [answer, tell] = useState<Answer | null>(null);
  const [wrong, setWrong] = useState(false);
  const [back, comeBack] = useState(false); // by one's code: nothing else is asked for meanwhile
  const [free, setFree] = useState(""); // a pseudonym close to the one refused, that nobody bears
  const field = useRef<HTMLInputElement>(null);
  const hint = useId();
  const said = useId();
  const entry: Me = {
    pseudonym: touched || !correcting ? pseudonym : me.pseudonym,
    category: category !== "" || !correcting ? category : me.category,
    sector: sector !== "" || !correcting ? sector : me.sector,
  };
  const refuse = (text: string, atName: boolean) => {
    tell({ good: false, text });
    setWrong(atName);
    if (atName) field.current?.focus();
  };
  const clear = () => {
    for (const change of [setPseudonym, setCategory, setSector]) change("");
    forget("erased");
    forget("erased-waits");
  };
  const submit = async (pseudonym = entry.pseudonym) => {
    if (pseudonym.trim() === "") return refuse(say(words, "pseudonym-needed"), true);
    if (entry.category === "") return refuse(say(words, "category-needed"), false);
    tell(null);
    setWrong(false);
    setFree("");
    const sector = entry.sector === NOWHERE ? "" : entry.sector;
    const reply = await send(correcting ? "correct_seat" : "join", { ...entry, pseudonym, sector });
    if (!reply.ok) {
      setFree(reply.values?.suggestion ?? "");
      return refuse(reply.sentence ?? "", true);
    }
    clear();
    onDone?.(true);
  };
  const cancel = () => {
    clear();
    onDone?.(false);
  };
  const takeFree = () => {
    touch(true);
    setPseudonym(free);
    void submit(free);
  };
  const foot = (
    <>
      <Told id={said} answer={answer} />
      {free !== "" && (
        <Go second onClick={takeFree}>
          {say(words, "take", { pseudonym: free })}
        </Go>
      )}
      <Waiting />
      <Go onClick={() => void submit()}>{say(words, correcting ? "correct-go" : "go")}</Go>
      {correcting ? (
        <Go second onClick={cancel}>
          {say(words, "cancel")}
        </Go>
      ) : over ? null : (
        <p class="wk-quiet wk-small">{present > 0 ? sayMany(words, lang, "present", present) : say(words, "nobody")}</p>
      )}
    </>
  );
  const fields = (
    <form
      class="wk-stack-wide"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label class="wk-field">
        <b>{say(words, "pseudonym")}</b>
        <input
          ref={field}
          type="text"
          name="pseudonym"
          {...LEFT_ALONE}
          autocapitalize="words"
          maxLength={LIMITS.pseudonym.longest}
          aria-describedby={wrong ? `${hint} ${said}` : hint}
          aria-invalid={wrong}
          value={entry.pseudonym}
          onInput={(event) => {
            touch(true);
            setWrong(false);
            tell(null);
            setFree("");
            setPseudonym(event.currentTarget.value);
          }}
        />
        <span id={hint} class="wk-hint">
          {say(words, "pseudonym-hint")}
        </span>
      </label>
      <Chips legend={say(words, "category")} choices={form.categories} value={entry.category || null} onChoose={setCategory} />
      {form.sectors.length > 0 && (
        <label class="wk-field">
          <span class="wk-label">
            {say(words, "sector")} <span class="wk-quiet wk-plain">({say(words, "optional")})</span>
          </span>
          <select name="sector" value={entry.sector || NOWHERE} onChange={(event) => setSector(event.currentTarget.value)}>
            <option value={NOWHERE}>{say(words, "sector-none")}</option>
            {form.sectors.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit" class="wk-visually-hidden" tabIndex={-1} aria-hidden="true" />
    </form>
  );
  if (props.inside) {
    return (
      <section class="wk-card wk-stack">
        <InnerHeading>{say(words, "correct")}</InnerHeading>
        {fields}
        {foot}
      </section>
    );
  }
  return (
    <Page foot={back ? undefined : foot}>
      {recall<boolean>("erased") === true && !correcting && (
        <Told answer={{ good: true, text: say(words, recall<boolean>("erased-waits") === true ? "erased-waits" : "erased") }} />
      )}
      <Heading>{say(words, correcting ? "correct" : "title")}</Heading>
      {props.arrived && <Told answer={props.arrived} />}
      {!correcting && <p class="wk-quiet">{say(words, over ? "lead-over" : "lead")}</p>}
      {props.kept && (
        <div class="wk-stack-tight">
          <CodeDoor ask="return_to_seat" said="back-" onOpen={comeBack} />
          <details class="wk-more">
            <summary>{say(words, "offline")}</summary>
            <p class="wk-small">{say(words, "offline-how")}</p>
          </details>
          <WhoKeeps kept={props.kept} />
        </div>
      )}
      {!back && fields}
    </Page>
  );
}

type Kept = Pick<JoinFormModel, "organiser" | "contact" | "retention">;

/** Who keeps what, whom to ask, until when, and one's rights: in words alone, as the room may have no Internet. */
function WhoKeeps({ kept }: { kept: Kept }) {
  const { words } = useWords();
  return (
    <details class="wk-more">
      <summary>{say(words, "kept")}</summary>
      <ul class="wk-small wk-kept">
        <li>{say(words, "kept-by", { organiser: kept.organiser })}</li>
        {kept.contact !== "" && (
          <li>
            {say(words, "kept-contact")} <span class="wk-copied">{keepNumbers(kept.contact)}</span>
          </li>
        )}
        <li>{say(words, "kept-until", { date: kept.retention })}</li>
        <li>{say(words, "kept-rights")}</li>
        <li>{say(words, "kept-complaint")}</li>
      </ul>
    </details>
  );
}

/** A heading that is read first when the form opens in the middle of a page, which stays where it is. */
function InnerHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}

/** The choice of no sector, apart from an empty draft. */
const NOWHERE = "-";
