/** The volunteer form behind the poster's code, fetched where it is shown: no phone in the room pays for it. */
import "./form.css";
import { panels } from "../kit/panel";
import { bringStyle } from "../kit/served";
import { Form } from "./form";

bringStyle("form");

export default panels({ form: Form });
