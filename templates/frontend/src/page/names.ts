/** The websocket protocol both sides speak. */
export const PROTOCOL = "v1.kernel.websocket.jupyter.org";
