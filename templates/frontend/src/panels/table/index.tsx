/** What a phone fetches once people are seated: its own table. */
import "./table.css";
import { panels } from "../kit/panel";
import { Table } from "./table";
import { bringStyle } from "../kit/served";

bringStyle("table");

export default panels({ seat: Table });
