/** What every panel's component has in common: its read model and words, and the way to send an intention. */
import { createContext, render, type ComponentChildren, type ComponentType } from "preact";
import { useContext, useEffect, useMemo, useState } from "preact/hooks";
import type { Nothing, Role, Roles } from "../../contract";
import { Said } from "./components";
import { forgetOldRooms } from "./device";
import { holdComposing } from "./fingers";
import { holdFocus } from "./focus";
import type { PanelModel } from "./model";
import { Outbox, type Acknowledgement, type Returned } from "./outbox";

/** A sentence for each number of things that its language tells apart, by the names of CLDR. */
export type Plural = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;
export type Words = Record<string, string | Plural>;

type Asks<R extends Role> = Roles[R]["asks"];
type Payload<R extends Role, I extends keyof Asks<R>> = Asks<R>[I] extends { asks: infer P } ? P : never;
type Result<R extends Role, I extends keyof Asks<R>> = Asks<R>[I] extends { gets: infer G } ? G : never;
/** What stands behind an intention's name: its payload, or nothing where the name says all. */
type Asked<R extends Role, I extends keyof Asks<R>> = Payload<R, I> extends Nothing ? [] : [payload: Payload<R, I>];

/** A panel of a role: `usePanel<"participant", "vote">()`; without a panel's name, what all of the role's panels have. */
export interface Panel<R extends Role, N extends keyof Roles[R]["panels"]> {
  /** The read model. Empty until the visit has begun. */
  model: Roles[R]["panels"][N];
  words: Words;
  lang: string;
  /** Send an intention; resolves once the store has it or refused it, however long the connection is away. */
  send<I extends keyof Asks<R> & string>(intention: I, ...asked: Asked<R, I>): Promise<Acknowledgement<Result<R, I>>>;
  /** How many intentions wait to be sent. */
  waiting: number;
  /** Whether the last answer asked to load the page again. */
  stale: boolean;
  /** Take the intentions of an earlier visit that were refused since, so that what was typed can be given back. */
  takeReturned(): readonly Returned[];
  /** The widget itself, and what sends for it, for a part of the panel that another bundle draws. */
  widget: PanelModel;
  outbox: Outbox;
  /** What of the panel such a part is about. */
  about: string;
}

/** What any panel has, whatever it shows: enough for the pieces that several roles share. */
export type AnyPanel = Pick<Panel<Role, never>, "words" | "lang" | "waiting" | "stale" | "takeReturned" | "widget" | "outbox" | "about">;

interface Mounting extends AnyPanel {
  model: unknown;
  send(intention: string, payload?: Record<string, unknown>): Promise<Acknowledgement>;
}

const PanelContext = createContext<Mounting | null>(null);

/** The words around this component, and the language they are in. */
export function useWords(): AnyPanel {
  const panel = useContext(PanelContext);
  if (panel === null) throw new Error("no panel");
  return panel;
}

/** The panel around this component, as the contract has it. */
export function usePanel<R extends Role, N extends keyof Roles[R]["panels"] = keyof Roles[R]["panels"]>(): Panel<R, N> {
  return useWords() as Panel<R, N>;
}

/** Shows what stands inside as if `model` were the panel's own: one panel within another, such as a small copy of the screen. */
export function Within({ model, children }: { model: unknown; children: ComponentChildren }) {
  const panel = useContext(PanelContext);
  return panel === null ? null : <PanelContext.Provider value={{ ...panel, model }}>{children}</PanelContext.Provider>;
}

/**
 * Shows what stands inside with the panel as it was when something it reads, `of`, last changed: a long list is not drawn
 * again because a number elsewhere on the page moved.
 */
export function Steady({ of, children }: { of: readonly unknown[]; children: ComponentChildren }) {
  const panel = useContext(PanelContext);
  const kept = useMemo(() => panel, [panel?.words, panel?.lang, panel?.waiting, panel?.stale, ...of]);
  return kept === null ? null : <PanelContext.Provider value={kept}>{children}</PanelContext.Provider>;
}

/** Say a key with its {placeholders} filled. */
export function say(words: Words, key: string, values: Record<string, unknown> = {}): string {
  const found = words[key];
  const text = typeof found === "object" ? found.other : found;
  return fill(text ?? key, values);
}

/** Say a key for a number of things, as the language counts: French says 0 and 1 alike, English 0 as it says 2. */
export function sayMany(words: Words, lang: string, key: string, number: number, values: Record<string, unknown> = {}): string {
  const found = words[key];
  const text = typeof found === "object" ? (found[countIn(lang, number)] ?? found.other) : found;
  return fill(text ?? key, { number, ...values });
}

