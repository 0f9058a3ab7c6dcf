/** The form page by page; each page is kept by itself, and one may stop after any of them. */
import { useEffect, useState } from "preact/hooks";
import { recall, remember } from "../kit/device";
import { useOnPage } from "../participant/page";
import { Days } from "./days";
import { Card, Given } from "./given";
import { DAYS, GIVEN, listPlaces, noteMove, useForm, WHO, type Place } from "./pages";
import { StakePage } from "./stake";
import { Who } from "./who";

const KEPT = "form:place";

export function Form() {
  const { model } = useForm();
  if (!model.visible) return null;
  return model.open ? <Pages /> : <Card />;
}

function Pages() {
  const { model } = useForm();
  useOnPage("wk-has-form");
  const places = listPlaces(model);
  const [kept, go] = useState<Place>(() => recall<Place>(KEPT) ?? (model.begun ? GIVEN : WHO));
  const at = places.includes(kept) ? kept : GIVEN; // a stake may be gone
  useEffect(() => void remember(KEPT, at), [at]);
  useEffect(() => {
    history.replaceState({ form: at }, "");
    const goBack = (event: PopStateEvent) => {
      const { form } = (event.state ?? {}) as { form?: Place };
      if (form === undefined) return;
      noteMove();
      go(form);
    };
    window.addEventListener("popstate", goBack);
    return () => window.removeEventListener("popstate", goBack);
  }, []);
  const goTo = (place: Place) => {
    noteMove();
    history.pushState({ form: place }, ""); // the phone's own button leads to the page before, not out of the form
    go(place);
  };
  const next = places[places.indexOf(at) + 1] ?? GIVEN;
  const back = places[places.indexOf(at) - 1] ?? WHO;
  if (at === WHO) return <Who next={next} goTo={goTo} />;
  if (at === DAYS) return <Days back={back} goTo={goTo} />;
  const stake = model.challenges.find((one) => one.id === at);
  if (stake === undefined) return <Given goTo={goTo} />;
  return <StakePage key={at} stake={stake} next={next} back={back} goTo={goTo} />;
}
