import { NumberField, SelectField, Switch } from "../../parts";
import type { OptionField, OptionValue } from "./schema";

/** Fields for the options of a renderer. */
export function OptionFields({
  fields,
  values,
  onChange,
}: {
  fields: readonly OptionField[];
  values: Readonly<Record<string, OptionValue | null>>;
  onChange: (name: string, value: OptionValue | null) => void;
}) {
  return (
    <div className="form-grid">
      {fields.map((field) => {
        const value = field.name in values ? values[field.name]! : field.value;
        if (field.kind === "switch") {
          return (
            <div key={field.name} className="field">
              <Switch isSelected={value === true} onChange={(on) => onChange(field.name, on)}>
                {field.label}
              </Switch>
              <span className="field-note">{field.note}</span>
            </div>
          );
        }
        if (field.kind === "number") {
          return (
            <NumberField
              key={field.name}
              label={field.label}
              note={field.note}
              value={typeof value === "number" ? value : Number.NaN}
              min={field.min}
              max={field.max}
              step={field.whole ? 1 : undefined}
              placeholder="by itself"
              onChange={(next) => onChange(field.name, Number.isNaN(next) ? null : next)}
            />
          );
        }
        return (
          <SelectField
            key={field.name}
            label={field.label}
            note={field.note}
            options={field.choices.map((id) => ({ id, label: id }))}
            value={typeof value === "string" ? value : null}
            placeholder="By itself"
            onChange={(id) => onChange(field.name, id)}
          />
        );
      })}
    </div>
  );
}
