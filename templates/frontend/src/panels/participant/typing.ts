/** What somebody types in stays in sight, and so does the footer that sends it: above a keyboard that lies over the page. */

/** A page that has less height than this left keeps all of it for the field, in pixels. */
const LOW = 340;

/** Phones lay their keyboard over the page, whose own size stays: only what is seen of it gets smaller. */
export function keepAboveKeyboard(): void {
  const root = document.documentElement;
  const around = window.visualViewport;
  const look = () => {
    const field = document.activeElement;
    // the page's scroll padding is what the footer and the keyboard cover; what is not typed in would move away from under a finger
    if (field?.matches("textarea, .wk-field > input") === true) field.scrollIntoView?.({ block: "nearest" });
  };
  const measure = () => {
    // who looks closer sees less of the page too, and has no keyboard for that
    const covered = around === null || around.scale > 1.01 ? 0 : Math.round(window.innerHeight - around.height - around.offsetTop);
    root.style.setProperty("--covered", `${Math.max(0, covered)}px`);
    root.classList.toggle("wk-low", covered > 0 && around!.height < LOW);
  };
  root.classList.add("wk-phone"); // what takes the focus stays clear of the footer
  document.addEventListener("focusin", look);
  around?.addEventListener("scroll", measure);
  around?.addEventListener("resize", () => {
    measure();
    look();
  });
}

/** Bring into sight what is said of an action, where the footer that has it lies further down, as in large letters. */
export function bringInSight(said: HTMLElement): void {
  const { top, bottom } = said.getBoundingClientRect();
  if (top < 0 || bottom > (window.visualViewport?.height ?? window.innerHeight)) said.scrollIntoView?.({ block: "center" });
}
