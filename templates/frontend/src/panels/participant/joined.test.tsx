/** A person's other phone: one line in the header, the way to say "this is not me", and an offer whose details stay there. */
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import type { OfferModel, SeatModel } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { Offer } from "../offering/offer";
import { Seat } from "./seat";

const seat = (joined: SeatModel["joined"]): SeatModel => ({
  title: "Atelier",
  pseudonym: "Odette",
  moment: "scoring",
  phase: "scoring",
  current: null,
  challenges: [],
  timer: null,
  joined,
  code: "",
  returned: null,
  slip: false,
  table: null,
});
const offer: OfferModel = {
  visible: true,
  late: false,
  challenges: [{ id: "home", number: 1, stake: "Logement", statement: "Comment loger ?", declined: false, offered: false }],
  organiser: "la mairie",
  purpose: "",
  retention: "",
  offer: null,
  kept: null,
  elsewhere: true,
  agreed: [],
  terms: { max_missions: 1, often: "", days: [], until: "", until_said: "", reach: [], car: "unsaid", languages: [] },
  sectors: [],
  sector: "",
};
const OWN = {
  name: "Odette",
  email: "o@exemple.fr",
  phone: "",
  challenges: [],
  may_show_name: false,
  consented_on: "",
  purpose: "",
  concealed: false,
};

let page: Mounted;
afterEach(() => page.leave());

test("a phone joined to no other says nothing of it", () => {
  page = new Mounted(Seat, new FakeWidget(seat(null)));
  expect(page.find(".wk-joined").textContent).toBe("");
});

test("one press says that it is not me, and it is said what comes of it", async () => {
  page = new Mounted(Seat, new FakeWidget(seat("phone")));
  expect(page.find(".wk-joined p").textContent).toBe("joined-phone");
  await page.press("not-me");
  expect(page.widget.letters.filter(([name]) => name === "part_seats").length).toBe(1);
  const at = page.widget.letters.findIndex(([name]) => name === "part_seats");
  await page.widget.answer({}, at);
  await page.widget.show(seat(null));
  expect(page.find(".wk-joined").textContent).toBe("parted");
  await page.widget.show(seat("voice"));
  expect(page.find(".wk-joined p").textContent).toBe("joined-voice");
});

test("of an offer made on the other phone only that it was made is said, until this one types its own", async () => {
  vi.spyOn(window, "scrollTo").mockImplementation(() => undefined);
  page = new Mounted(Offer, new FakeWidget(offer));
  expect(page.text).toContain("elsewhere");
  expect(page.el.querySelector("input")).toBeNull();
  await page.press("elsewhere-type");
  await act(async () => page.find<HTMLInputElement>("input[type=radio]").click());
  const willing = { ...offer, challenges: offer.challenges.map((one) => ({ ...one, offered: true })) };
  await page.widget.show(willing);
  await page.widget.answer();
  await page.press("to-offer");
  await page.press("details-now");
  expect(page.find<HTMLInputElement>("input[type=email]").value).toBe("");
  await page.press("cancel");
  expect(page.el.querySelector("input[type=email]")).toBeNull();
  await page.widget.show({ ...willing, offer: OWN, elsewhere: false });
  expect(page.text).toContain("o@exemple.fr");
  expect(page.text).not.toContain("elsewhere");
  await page.widget.show({ ...willing, offer: OWN });
  expect(page.text).toContain("elsewhere-since");
  vi.restoreAllMocks();
});