const counting = new Map<string, Intl.PluralRules>();

function countIn(lang: string, number: number): Intl.LDMLPluralRule {
  let rules = counting.get(lang);
  if (rules === undefined) {
    rules = new Intl.PluralRules(lang);
    counting.set(lang, rules);
  }
  return rules.select(number);
}

function fill(text: string, values: Record<string, unknown>): string {
  // a dot between two words stays with both of them: it never begins or ends a line
  return text
    .replace(/ · /g, "\u00a0·\u00a0")
    .replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

/** What watches over what is done in each panel, and how it is stopped; a role may add its own. */
export const holds: ((panel: HTMLElement) => () => void)[] = [holdFocus, holdComposing];

/** A place that a panel is drawn in; `outbox` is that of the panel around it, where it is a part that was fetched. */
export interface Drawn {
  model: PanelModel;
  el: HTMLElement;
  outbox?: Outbox;
  about?: string;
}

/** An anywidget module whose components are chosen by the `panel` trait. */
export function panels(components: Record<string, ComponentType>) {
  forgetOldRooms();
  return {
    render({ model, el, outbox: shared, about = "" }: Drawn) {
      const name = String(model.get("panel"));
      const Component = components[name];
      if (Component === undefined) throw new Error(name);
      el.classList.add("wk-panel", `wk-${name}`);
      const letGo = holds.map((hold) => hold(el));
      const outbox = shared ?? new Outbox(name, model, () => say(JSON.parse(model.get("words")), "outbox.too-long"));
      render(<Mounted model={model} outbox={outbox} component={Component} part={shared !== undefined} about={about} />, el);
      return () => {
        for (const end of letGo) end();
        if (shared === undefined) outbox.close();
        render(null, el);
      };
    },
  };
}

function Mounted(props: { model: PanelModel; outbox: Outbox; component: ComponentType; part: boolean; about: string }) {
  const { model, outbox, component: Component, part, about } = props;
  const [, redraw] = useState(0);
  const [stale, setStale] = useState(false);
  useEffect(() => {
    const changed = () => redraw((count) => count + 1);
    model.on("change", changed);
    outbox.watchers.add(changed);
    changed(); // what arrived between the first render and this effect
    return () => {
      model.off("change", changed);
      outbox.watchers.delete(changed);
    };
  }, [model, outbox]);
  const said: string = model.get("words");
  const words: Words = useMemo(() => JSON.parse(said), [said]);
  const panel: Mounting = {
    model: putTogether(model),
    words,
    lang: String(model.get("lang")),
    send: (intention, payload = {}) => {
      const sent = outbox.send(intention, payload);
      void sent.then((answer) => setStale(answer.reload === true));
      return sent;
    },
    waiting: outbox.waiting,
    stale,
    takeReturned: () => outbox.takeReturned(),
    widget: model,
    outbox,
    about,
  };
  if (said === "{}") return null; // the visit has not begun
  return (
    <PanelContext.Provider value={panel}>
      {!part && <ReturnedLetters outbox={outbox} />}
      <Component />
    </PanelContext.Provider>
  );
}

/** The read model, with a list that is sent entry by entry back in its place. */
function putTogether(widget: PanelModel): unknown {
  const model = widget.get("model");
  const whole = { ...model };
  for (const key in model.apart) whole[key] = model.apart[key].map((name: string) => widget.get(name));
  return model.apart === undefined ? model : whole;
}

/** The way out of a page that shows what is no more, beside the sentence that says so; what was typed is kept. */
export function Reload() {
  const { words, stale } = useWords();
  if (!stale) return null;
  return (
    <button type="button" class="wk-quiet-action" onClick={() => location.reload()}>
      {say(words, "reload")}
    </button>
  );
}

/** What was written before a reload and then refused: said here, with the words, since nothing else on the page waits for it. */
function ReturnedLetters({ outbox }: { outbox: Outbox }) {
  const { words, lang } = useWords();
  return (
    <>
      {outbox.returned.map((returned) => {
        const texts = Object.values(returned.payload).filter((value) => typeof value === "string" && /\s/.test(value));
        return (
          <div key={returned.id} class="wk-card">
            <Said good={false}>{(returned.lang ?? lang) === lang ? returned.sentence : say(words, "outbox.not-kept")}</Said>
            {texts.length > 0 && <p>{say(words, "outbox.refused", { words: texts.join("\u00a0·\u00a0") })}</p>}
            <button type="button" class="wk-go wk-second" onClick={() => outbox.dismiss(returned)}>
              {say(words, "outbox.read")}
            </button>
          </div>
        );
      })}
    </>
  );
}
