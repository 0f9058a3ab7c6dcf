/** The five gauges of a challenge, folded into one line; opened, each in a sentence that says what to do, with its trend. */
import type { Gauge } from "../../contract";
import { say, usePanel, type Words } from "../kit/panel";

export function Gauges() {
  const { model, words } = usePanel<"facilitator", "ideas">();
  if (model.gauges.length === 0) return null;
  return (
    <details class="wkf-gauges">
      <summary>
        {model.gauges.map((gauge) => (
          <span key={gauge.name}>
            {say(words, `gauge.${gauge.name}`)} <b>{sayGauge(words, gauge)}</b>
          </span>
        ))}
      </summary>
      <dl>
        {model.gauges.map((gauge) => (
          <div key={gauge.name}>
            <dt>
              {say(words, gauge.name)} <span class="wkf-gauge-value">{sayGauge(words, gauge)}</span>
            </dt>
            <dd>
              {gauge.sentence}
              <Trend gauge={gauge} />
              <Sectors gauge={gauge} />
            </dd>
          </div>
        ))}
      </dl>
      <p class="wk-quiet wk-small">{say(words, "gauge.note")}</p>
    </details>
  );
}

const sayValue = (words: Words, value: number | null): string =>
  value === null ? say(words, "gauge.none") : say(words, "gauge.value", { number: Math.round(value * 100) });

/** A share of a handful is told in its numbers: per cent would say more than is known. */
const sayGauge = (words: Words, { value, few }: Gauge): string =>
  value === null || few === null ? sayValue(words, value) : say(words, "gauge.few", { ...few });

/** What it showed along the course, where it moved. */
function Trend({ gauge }: { gauge: Gauge }) {
  const { words } = usePanel<"facilitator", "ideas">();
  if (gauge.few !== null) return null;
  const known = gauge.trend.filter((one) => one.value !== null);
  if (new Set(known.map((one) => sayValue(words, one.value))).size < 2) return null; // nothing moved
  return (
    <p class="wk-quiet wk-small">
      {known
        .map((one) => say(words, "gauge.at", { moment: say(words, `moment.${one.moment}`), value: sayValue(words, one.value) }))
        .join(" → ")}
    </p>
  );
}

function Sectors({ gauge }: { gauge: Gauge }) {
  const { words } = usePanel<"facilitator", "ideas">();
  const known = gauge.sectors.filter((one) => one.whole > 0);
  if (known.length === 0) return null;
  return (
    <p class="wk-quiet wk-small">
      {known.map(({ sector, part, whole }) => say(words, "gauge.sector", { sector, part, whole })).join(", ")}
    </p>
  );
}
