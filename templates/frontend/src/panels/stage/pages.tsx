/** The page that the facilitator turned to, set as large as it holds: the screen turns none by itself. */
import type { ComponentChildren, RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { say, usePanel } from "../kit/panel";
import { setCards, setLarge } from "./columns";

/** Measure again whenever the element, or something in it, has another size: its typeface may come later. */
function useFit(set: (element: HTMLElement) => void) {
  const held = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = held.current;
    if (element === null) return;
    const parts = [element, ...element.children].filter((one) => one instanceof HTMLElement);
    const measure = () => parts.map((one) => `${one.offsetWidth} ${one.offsetHeight}`).join();
    set(element);
    let measured = measure();
    const watch = new ResizeObserver(() => {
      if (measure() === measured) return; // it tells of what it begins to watch, too
      set(element);
      measured = measure();
    });
    for (const one of parts) watch.observe(one);
    return () => watch.disconnect();
  });
  return held;
}

/** Cards in two columns of the height that is left, each whole. */
export function Columns({ children }: { children: ComponentChildren }) {
  const list = useFit(setCards);
  return (
    <ul class="wk-columns" ref={list as RefObject<HTMLUListElement>}>
      {children}
    </ul>
  );
}

/** A list in the height that is left, in letters as large as that allows. */
export function Fitted({ class: name, children }: { class: string; children: ComponentChildren }) {
  const list = useFit(setLarge);
  return (
    <ol class={`wk-fitted ${name}`} ref={list as RefObject<HTMLOListElement>}>
      {children}
    </ol>
  );
}

/** A part of a page in the height that is left, in letters as large as that allows. */
export function FittedPart({ class: name, children }: { class: string; children: ComponentChildren }) {
  const part = useFit(setLarge);
  return (
    <div class={`wk-fitted ${name}`} ref={part as RefObject<HTMLDivElement>}>
      {children}
    </div>
  );
}

/** The cards of the page that is shown, of those that `pages` counts. */
export function onPage<C>({ page, pages }: { page: number; pages: number[] }, cards: C[]): C[] {
  const start = pages.slice(0, page).reduce((sum, count) => sum + count, 0);
  return cards.slice(start, start + (pages[page] ?? cards.length));
}

/** Of lists that stand on pages one after the other, what each has on the page that is shown: all but one have nothing. */
export function onPages<L extends readonly unknown[][]>(model: { page: number; pages: number[] }, lists: L): { [I in keyof L]: L[I] } {
  const before = model.pages.slice(0, model.page).reduce((sum, count) => sum + count, 0);
  const count = model.pages[model.page] ?? 0;
  let start = 0;
  return lists.map((list) => {
    const from = before - start;
    start += list.length;
    return from < 0 ? [] : list.slice(from, from + count);
  }) as { [I in keyof L]: L[I] };
}

export function PageNumber() {
  const { model, words } = usePanel<"screen", "screen">();
  if (model.pages.length < 2) return null;
  return <p class="wk-page-number">{say(words, "pages.place", { page: model.page + 1, count: model.pages.length })}</p>;
}
