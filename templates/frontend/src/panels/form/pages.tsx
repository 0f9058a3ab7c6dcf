/** What the pages of the form share: where one is, the frame, and which page comes next. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { FormModel, ScoredChallenge } from "../../contract";
import { say, usePanel } from "../kit/panel";

/** A page of the form: who, a stake by its id, the days, what was given. */
export type Place = string;
export const WHO = "who";
export const DAYS = "days";
export const GIVEN = "given";

export type Shown = Extract<FormModel, { visible: true }>;

/** The pages in their order. */
export const listPlaces = (model: Shown): Place[] => [WHO, ...model.challenges.map((one) => one.id), DAYS, GIVEN];

export const isAnswered = (score: Pick<ScoredChallenge, "competence" | "interest" | "unsure">): boolean =>
  score.unsure || score.competence !== null || score.interest !== null;

export function useForm() {
  const panel = usePanel<"participant", "form">();
  return { ...panel, model: panel.model as Shown };
}

/** One page: how far one is, content, then the next action at thumb height with the word that one may stop. */
export function FormPage(props: {
  at: Place;
  heading: ComponentChildren;
  quiet?: boolean;
  children: ComponentChildren;
  foot: ComponentChildren;
}) {
  const { model, words } = useForm();
  const places = listPlaces(model);
  const here = places.indexOf(props.at);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!moved) return; // the page has only just been opened
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class="wk-page">
      <div class="wk-body">
        <div class="wk-steps wkm-steps" aria-hidden="true">
          {places.map((place, index) => (
            <i key={place} class={index <= here ? "wk-on" : ""} />
          ))}
        </div>
        <h1 ref={heading} tabIndex={-1} class={props.quiet === true ? "wk-visually-hidden" : undefined}>
          {props.heading}
        </h1>
        {props.children}
        {model.contact !== "" && <p class="wk-quiet wk-small">{say(words, "question", { contact: model.contact })}</p>}
      </div>
      <div class="wk-foot">{props.foot}</div>
    </div>
  );
}

let moved = false;
/** Note that the person goes from page to page: from then on each begins at its top, and is read first. */
export const noteMove = (): void => {
  moved = true;
};
