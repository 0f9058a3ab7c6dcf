import { panels } from "../kit/panel";
import { keepFocus } from "../facilitator/focus";
import { CheckupPanel } from "./checkup";
import "./home.css";
import { HomePanel } from "./home";

const { render } = panels({ home: HomePanel, checkup: CheckupPanel });

export default {
  render(context: Parameters<typeof render>[0]) {
    const leave = render(context);
    const stop = keepFocus(context.el);
    return () => {
      stop();
      leave();
    };
  },
};
