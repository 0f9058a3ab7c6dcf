/** The calm strip at the top of the page: whether what the person does reaches the workshop. */

export type PageWords = Record<string, Record<string, string>>;

/** How long the good news stays, in milliseconds. */
const GOOD_NEWS = 4000;

export class Strip {
  private state = "";
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly place: HTMLElement,
    private readonly words: PageWords,
  ) {
    new MutationObserver(() => this.write()).observe(document.documentElement, { attributeFilter: ["lang"] });
  }

  /** Say a loss, that the room was closed, or the return from either: `state` names the words. */
  show(state: string): void {
    clearTimeout(this.timer);
    this.state = state;
    this.write();
    if (state === "back") {
      this.timer = setTimeout(() => {
        this.state = "";
        this.write();
      }, GOOD_NEWS);
    }
  }

  private write(): void {
    this.place.dataset.state = this.state;
    if (!this.state) {
      this.place.textContent = "";
      return;
    }
    const words = this.words[document.documentElement.lang.slice(0, 2)] ?? this.words.fr!;
    const title = document.createElement("strong");
    title.textContent = words[this.state]!;
    const note = this.state === "lost" ? (document.body.dataset.note ?? "") : ""; // what a panel adds for its reader
    this.place.replaceChildren(title, ` ${words[`${this.state}-more`]} ${note}`.trimEnd());
  }
}
