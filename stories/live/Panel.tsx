import type { ReactNode } from "react";

/** One of the boxes of a live page. */
export function Panel(props: { name: string; aside?: ReactNode; children: ReactNode }) {
  const { name, aside, children } = props;
  return (
    <section className="live-panel" aria-label={name}>
      <h3>
        {name} {aside && <span>{aside}</span>}
      </h3>
      {children}
    </section>
  );
}

/** What can be done, a button each. */
export function Actions({ actions }: { actions: Readonly<Record<string, () => unknown>> }) {
  return (
    <div className="live-actions">
      {Object.entries(actions).map(([name, act]) => (
        <button key={name} type="button" onClick={() => void act()}>
          {name}
        </button>
      ))}
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  name: string;
  values: readonly Value[];
  value: Value;
  onChange: (value: Value) => void;
}

/** One of several ways that something goes from now on. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { name, values, value, onChange } = props;
  return (
    <label className="live-choice">
      {name}
      <select value={value} onChange={({ target }) => onChange(target.value as Value)}>
        {values.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  );
}
