/** A widget as its panel sees it, whoever stands behind: this kit's page, or anywidget in JupyterLab. */
import type { AnyModel } from "@anywidget/types";

/** The part of an anywidget model that panels use: they read, they listen, and they ask by messages. */
export type PanelModel = Pick<AnyModel, "get" | "on" | "off" | "send">;
